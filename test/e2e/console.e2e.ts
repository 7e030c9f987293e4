// The office's pages that are read most: the overview, the register and the file of one enterprise.
import { lookAtBoth } from "./accessible.ts";
import { expect, test } from "./journey.ts";
import { type ServedVisit, serveEnterprise, serveVisit } from "./served-visit.ts";

test.use({ stageName: "office" });

const NAME = "恒达机械（演示）";
let visit: ServedVisit;

test.beforeAll(async ({ stage }) => {
  visit = await serveVisit(stage, await serveEnterprise(stage, 1, NAME), 2);
  await serveEnterprise(stage, 2, "瑞木家具（演示）");
});

test("from the overview to the register to one enterprise's file", async ({ openAs }) => {
  const page = await openAs("officer");
  await expect(page.getByRole("heading", { name: "总览", level: 1 })).toBeVisible();
  await lookAtBoth(page, "overview");
  await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "企业", exact: true }).click();
  await expect(page.getByText(/这里有\d家/)).toBeVisible();
  await lookAtBoth(page, "registry");
  await page.getByRole("link", { name: new RegExp(NAME) }).click();
  await expect(page).toHaveURL(new RegExp(visit.enterpriseId));
  await expect(page.getByText("通道堆放纸箱，宽度不足").first()).toBeVisible();
  await lookAtBoth(page, "enterprise-file");
});

test("the file records a supervision", async ({ openAs }) => {
  const page = await openAs("officer");
  await page.goto(`/console/enterprises/${visit.enterpriseId}`);
  await page.getByRole("button", { name: "记一次督促" }).first().click();
  await page.getByLabel(/企业怎么说/).fill("答应周五前清完");
  await lookAtBoth(page, "supervision-drawer");
  await page.getByRole("button", { name: "记下这次督促" }).click();
  await expect(page.getByText("这次督促已记下")).toBeVisible();
});
