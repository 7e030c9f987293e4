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

/** Villages the office has not on its roster yet: registered with the list, one tap each. */
async function registerCommunities(page: Page): Promise<void> {
  const register = page.getByRole("button", { name: /^新登记/ });
  const refused = page.getByRole("heading", { name: /^这\d+行要改/ });
  await expect(refused).toBeVisible();
  await lookAtBoth(page, "import-refused");
  while ((await register.count()) > 0) {
    const before = (await refused.textContent()) ?? "";
    await register.first().click();
    await expect(page.getByRole("heading", { name: before })).toHaveCount(0);
  }
}
