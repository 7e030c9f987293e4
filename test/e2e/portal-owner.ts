// The enterprise's pages on a phone, behind the access link.
import type { Page } from "@playwright/test";
import { expect } from "./journey.ts";

export interface JpegFile {
  readonly name: string;
  readonly mimeType: "image/jpeg";
  readonly buffer: Buffer;
}

export function jpeg(name: string, bytes: Uint8Array): JpegFile {
  return { name, mimeType: "image/jpeg", buffer: Buffer.from(bytes) };
}

/** What stands above the first card: how many are left and how the earliest one's days stand. */
export const greetingOf = (page: Page) => page.getByRole("heading", { level: 1 });

export async function openHazard(page: Page, linkSecret: string, description: string): Promise<void> {
  await page.goto(`/l/${linkSecret}`);
  await page.getByRole("link", { name: new RegExp(description) }).click();
  await expect(page.locator("p.lead").first()).toHaveText(description);
}

/** 收到，我来改; a device that never said who it is is asked on the way. */
export async function receiveAll(page: Page, who: { readonly name: string; readonly position: string }): Promise<void> {
  await page.getByRole("button", { name: "收到，我来改" }).click();
  await introduce(page, who);
  await page.getByRole("button", { name: "收到，我来改" }).click();
}

export async function introduce(page: Page, who: { readonly name: string; readonly position: string }): Promise<void> {
  await page.getByLabel("姓名").fill(who.name);
  await page.getByLabel("职务").fill(who.position);
}

/** The proof of one hazard, from its page. */
export async function prove(page: Page, photo: JpegFile, words = ""): Promise<void> {
  await page.locator("input[type=file]").setInputFiles(photo);
  if (words) await page.getByLabel(/想说一句/).fill(words);
  await page.getByRole("button", { name: "交给专家看" }).click();
  await expect(page.getByText("照片已交上来")).toBeVisible();
}
