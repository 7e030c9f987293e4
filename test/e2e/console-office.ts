// The office's year in the console: who serves whom, the contract, and the plan.
import type { Page } from "@playwright/test";
import { lookAtBoth } from "./accessible.ts";
import { expect } from "./journey.ts";

/** All in scope to the only agency. */
export async function entrustAll(page: Page, enterprises: number): Promise<void> {
  await page.goto("/console/contracts");
  await page.getByRole("button", { name: "委托企业给机构" }).click();
  await page.getByRole("button", { name: `委托这${enterprises}家` }).click();
  await expect(page.getByText(`${enterprises}家已委托`)).toBeVisible();
}

export async function concludeContract(page: Page, enterprises: number): Promise<void> {
  await page.getByRole("button", { name: "登记合同" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("合同编号").fill("演示合同1");
  await drawer.getByLabel("检查几次").fill(String(enterprises * 4));
  await drawer.getByLabel(/^合同金额/).fill("343200");
  await drawer.getByLabel(/^每次检查/).fill("600");
  await drawer.getByLabel("验收规则").fill("按次验收");
  await drawer.getByRole("button", { name: `登记合同，${enterprises}家企业` }).click();
  await expect(page.getByText("合同已登记")).toBeVisible();
  await expect(page.getByText("演示合同1")).toBeVisible();
  await lookAtBoth(page, "contracts");
}

export async function makePlan(page: Page, enterprises: number): Promise<void> {
  await page.goto("/console/plan");
  await page.getByRole("button", { name: /排出全年计划|补排/ }).click();
  await page.getByRole("button", { name: `排${enterprises}家` }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByText(/这一期还要做：检查\d+家/)).toBeVisible();
  await lookAtBoth(page, "plan-board");
}
