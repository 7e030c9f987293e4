// The promise to the expert: what is on the phone stays there without a signal and through a reload, and an answer lost
// on the way back makes the phone send again without anything being there twice.
import type { Page } from "@playwright/test";
import { FieldPhone } from "./field/field-pages.ts";
import { allDelivered, findByChecklist } from "./field-visit.ts";
import { expect, PHONE, test } from "./journey.ts";
import { personOf } from "./people-on-stage.ts";
import { jpeg } from "./portal-owner.ts";
import { photoOf, serveEnterprise } from "./served-visit.ts";

test.use({ stageName: "office" });

const NAME = "杭州立信紧固件有限公司（演示）";
const FOUND = "配电箱前堆放纸箱，箱门打不开";

/** The server gets the first commands and the first photo; the phone never hears that it did. */
async function loseFirstAnswers(page: Page): Promise<Map<string, number>> {
  const sent = new Map<string, number>();
  await page.context().route(/\/api\/v1\/(commands|photos\/.*)$/, async (route) => {
    const request = route.request();
    if (request.method() === "GET") return route.continue();
    const kind = request.method() === "PUT" ? "photo" : "commands";
    const times = (sent.get(kind) ?? 0) + 1;
    sent.set(kind, times);
    if (times > 1) return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  return sent;
}

test("the network goes mid-inspection, the app is reloaded, all is sent twice, nothing is doubled", async ({
  openDevice,
  stage,
}) => {
  const { enterpriseId } = await serveEnterprise(stage, 11, NAME);
  const page = await openDevice({ viewport: PHONE, hasTouch: true });
  const phone = new FieldPhone(page);
  await phone.open();
  await phone.signIn(stage.people.expert.login, stage.people.expert.password);
  await expect(page.getByText("已备齐，今天没信号也能用")).toBeVisible({ timeout: 30_000 });
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  await page.goto("/field/#/week");
  await page
    .getByRole("button", { name: new RegExp(NAME) })
    .first()
    .click();
  await phone.startVisit();
  await allDelivered(phone);
  await page.context().setOffline(true);
  await phone.accompany("街道安监人员", stage.people.officer.displayName);
  await phone.openSection("用电安全");
  const bytes = await photoOf("electricalBox", 1, new Date().toISOString());
  const find = { photo: jpeg("photo.jpg", bytes), description: FOUND, place: "机加工车间东侧" };
  await findByChecklist(phone, "配电箱周边堆物", find);
  const waiting = (await phone.badge().textContent()) ?? "";
  expect(waiting).toContain("仅在本机");
  await page.reload();
  await expect(phone.button(new RegExp(FOUND))).toBeVisible();
  await expect(page.getByText(stage.people.officer.displayName)).toBeVisible();
  await expect(phone.badge()).toHaveText(waiting);
  const sent = await loseFirstAnswers(page);
  await page.context().setOffline(false);
  await allDelivered(phone);
  expect(new Set(sent.keys())).toEqual(new Set(["commands", "photo"]));
  for (const [kind, times] of sent) expect(times, kind).toBeGreaterThan(1);
  await expectOnce(stage, enterpriseId);
});

async function expectOnce(stage: Parameters<typeof personOf>[0], enterpriseId: string): Promise<void> {
  const officer = personOf(stage, "officer");
  const list = (await officer.get(`/api/v1/hazards?state=all&enterprise=${enterpriseId}`)) as {
    readonly rows: readonly { readonly id: string; readonly description: string }[];
  };
  expect(list.rows.map((row) => row.description)).toEqual([FOUND]);
  const hazard = (await officer.get(`/api/v1/hazards/${list.rows[0]?.id}`)) as {
    readonly events: readonly { readonly command: string }[];
    readonly photos: readonly unknown[];
  };
  expect(hazard.events.map((event) => event.command)).toEqual(["hazard.record"]);
  expect(hazard.photos).toHaveLength(1);
}
