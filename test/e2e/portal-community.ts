// The community's pages on a phone.
import type { Page } from "@playwright/test";
import { expect } from "./journey.ts";

export async function superviseByCall(page: Page, enterprise: string, words: string): Promise<void> {
  await page.goto("/community");
  const site = page.locator("section.panel").filter({ hasText: enterprise });
  await site.getByText("记一次督促").click();
  await site.getByLabel(/说了什么/).fill(words);
  await site.getByRole("button", { name: "电话" }).click();
  await expect(site.getByText(/上次督促/)).toBeVisible();
}
