// 待办 and a hazard's page in the console: an item opened beside the list, its form filled in, what happened read back.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./journey.ts";

/** Opens the item about these words in the work list's drawer. */
export async function openWorkItem(page: Page, view: "mine" | "all", title: string | RegExp): Promise<Locator> {
  await page.goto(`/console/work-items?view=${view}`);
  await page.getByRole("button", { name: title }).first().click();
  const drawer = page.getByRole("complementary", { name: title });
  await expect(drawer).toBeVisible();
  return drawer;
}

/** The names of all that happened, newest first. */
export async function eventsOf(page: Page, hazardId: string): Promise<readonly string[]> {
  await page.goto(`/console/hazards/${hazardId}`);
  const events = page.getByRole("region", { name: "经过" });
  await expect(events).toBeVisible();
  return events.locator(".event__what").allTextContents();
}
