// Every screen of a day that no other journey looks at, in both sizes of type; a place that is not given, and another person who
// takes the phone over.
import type { Page } from "@playwright/test";
import { allDelivered, findByChecklist } from "../field-visit.ts";
import { expect, PHONE, test } from "../journey.ts";
import { serveEnterprise, serveVisit } from "../served-visit.ts";
import { standsEverything } from "./every-screen.ts";
import { FieldPhone } from "./field-pages.ts";
import { photoNo } from "./numbered-photo.ts";
import { openPage, openSite } from "./phone-on-stage.ts";

test.use({ stageName: "field-screens" });
test.describe.configure({ mode: "serial", timeout: 240_000 });

const [name, other] = ["杭州立信紧固件有限公司（演示）", "杭州恒达机械厂（演示）"] as const;
const NO = 61;
let page: Page;
let phone: FieldPhone;
const stands = (screen: string) => standsEverything(page, `field-${screen}`);

test.beforeAll(async ({ stage, browser }) => {
  const served = await serveEnterprise(stage, NO, name);
  await serveEnterprise(stage, NO + 1, other);
  await serveVisit(stage, served, 2);
  // No permission for the place: the browser refuses it, as a person may.
  page = await openPage(browser, stage, { viewport: PHONE, hasTouch: true, permissions: [] });
  page.setDefaultTimeout(15_000);
  phone = new FieldPhone(page);
});
test.afterAll(() => page.context().close());

test("signing in, today, what is prepared, the weeks, oneself", async ({ stage }) => {
  await phone.open();
  await phone.button("登录").waitFor();
  await stands("sign-in");
  await phone.signIn(stage.people.expert.login, stage.people.expert.password);
  await expect(page.getByText("已备齐，今天没信号也能用")).toBeVisible({ timeout: 30_000 });
  await stands("today");
  await phone.button("出发前准备").click();
  await page.getByText("都备齐了").waitFor();
  await stands("ready");
  await page.goto("/field/#/week");
  await page.getByText("本机带着的企业").waitFor();
  await stands("week");
  await page.goto("/field/#/me");
  await page.getByText("怎么看清楚").waitFor();
  await stands("me");
  await phone.button("退出登录").click();
  await page.getByText("都已送达，可以放心退出").waitFor();
  await stands("me-leaving");
});

test("searching, a result opened, an article as of today", async () => {
  await page.goto("/field/#/law");
  await page.getByText("输几个字就能搜").waitFor();
  await stands("search-empty");
  const field = page.getByRole("searchbox");
  await field.fill(name.slice(2, 4));
  await page.getByRole("region", { name: "企业" }).getByText(name).waitFor();
  await field.fill("安全出口");
  await page.getByRole("region", { name: "法条" }).waitFor();
  await page.getByRole("region", { name: "检查项" }).locator("summary").first().click();
  await stands("search");
  await page.getByRole("region", { name: "法条" }).getByRole("button").first().click();
  await page.getByText(/有效$/).first().waitFor();
  await stands("article");
  await phone.button("返回").click();
  await expect(field).toHaveValue("安全出口");
  await field.fill("魑魅魍魉");
  await page.getByText("没有找到").waitFor();
  await stands("search-none");
});

test("a visit whose place is not given, its checklist, who comes along", async () => {
  await openSite(phone, name);
  await stands("site");
  await phone.startVisit();
  await expect(page.getByText("没取到位置（没允许或没信号），照常检查")).toBeVisible();
  await stands("visit");
  await phone.openSection("消防安全");
  await phone.restConform();
  await phone.button("撤销").waitFor();
  await stands("visit-undo");
  await phone.button("撤销").click();
  await phone.button(/谁陪同还没记/).click();
  await stands("accompany");
  await page.getByRole("radio", { name: /没人陪同|无人陪同/ }).click();
  await stands("accompany-none");
  await page.getByLabel("没人陪同的原因").fill("街道当天人手不足");
  await phone.button("记下").click();
  await phone.openSection("用电安全");
  const find = { photo: await photoNo(NO), description: "配电箱前堆放纸箱", place: "一车间" };
  await findByChecklist(phone, "配电箱周边堆物", find);
  await page.getByText(/符合率\d+%/).waitFor();
  await phone
    .button(/配电箱前堆放纸箱/)
    .last()
    .click();
  await page.locator("p.lead").waitFor();
  await stands("hazard");
  await phone.button("返回").click();
});

test("the end: what is missing, a signature, a refusal, the record, the link", async () => {
  await phone.button("收尾").click();
  await page.getByText("念给企业听").waitFor();
  await stands("finish-missing");
  const open = page.getByRole("button", { name: /^去补：.*没勾/ });
  while ((await open.count()) > 0) {
    await open.first().click();
    await phone.restConform();
    await phone.button("收尾").click();
    await page.getByText("念给企业听").waitFor();
  }
  await page.getByLabel("企业谁参加").fill("何先生（演示）");
  await page.locator("button.sig", { hasText: "专家" }).click();
  await page.locator("canvas.pad").waitFor();
  await stands("signature");
  await phone.button("先不签").click();
  await phone.sign(/专家/);
  await phone.button("企业不签：写原因，拍照").click();
  await stands("refusal");
  await page.getByLabel("为什么不签").fill("说要等负责人回来");
  await phone.takePhoto("拍当时的情形", await photoNo(NO + 100));
  await phone.button("重拍").or(page.getByText("重拍")).first().waitFor();
  await phone.button("记为拒签").click();
  await stands("finish-refused");
  await phone.button("签好了，送达企业").click();
  await page.getByText("已送达企业，期限从今天起算").waitFor();
  await page.getByText("看现场检查记录").click();
  await page.getByRole("article", { name: "现场检查记录" }).waitFor();
  await stands("served");
  await allDelivered(phone);
  await phone.badge().click();
  await stands("sync");
});

test("another person on this phone: told what is left, sees and sends none of it", async ({ stage }) => {
  await openSite(phone, other);
  await page.context().setOffline(true);
  await phone.startVisit();
  await expect(phone.badge()).toContainText("仅在本机");
  await page.goto("/field/#/me");
  await phone.button("退出登录").click();
  await expect(page.getByText("退出后留在本机，您再登录接着送，别人看不到")).toBeVisible();
  await phone.button("退出，换人用").click();
  await page.context().setOffline(false);
  await expect(page.getByText(/有内容在本机，不会丢/)).toBeVisible();
  await stands("handed-on");
  await phone.signIn(stage.people.officer.login, stage.people.officer.password);
  await expect(page.getByText("不是专家身份")).toBeVisible();
  await expect(page.getByText(other)).toHaveCount(0);
  await phone.signIn(stage.people.expert.login, stage.people.expert.password);
  await allDelivered(phone);
});
