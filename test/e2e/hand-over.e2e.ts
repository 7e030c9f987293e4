// A phone that cannot send: its work leaves as a file, another phone of the same person takes it in and sends it, and when the
// first one finds a signal after all nothing is there twice. A phone without room says so and loses nothing.
import type { Page } from "@playwright/test";
import { FieldPhone } from "./field/field-pages.ts";
import { allDelivered, findByChecklist } from "./field-visit.ts";
import { expect, PHONE, test } from "./journey.ts";
import { personOf } from "./people-on-stage.ts";
import { jpeg } from "./portal-owner.ts";
import { photoOf, serveEnterprise } from "./served-visit.ts";
import type { Stage } from "./stage-process.ts";

test.use({ stageName: "hand-over" });

const BROKEN = "配电箱前堆放纸箱，箱门打不开";
const DETAILS = { place: "机加工车间东侧" };

/** The browser refuses the photo in the middle of the act; its own quota override does not reach IndexedDB. */
const NO_ROOM = `{
  const put = IDBObjectStore.prototype.put;
  let full = true;
  window.roomAgain = () => { full = false; };
  IDBObjectStore.prototype.put = function (...parts) {
    if (full && this.name === "photos") throw new DOMException("no room", "QuotaExceededError");
    return put.apply(this, parts);
  };
}`;

async function visiting(page: Page, stage: Stage, registerNo: number, name: string): Promise<string> {
  const { enterpriseId } = await serveEnterprise(stage, registerNo, name);
  const phone = new FieldPhone(page);
  await phone.open();
  await phone.signIn(stage.people.expert.login, stage.people.expert.password);
  await expect(page.getByText("已备齐，今天没信号也能用")).toBeVisible({ timeout: 30_000 });
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  await page.goto("/field/#/week");
  await page
    .getByRole("button", { name: new RegExp(name) })
    .first()
    .click();
  await phone.startVisit();
  await allDelivered(phone);
  return enterpriseId;
}

async function hazardsOf(stage: Stage, enterpriseId: string): Promise<readonly string[]> {
  const answer = await personOf(stage, "officer").get(`/api/v1/hazards?state=all&enterprise=${enterpriseId}`);
  return (answer as { readonly rows: readonly { readonly description: string }[] }).rows.map((row) => row.description);
}

test("unsent work goes on from another phone by a file, once", async ({ openDevice, stage }) => {
  const page = await openDevice({ viewport: PHONE, hasTouch: true });
  const old = new FieldPhone(page);
  const enterpriseId = await visiting(page, stage, 21, "杭州久安紧固件有限公司（演示）");
  await page.context().setOffline(true);
  await old.accompany("街道安监人员", stage.people.officer.displayName);
  await old.openSection("用电安全");
  const photo = jpeg("photo.jpg", await photoOf("electricalBox", 5, new Date().toISOString()));
  await findByChecklist(old, "配电箱周边堆物", { photo, description: BROKEN, ...DETAILS });
  await page.goto("/field/#/sync");
  const saving = page.waitForEvent("download");
  await old.button("导出成文件").click();
  const file = await (await saving).path();
  await expect(page.getByText(/已存成文件/)).toBeVisible();
  await page.screenshot({ path: "test-results/hand-over-out.png", fullPage: true });

  const other = await openDevice({ viewport: PHONE, hasTouch: true });
  const taken = new FieldPhone(other);
  await taken.open();
  await taken.signIn(stage.people.expert.login, stage.people.expert.password);
  await expect(other.getByText("已备齐，今天没信号也能用")).toBeVisible({ timeout: 30_000 });
  await other.goto("/field/#/sync");
  await other.getByLabel("读入另一台手机的文件").setInputFiles(file);
  await expect(other.getByText(/读入\d+步、照片\d+张/)).toBeVisible();
  await other.screenshot({ path: "test-results/hand-over-in.png", fullPage: true });
  await other.goto("/field/");
  await allDelivered(taken);
  expect(await hazardsOf(stage, enterpriseId)).toEqual([BROKEN]);

  await page.context().setOffline(false);
  await page.goto("/field/");
  await allDelivered(old);
  expect(await hazardsOf(stage, enterpriseId)).toEqual([BROKEN]);
});

test("without room for a photo the phone says so, and what was kept stays", async ({ openDevice, stage }) => {
  const page = await openDevice({ viewport: PHONE, hasTouch: true });
  const phone = new FieldPhone(page);
  const enterpriseId = await visiting(page, stage, 22, "杭州恒通管件有限公司（演示）");
  await page.context().setOffline(true);
  await phone.accompany("街道安监人员", stage.people.officer.displayName);
  await expect(phone.badge()).toContainText("仅在本机");
  await phone.openSection("用电安全");
  await phone.answer("配电箱周边堆物", "不符合");
  const photo = jpeg("photo.jpg", await photoOf("electricalBox", 6, new Date().toISOString()));
  await phone.takePhoto("拍照", photo);
  await page.getByLabel("看到什么").fill(BROKEN);
  await phone.button("下一步：核对").click();
  await page.getByLabel("在哪儿").fill(DETAILS.place);
  await page.evaluate(NO_ROOM);
  await phone.button("记下这条").click();
  await expect(page.getByText(/没有存下/)).toBeVisible();
  await page.screenshot({ path: "test-results/storage-full.png", fullPage: true });
  expect(await phone.badge().textContent()).toContain("仅在本机");
  await page.evaluate("window.roomAgain()");
  await phone.button("记下这条").click();
  await expect(phone.button(new RegExp(BROKEN))).toBeVisible();
  await page.context().setOffline(false);
  await allDelivered(phone);
  expect(await hazardsOf(stage, enterpriseId)).toEqual([BROKEN]);
});
