// An update of the app with twenty photos that are only on this phone: the next release's service worker is let in, and nothing is
// lost; an app that the server takes for too old says so.
import type { Page } from "@playwright/test";
import { allDelivered } from "../field-visit.ts";
import { expect, PHONE, test } from "../journey.ts";
import { personOf } from "../people-on-stage.ts";
import { serveEnterprise } from "../served-visit.ts";
import type { Stage } from "../stage-process.ts";
import { FieldPhone } from "./field-pages.ts";
import { type Door, openDoor } from "./next-release.ts";
import { photoNo } from "./numbered-photo.ts";
import { openPage, openSite } from "./phone-on-stage.ts";

test.use({ stageName: "field-update" });
test.describe.configure({ mode: "serial", timeout: 300_000 });

const NAME = "杭州恒锐机械有限公司（演示）";
const HAZARDS = 10;
const PHOTOS = 2 * HAZARDS;
const WORDS = ["配电箱前堆放纸箱，箱门打不开", "灭火器压力不足"] as const;

let door: Door;
let page: Page;
let phone: FieldPhone;
let enterpriseId: string;

test.beforeAll(async ({ browser, stage }) => {
  door = await openDoor(stage.url);
  ({ enterpriseId } = await serveEnterprise(stage, 61, NAME));
  page = await openPage(browser, stage, { viewport: PHONE, hasTouch: true, baseURL: door.url });
  phone = new FieldPhone(page);
});

test.afterAll(async () => {
  await page?.context().close();
  await door?.close();
});

/** A hazard with two photos. */
async function capture(no: number): Promise<void> {
  const files = [await photoNo(2 * no), await photoNo(2 * no + 1)] as const;
  await phone.takePhoto("拍隐患", files[0]);
  await phone.takePhoto("再拍一张", files[1]);
  await expect(page.getByRole("button", { name: "第2张" })).toBeVisible();
  await phone.pickItem(WORDS[no % WORDS.length] ?? WORDS[0]);
  await phone.button("记下这条").click();
  await page.getByText("清单 ").waitFor();
}

const RELEASE = `document.querySelector('meta[name="release"]')?.content ?? "first"`;

test("twenty unsent photos outlive an update and arrive", async ({ stage }) => {
  await phone.open();
  await phone.signIn(stage.people.expert.login, stage.people.expert.password);
  await expect(page.getByText("已备齐，今天没信号也能用")).toBeVisible({ timeout: 60_000 });
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  await openSite(phone, NAME);
  await phone.startVisit();
  await allDelivered(phone);
  door.holdWork(true);
  for (let no = 0; no < HAZARDS; no += 1) await capture(no);
  const unsent = (await phone.badge().textContent()) ?? "";
  expect(unsent).toContain("仅在本机");
  expect(await page.evaluate(RELEASE)).toBe("first");

  door.release();
  await page.goto("/field/#/");
  await page.reload();
  await expect(page.getByText("有新版本")).toBeVisible({ timeout: 30_000 });
  await page.screenshot({ path: "test-results/field-update.png" });
  await phone.button("现在更新").click();
  await expect.poll(() => page.evaluate(RELEASE).catch(() => ""), { timeout: 30_000 }).toBe("next");
  await expect(phone.badge()).toHaveText(unsent);

  door.holdWork(false);
  await page.reload();
  await allDelivered(phone);
  expect(await photosOnTheServer(stage)).toEqual({ hazards: HAZARDS, photos: PHOTOS });
});

async function photosOnTheServer(stage: Stage): Promise<object> {
  const officer = personOf(stage, "officer");
  const list = (await officer.get(`/api/v1/hazards?state=all&enterprise=${enterpriseId}`)) as {
    readonly rows: readonly { readonly id: string }[];
  };
  const shown = await Promise.all(list.rows.map(({ id }) => officer.get(`/api/v1/hazards/${id}`)));
  const photos = shown.flatMap((one) => (one as { readonly photos: readonly unknown[] }).photos);
  return { hazards: list.rows.length, photos: photos.length };
}

test("an app that is too old says so beside the button that updates it", async () => {
  await page.context().route(/\/api\/v1\//, (route) => {
    const headers = { ...route.request().headers(), "x-bihuan-app": "0" };
    return route.continue({ headers });
  });
  await page.goto("/field/#/sync");
  await phone.button("现在再试一次").click();
  await page.reload();
  await expect(page.getByText("程序该更新了")).toBeVisible();
  await expect(page.getByText(/没送出的内容照收/)).toBeVisible();
  await page.screenshot({ path: "test-results/field-too-old.png", fullPage: true });
  await page.context().unroute(/\/api\/v1\//);
  await phone.button("更新").click();
  await expect(page.getByText("程序该更新了")).toBeHidden();
});
