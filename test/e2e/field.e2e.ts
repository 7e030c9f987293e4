// An expert's day on the phone against a real server: no signal in the plant, a reload in the middle, a signature, and all
// of it delivered when the signal is back; then a session that ended, and a verdict that another one stands against.
import type { BrowserContextOptions, Page } from "@playwright/test";
import { newId } from "../../scenario/person.ts";
import { openPhone, pullLibrary } from "../../scenario/phone.ts";
import { lookAt } from "./accessible.ts";
import { FieldPhone } from "./field/field-pages.ts";
import { expect, PHONE, test } from "./journey.ts";
import { personOf } from "./people-on-stage.ts";
import { photoOf, serveEnterprise } from "./served-visit.ts";

test.use({ stageName: "field" });
test.describe.configure({ mode: "serial" });

const DEVICE: BrowserContextOptions = {
  viewport: PHONE,
  hasTouch: true,
  geolocation: { latitude: 30.18, longitude: 120.26 },
  permissions: ["geolocation"],
};
const NAME = "杭州恒达机械有限公司（演示）";
const FOUND = "配电箱前堆放纸箱，箱门打不开";
let page: Page;
let phone: FieldPhone;

test.beforeAll(async ({ stage, browser }) => {
  await serveEnterprise(stage, 1, NAME);
  const context = await browser.newContext({
    baseURL: stage.url,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    ...DEVICE,
  });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  phone = new FieldPhone(page);
});

test.afterAll(() => page.context().close());

const jpeg = async (seed: number, after = false) => ({
  name: "photo.jpg",
  mimeType: "image/jpeg",
  buffer: Buffer.from(await photoOf("electricalBox", seed, new Date().toISOString(), after)),
});

async function startAtFirm(): Promise<void> {
  await page.goto("/field/#/week");
  await page
    .getByRole("button", { name: new RegExp(NAME) })
    .first()
    .click();
  await phone.startVisit();
}

test("signs in and has everything for a day without a signal", async ({ stage }) => {
  await phone.open();
  await lookAt(page, "field-sign-in");
  await phone.signIn(stage.people.expert.login, stage.people.expert.password);
  await expect(page.getByText("已备齐，今天没信号也能用")).toBeVisible();
  await expect(phone.badge()).toContainText("都已送达");
  await lookAt(page, "field-today");
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
});

test("finds a hazard without a signal, through a reload, and one put right on the spot", async () => {
  await page.context().setOffline(true);
  await startAtFirm();
  await lookAt(page, "field-visit");
  await phone.accompany("街道安监人员", "陆科员（演示）");
  await phone.openSection("用电安全");
  await phone.answer("临时用电和私拉乱接", "符合");
  await phone.answer("配电箱周边堆物", "不符合");
  await lookAt(page, "field-capture-photo");
  await phone.takePhoto("拍照", await jpeg(1));
  await phone.button("下一步：核对").waitFor();
  await phone.draw([0.2, 0.3], [0.7, 0.8]);
  await lookAt(page, "field-capture-mark");
  await page.reload();
  await page.getByLabel("看到什么").fill(FOUND);
  await lookAt(page, "field-capture-item");
  await phone.button("下一步：核对").click();
  await page.getByLabel("在哪儿").fill("机加工车间东侧");
  await lookAt(page, "field-capture-check");
  await phone.button("记下这条").click();
  await expect(page.getByRole("button", { name: new RegExp(FOUND) })).toBeVisible();
  await phone.button("拍不了").click();
  await page.getByRole("button", { name: "资料缺失" }).click();
  await phone.pickItem("皮带轮外露，没有防护罩");
  await page.getByLabel("在哪儿").fill("二车间");
  await page.getByRole("radio", { name: /^当场改/ }).click();
  await phone.button("记下这条").click();
  await phone.takePhoto("拍现在的样子", await jpeg(2, true));
  await lookAt(page, "field-fix");
  await phone.button("记下，当场销号").click();
  await expect(phone.badge()).toContainText("仅在本机");
});

test("is signed by three, served, and delivered when the signal is back", async ({ stage, openDevice }) => {
  await phone.button("收尾").click();
  await lookAt(page, "field-finish");
  const open = page.getByRole("button", { name: /^去补：.*没勾/ });
  while ((await open.count()) > 0) {
    await open.first().click();
    await phone.restConform();
    await phone.button("撤销").waitFor();
    await phone.button("收尾").click();
    await page.getByText("念给企业听").waitFor();
  }
  await page.getByLabel("企业谁参加").fill("何先生（演示）");
  await phone.sign(/专家/);
  await phone.sign(/街道/);
  await phone.sign(/企业/);
  await phone.button("签好了，送达企业").click();
  await expect(page.getByText("还没上传：现在扫会看到")).toBeVisible();
  await lookAt(page, "field-served");
  const secret = ((await page.locator(".code").textContent()) ?? "").replaceAll(/\s/g, "");
  await phone.badge().click();
  await lookAt(page, "field-sync");
  await page.context().setOffline(false);
  await expect(phone.badge()).toContainText("都已送达", { timeout: 60_000 });
  const owner = await openDevice({ viewport: PHONE });
  await owner.goto(`${stage.url}/l/${secret}`);
  await expect(owner.getByText(FOUND).first()).toBeVisible();
});

test("works on while signed out, and sends after signing in again", async ({ stage }) => {
  await page.context().clearCookies();
  await startAtFirm();
  await phone.accompany("街道安监人员", "陆科员（演示）");
  await expect(phone.badge()).toContainText("仅在本机");
  await phone.badge().click();
  await expect(page.getByText("登录已过期")).toBeVisible({ timeout: 30_000 });
  await phone.button("去登录").click();
  await expect(page.getByText("有内容在本机，不会丢")).toBeVisible();
  await phone.signIn(stage.people.expert.login, stage.people.expert.password);
  await expect(phone.badge()).toContainText("都已送达", { timeout: 60_000 });
});

test("fails a re-inspection with a reason and a new deadline", async () => {
  await page.goto("/field/#/today");
  await phone.openFirm(NAME);
  await page.getByRole("button", { name: /旧隐患1条/ }).click();
  await page.getByRole("radio", { name: "不合格" }).click();
  await page.getByLabel("为什么不合格").fill("又堆回去了");
  await page.getByRole("radio", { name: /^7日/ }).click();
  await lookAt(page, "field-reinspect-failed");
  await phone.button("记下这条").click();
  await page.getByText("清单 ").waitFor();
  await expect(phone.badge()).toContainText("都已送达", { timeout: 60_000 });
});

test("shows a verdict the server refused, in its words, and opens its form again", async ({ stage }) => {
  const expert = personOf(stage, "expert");
  await page.getByRole("button", { name: /旧隐患1条/ }).click();
  await page.context().setOffline(true);
  await phone.takePhoto("拍现在的样子", await jpeg(1, true));
  await page.getByRole("radio", { name: "合格", exact: true }).click();
  await lookAt(page, "field-reinspect");
  await phone.button("记下这条").click();
  await page.getByText("清单 ").waitFor();
  const other = await openPhone(expert, await pullLibrary(expert));
  const hazard = other.rows.all("hazards").find((one) => one.description === FOUND);
  const visit = other.rows.all("visits").find((one) => one.status === "started");
  if (!hazard || !visit) throw new Error("the other phone carries neither hazard nor visit");
  const photo = {
    slotId: newId(),
    sha256: "ab".repeat(32),
    bytes: 1,
    takenAt: new Date().toISOString(),
    source: "camera",
  };
  await expert.act("reinspection.pass", { hazardId: hazard.id, visitId: visit.id, photos: [photo] });
  await page.context().setOffline(false);
  await expect(phone.badge()).toContainText("1项要您处理", { timeout: 60_000 });
  await phone.badge().click();
  await lookAt(page, "field-sync-stuck");
  await phone.button("改好再交").click();
  await expect(page.getByRole("radio", { name: "合格", exact: true })).toBeChecked();
  await phone.badge().click();
  await phone.button("知道了，不再交").click();
  await expect(phone.badge()).not.toContainText("要您处理");
});
