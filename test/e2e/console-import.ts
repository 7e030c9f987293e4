// 导入企业名单 in the console: the file, the columns, the rows, and what was saved.
import type { Page } from "@playwright/test";
import { lookAtBoth } from "./accessible.ts";
import { expect } from "./journey.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export async function importEnterprises(page: Page, bytes: Uint8Array, accepted: number): Promise<void> {
  await page.goto("/console/enterprises/import");
  await lookAtBoth(page, "import-file");
  const file = { name: "企业名单.xlsx", mimeType: XLSX, buffer: Buffer.from(bytes) };
  await page.getByLabel("企业名单文件").setInputFiles(file);
  await expect(page.getByRole("heading", { name: "列名这样对上的" })).toBeVisible();
  await lookAtBoth(page, "import-columns");
  await page.getByRole("button", { name: "列名对了，去核对" }).click();
  await registerCommunities(page);
  await expect(page.getByText("每一行都能收")).toBeVisible();
  await lookAtBoth(page, "import-review");
  await page.getByRole("button", { name: `存入${accepted}家` }).click();
  await expect(page.getByText(`已存入${accepted}家`)).toBeVisible({ timeout: 60_000 });
  await lookAtBoth(page, "import-saved");
}

/** Villages the office has not on its roster yet: registered with the list, all in one tap. */
async function registerCommunities(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: /^名册里没有这\d+个村（社区）/ })).toBeVisible();
  await lookAtBoth(page, "import-refused");
  await page.getByRole("button", { name: "都新登记" }).click();
}
