// Shoot first, write later: the tray through a killed page, sorting with buttons, and a visit that does not end unsorted.
import type { Page } from "@playwright/test";
import { lookAt } from "../accessible.ts";
import { allDelivered } from "../field-visit.ts";
import { expect, test } from "../journey.ts";
import { personOf } from "../people-on-stage.ts";
import { serveEnterprise } from "../served-visit.ts";
import type { FieldPhone } from "./field-pages.ts";
import { fitsAtDouble, openPage, openSite, picture, readyPhone } from "./phone-on-stage.ts";

test.use({ stageName: "field-tray" });
test.describe.configure({ mode: "serial" });

const NAME = "杭州云帆包装有限公司（演示）";
let phone: FieldPhone;
let page: Page;

test.beforeAll(async ({ stage, browser }) => {
  await serveEnterprise(stage, 41, NAME);
  phone = await readyPhone(stage, (options) => openPage(browser, stage, options));
  page = phone.page;
  page.setDefaultTimeout(15_000);
  await openSite(phone, NAME);
  await phone.startVisit();
});

test.afterAll(() => page.context().close());

const tiles = () => page.locator(".tile");

test("every shot is on the phone at once and outlives a page that is killed", async () => {
  await phone.button("先拍着").click();
  await lookAt(page, "field-tray-empty");
  await fitsAtDouble(page, "field-tray-empty");
  await page.context().setOffline(true);
  for (let shot = 1; shot <= 4; shot += 1) {
    await phone.takePhoto("接着拍", await picture(640 + shot, 480));
    await expect(tiles()).toHaveCount(shot);
  }
  const address = page.url();
  const killed = page;
  page = await killed.context().newPage();
  // Closed without a word to the page, as when the phone is out of memory.
  await killed.close({ runBeforeUnload: false });
  await page.goto(address);
  phone = phone.on(page);
  await expect(tiles()).toHaveCount(4);
  await page.context().setOffline(false);
});

test("two are put together and taken apart, by buttons and by dragging", async () => {
  await tiles().nth(0).click();
  await tiles().nth(1).click();
  await phone.button("合成一份").click();
  await expect(tiles()).toHaveCount(3);
  await tiles().nth(0).click();
  await lookAt(page, "field-tray-sorting");
  await fitsAtDouble(page, "field-tray-sorting");
  await phone.button("拆开").click();
  await expect(tiles()).toHaveCount(4);
  await tiles().nth(3).dragTo(tiles().nth(2));
  await expect(tiles()).toHaveCount(3);
  await expect(tiles().nth(2)).toContainText("2张");
});

test("a word, a place and a refused microphone", async () => {
  await tiles().nth(2).click();
  await page.getByLabel("写一句").fill("漏电保护器没有");
  await page.getByLabel("在哪儿").fill("打包间");
  await phone.button("说一句，录下来").click();
  await expect(page.getByRole("alert")).toContainText("不让用麦克风");
  await expect(tiles().nth(2)).toContainText("漏电保护器没有");
});

test("what is ticked becomes a hazard with its photos, word and place; given up, it goes back", async () => {
  await phone.button("记成一条隐患").click();
  await expect(page.getByRole("button", { name: "第2张" })).toBeVisible();
  await expect(page.getByLabel("看到什么")).toHaveValue("漏电保护器没有");
  await phone.button("返回").click();
  await phone.button(/先拍着/).click();
  await expect(page.getByText("没记完的1条")).toBeVisible();
  await phone.button("接着记").click();
  await page.getByRole("radio", { name: /最像/ }).click();
  await expect(page.getByLabel("在哪儿")).toHaveValue("打包间");
  await phone.button("记下这条").click();
  await expect(page.getByText(/^记下了：/)).toBeVisible();
});

test("the visit does not end while something is unsorted, and says where", async ({ stage }) => {
  await phone.accompany("街道安监人员", stage.people.officer.displayName);
  await phone.button("收尾").click();
  await expect(page.getByText("2份没整理")).toBeVisible();
  await page.getByRole("button", { name: /^去补：先拍的/ }).click();
  await tiles().nth(0).click();
  await tiles().nth(1).click();
  await phone.button("不要").click();
  await lookAt(page, "field-tray-discard");
  await fitsAtDouble(page, "field-tray-discard");
  await expect(phone.button("不要这些")).toBeDisabled();
  await phone.button("拍糊了").click();
  await phone.button("不要这些").click();
  await expect(tiles()).toHaveCount(0);
  await page.getByText("不要的2份").click();
  await phone.button("放回").first().click();
  await expect(tiles()).toHaveCount(1);
  await tiles().nth(0).click();
  await phone.button("不要").click();
  await phone.button("重复").click();
  await phone.button("不要这些").click();
  await phone.button("返回").click();
});

test("signed and served, the record of the visit says how many were thrown out and why", async ({ stage }) => {
  await phone.button("收尾").click();
  await page.getByText("念给企业听").waitFor();
  const open = page.getByRole("button", { name: /^去补：.*没勾/ });
  while ((await open.count()) > 0) {
    await open.first().click();
    await phone.restConform();
    await phone.button("收尾").click();
    await page.getByText("念给企业听").waitFor();
  }
  await page.getByLabel("企业谁参加").fill("何先生（演示）");
  for (const who of [/专家/, /街道/, /企业/]) await phone.sign(who);
  await expect(phone.button("企业不签：写原因，拍照")).toHaveCount(0);
  await phone.button("签好了，送达企业").click();
  await expect(phone.button("复制链接")).toBeVisible();
  await lookAt(page, "field-served");
  await fitsAtDouble(page, "field-served");
  await allDelivered(phone);
  const { rows } = (await personOf(stage, "expert").get("/api/v1/sync")) as {
    readonly rows: Record<string, readonly Record<string, unknown>[]>;
  };
  const visit = rows.visits?.find((one) => one.enterpriseName === NAME);
  expect(visit).toMatchObject({ status: "finished", discardedPhotos: 2 });
  expect(visit?.discardReasons).toContain("拍糊了1张");
  expect(visit?.discardReasons).toContain("重复1张");
});
