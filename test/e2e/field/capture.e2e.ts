// A hazard in at most four taps in our app and one photo; what is filled in; several photos; what is no photo; a hazard that
// has come back.
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { lookAt } from "../accessible.ts";
import { allDelivered } from "../field-visit.ts";
import { expect, test } from "../journey.ts";
import { personOf } from "../people-on-stage.ts";
import { serveEnterprise, serveVisit } from "../served-visit.ts";
import type { FieldPhone, PhotoFile } from "./field-pages.ts";
import { fitsAtDouble, openPage, openSite, picture, readyPhone, sha256 } from "./phone-on-stage.ts";

test.use({ stageName: "field-capture" });
test.describe.configure({ mode: "serial" });

const NAME = "杭州长虹轴承有限公司（演示）";
let phone: FieldPhone;
let enterpriseId: string;
let page: Page;
let taps: () => Promise<number>;

test.beforeAll(async ({ stage, browser }) => {
  const served = await serveEnterprise(stage, 31, NAME);
  enterpriseId = served.enterpriseId;
  await serveVisit(stage, served, 1);
  phone = await readyPhone(stage, (options) => openPage(browser, stage, options));
  page = phone.page;
  page.setDefaultTimeout(15_000);
  taps = await countTaps(page);
  await openSite(phone, NAME);
  await phone.startVisit();
});

test.afterAll(() => page.context().close());

/** Every touch of the screen, counted by the page itself; what the system's camera does is not seen here. */
async function countTaps(of: Page): Promise<() => Promise<number>> {
  await of.evaluate("globalThis.taps = 0; addEventListener('pointerdown', () => { globalThis.taps += 1; }, true)");
  return () => of.evaluate<number>("globalThis.taps");
}

/** A real tap on what opens the camera, which then hands over this file. */
async function shoot(button: Locator, file: PhotoFile): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await button.tap();
  await (await chooser).setFiles(file);
}

test("four taps: the camera, a circle, the item, keep it", async () => {
  const before = await taps();
  await shoot(page.locator("label", { hasText: "拍隐患" }), await picture(1600, 1200));
  await page.locator(".shot__img").waitFor();
  await phone.draw([0.1, 0.1], [0.5, 0.5]);
  await lookAt(page, "field-capture-mark");
  await fitsAtDouble(page, "field-capture-mark");
  await page.getByRole("radiogroup", { name: "检查项" }).getByRole("radio").first().tap();
  await expect(phone.button("记下这条")).toBeEnabled();
  await lookAt(page, "field-capture-check");
  await fitsAtDouble(page, "field-capture-check");
  await phone.button("记下这条").tap();
  await expect(page.getByText(/^记下了：/)).toBeVisible();
  expect((await taps()) - before).toBeLessThanOrEqual(4);
  await lookAt(page, "field-visit-recorded");
  await fitsAtDouble(page, "field-visit-recorded");
});

test("everything filled in is what arrives, the camera's file byte for byte", async ({ stage }) => {
  await allDelivered(phone);
  const expert = personOf(stage, "expert");
  const { rows } = (await expert.get("/api/v1/sync")) as {
    readonly rows: Record<string, readonly Record<string, unknown>[]>;
  };
  const hazard = rows.hazards?.filter((one) => one.enterpriseId === enterpriseId).at(-1);
  expect(hazard).toMatchObject({ status: "open", severity: "general", deadlineDays: 15 });
  for (const part of ["place", "description", "advice", "standard"]) expect(hazard?.[part], part).toBeTruthy();
  const cited = rows.hazardCitations?.filter((one) => one.hazardId === hazard?.id) ?? [];
  expect(cited.some((one) => one.state === "inForce")).toBe(true);
  const [slot] = rows.photoSlots?.filter((one) => one.hazardId === hazard?.id) ?? [];
  expect(slot).toMatchObject({ source: "camera", state: "stored", originalState: "stored" });
  expect(slot?.originalSha256).toBe(sha256((await picture(1600, 1200)).buffer));
  expect(slot?.sha256).not.toBe(slot?.originalSha256);
});

test("a picture lying on its side stands upright, a large one is made small, one from the album says so", async () => {
  await phone.takePhoto("从相册记隐患", await picture(4000, 3000, 6));
  const shown = page.locator(".shot__img");
  await shown.waitFor();
  const size = await page.evaluate<readonly number[]>(
    "(({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight])(document.querySelector('.shot__img'))",
  );
  expect(size).toEqual([1200, 1600]);
  await expect(page.getByText("从相册选入")).toBeVisible();
  await expect(page.getByText(/这张来自相册，会标明/)).toBeVisible();
});

/** Its red quarter stands upper left before it is turned, upper right after. */
const iphone = readFileSync(new URL("../../fixtures/turned.heic", import.meta.url));
const LOOK_AT_PICTURE = `(() => {
  const shown = document.querySelector(".shot__img");
  const pen = new OffscreenCanvas(shown.naturalWidth, shown.naturalHeight).getContext("2d");
  pen.drawImage(shown, 0, 0);
  const isRed = (x, y) => { const [r, g] = pen.getImageData(x, y, 1, 1).data; return r > 2 * g; };
  return [shown.naturalWidth, shown.naturalHeight, isRed(60, 80), isRed(180, 80), isRed(60, 240), isRed(180, 240)];
})()`;

test("a second photo belongs to the same hazard: a HEIC, opened without a signal, upright", async () => {
  await page.context().setOffline(true);
  await phone.takePhoto("再拍一张", { name: "IMG_1.HEIC", mimeType: "image/jpeg", buffer: iphone });
  await expect(page.getByRole("button", { name: "第2张" })).toBeVisible();
  await expect
    .poll(() => page.evaluate<readonly unknown[]>(LOOK_AT_PICTURE))
    .toEqual([240, 320, false, true, false, false]);
  await page.context().setOffline(false);
});

const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheicmif1heic"), Buffer.alloc(400)]);
for (const [what, buffer, words] of [
  ["an empty file", Buffer.alloc(0), "这张照片是空的"],
  ["a HEIC with no picture in it", heic, "HEIC照片打不开"],
  ["a document", Buffer.from("%PDF-1.7 not a picture at all"), "不是照片"],
  ["half a photo", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3, 4, 5, 6, 7, 8]), "不完整"],
] as const)
  test(`${what} gets its sentence and takes nothing away`, async () => {
    await phone.takePhoto("再拍一张", { name: "x.jpg", mimeType: "image/jpeg", buffer });
    await expect(page.getByRole("alert")).toContainText(words);
    await expect(page.getByRole("button", { name: "第2张" })).toBeVisible();
    await expect(page.getByRole("button", { name: "第3张" })).toHaveCount(0);
  });

test("found before: said since when, and linked with one tap", async ({ stage }) => {
  await phone.pickItem("安全出口锁闭堵塞，车间后门被堵");
  await expect(page.getByText(/^自.*起第2次$/)).toBeVisible();
  await lookAt(page, "field-capture-again");
  await fitsAtDouble(page, "field-capture-again");
  await phone.button("新的一条，连上旧的").click();
  await phone.button("记下这条").click();
  await expect(page.getByText(/^记下了：/)).toBeVisible();
  await allDelivered(phone);
  const { rows } = (await personOf(stage, "expert").get("/api/v1/sync")) as {
    readonly rows: Record<string, readonly Record<string, unknown>[]>;
  };
  const linked = rows.hazards?.find((one) => one.repeatOf !== null && one.enterpriseId === enterpriseId);
  const earlier = rows.hazards?.find((one) => one.id === linked?.repeatOf);
  expect(earlier?.itemCode).toBe(linked?.itemCode);
  const slots = rows.photoSlots?.filter((one) => one.hazardId === linked?.id) ?? [];
  expect(slots).toHaveLength(2);
  expect(slots.find((one) => one.originalSha256 === sha256(iphone))).toMatchObject({ originalState: "stored" });
});

test("seven typed characters bring the right clause, and a tap records it", async ({ stage }) => {
  const words = "灭火器压力不足";
  await phone.takePhoto("拍隐患", await picture(800, 600));
  await page.getByLabel("看到什么").pressSequentially(words);
  const best = page.getByRole("radio", { name: /最像/ });
  await expect(best).toContainText("消防法第16条第1款第(二)项");
  await expect(best).toContainText("因为写了");
  await best.tap();
  await phone.button("记下这条").tap();
  await expect(page.getByText(/^记下了：/)).toBeVisible();
  await allDelivered(phone);
  const { rows } = (await personOf(stage, "expert").get("/api/v1/sync")) as {
    readonly rows: Record<string, readonly Record<string, unknown>[]>;
  };
  const hazard = rows.hazards?.find((one) => one.description === words);
  expect(hazard?.itemCode).toBe("XC-05-02");
  const cited = rows.hazardCitations?.filter((one) => one.hazardId === hazard?.id) ?? [];
  expect(cited).toContainEqual(
    expect.objectContaining({ instrumentId: "消防法", article: "16第1款第(二)项", state: "inForce" }),
  );
});

test("or made the old one's next round with one tap", async () => {
  await phone.takePhoto("拍隐患", await picture(800, 600));
  await phone.pickItem("安全出口锁闭堵塞，车间后门被堵");
  await phone.button(/^还是那一条，进第2轮$/).click();
  await page.getByText("清单 ").waitFor();
  await allDelivered(phone);
  await phone.button(/旧隐患1条/).click();
  await expect(page.getByText("第2轮", { exact: true })).toBeVisible();
});
