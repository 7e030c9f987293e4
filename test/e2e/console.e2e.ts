// The office's pages that are read most: the overview, the register and the file of one enterprise.
import { lookAt, lookAtBoth } from "./accessible.ts";
import { expect, PHONE, test } from "./journey.ts";
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

test("the office issues an access link again, and one taken back opens no more", async ({ openAs, openDevice }) => {
  const page = await openAs("officer");
  await page.goto(`/console/enterprises/${visit.enterpriseId}`);
  const links = page.getByRole("region", { name: "办事链接" });
  await links.getByRole("button", { name: /补发/ }).click();
  await lookAtBoth(page, "link-drawer");
  await page.getByRole("button", { name: "补发一个" }).click();
  const address = (await page.getByText(/\/l\/[\w-]{22}$/).textContent()) ?? "";
  await lookAt(page, "link-issued");
  const phone = await openDevice({ viewport: PHONE });
  await phone.goto(address);
  await expect(phone.getByRole("heading", { level: 1 })).toContainText("条要改");
  await page.getByRole("button", { name: "发好了，关上" }).click();
  await links.getByRole("button", { name: /^停用/ }).first().click();
  await page.getByLabel("为什么停用").fill("发错了人");
  await page.getByRole("button", { name: "停用这个链接" }).click();
  await expect(links.getByText("发错了人")).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("这个链接已停用");
});

test("on a phone every page of the menu is two taps away", async ({ openAs }) => {
  const page = await openAs("officer", { viewport: PHONE });
  const menu = page.getByRole("navigation", { name: "主菜单" });
  await expect(menu.getByRole("link", { name: "待办" })).toBeVisible();
  await expect(menu.getByRole("link", { name: "服务记录" })).toBeHidden();
  await menu.getByRole("button", { name: "更多" }).click();
  await lookAt(page, "menu-open");
  await menu.getByRole("link", { name: "服务记录" }).click();
  await expect(page.getByRole("heading", { name: "服务记录", level: 1 })).toBeVisible();
  await expect(menu.getByRole("link", { name: "服务方案" })).toBeHidden();
});
