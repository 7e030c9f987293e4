// Coming only to look again: the first photo beside the camera and beside the new one, pass, fail, leave for later; and an
// enterprise that refuses. In the type size of a person who reads large.
import type { Page } from "@playwright/test";
import { lookAt } from "../accessible.ts";
import { allDelivered } from "../field-visit.ts";
import { expect, test } from "../journey.ts";
import { personOf } from "../people-on-stage.ts";
import { type ServedVisit, serveEnterprise, serveVisit } from "../served-visit.ts";
import type { FieldPhone } from "./field-pages.ts";
import { fitsAtDouble, openPage, openSite, picture, readyPhone } from "./phone-on-stage.ts";

test.use({ stageName: "field-reinspect" });
test.describe.configure({ mode: "serial" });

const NAME = "杭州瑞和橡塑有限公司（演示）";
let phone: FieldPhone;
let page: Page;
let served: ServedVisit;

test.beforeAll(async ({ stage, browser }) => {
  served = await serveVisit(stage, await serveEnterprise(stage, 51, NAME), 3);
  phone = await readyPhone(stage, (options) => openPage(browser, stage, options), true);
  page = phone.page;
  page.setDefaultTimeout(15_000);
});

test.afterAll(() => page.context().close());

interface HazardFacts {
  readonly hazard: { readonly status: string; readonly round: number };
  readonly referrals: readonly Readonly<Record<string, unknown>>[];
  readonly photos: readonly { readonly purpose: string; readonly state: string }[];
}

test("refusing is recorded with who, in which words and a photo, and the office reads it", async ({
  stage,
  openAs,
}) => {
  await openSite(phone, NAME);
  await lookAt(page, "field-site-large");
  await fitsAtDouble(page, "field-site-large");
  const [first] = served.hazards;
  const words = "生产忙，没空给你们看";
  await phone.button(/企业不让查、不肯改/).click();
  await lookAt(page, "field-refuse-large");
  await fitsAtDouble(page, "field-refuse-large");
  await phone.button("返回").click();
  const refusal = { what: "拒绝复查", by: "门卫老李（演示）", words, photo: await picture(800, 600) };
  await phone.recordRefusal({ ...refusal, about: [first?.description ?? ""] });
  await expect(page.getByText("已提请执法")).toBeVisible();
  await allDelivered(phone);
  const officer = personOf(stage, "officer");
  const facts = (await officer.get(`/api/v1/hazards/${first?.hazardId}`)) as HazardFacts;
  expect(facts.referrals[0]).toMatchObject({
    ...{ ground: "refusal", state: "proposed", refusedWhat: "reinspection" },
    ...{ refusedBy: "门卫老李（演示）", refusedWords: `“${words}”` },
  });
  expect(facts.photos.filter((one) => one.purpose === "refusal")).toEqual([
    expect.objectContaining({ state: "stored" }),
  ]);
  const desk = await openAs("officer");
  await desk.goto(`/console/hazards/${first?.hazardId}`);
  await expect(desk.getByText(`“${words}”`)).toBeVisible();
  await expect(desk.getByText("门卫老李（演示）").first()).toBeVisible();
});

test("nothing but re-inspection: no checklist, nobody has to come along", async () => {
  await phone.startReinspection();
  await expect(page.getByText("清单 ")).toHaveCount(0);
  await expect(page.getByText("谁陪同还没记")).toHaveCount(0);
  await lookAt(page, "field-revisit-large");
  await fitsAtDouble(page, "field-revisit-large");
});

test("the first photo stands beside the camera and beside the new one, then it passes", async () => {
  const [, second] = served.hazards;
  await page.getByRole("button", { name: new RegExp(second?.description ?? "") }).click();
  const before = page.getByRole("img", { name: `整改前：${second?.description}` });
  await expect(before).toBeVisible();
  await expect(page.getByLabel("拍现在的样子")).toBeAttached();
  await lookAt(page, "field-reinspect-before-large");
  await fitsAtDouble(page, "field-reinspect-before-large");
  await phone.takePhoto("拍现在的样子", await picture(800, 600));
  await expect(before).toBeVisible();
  await expect(page.getByRole("img", { name: "现在" })).toBeVisible();
  await page.getByRole("radio", { name: "合格", exact: true }).click();
  await lookAt(page, "field-reinspect-beside-large");
  await fitsAtDouble(page, "field-reinspect-beside-large");
  await phone.button("记下这条").click();
});

test("another fails with a reason and a new deadline, and one is left for later", async ({ stage }) => {
  const [first, , third] = served.hazards;
  await page
    .getByRole("navigation", { name: "要复查的隐患" })
    .getByRole("button", { name: third?.description })
    .click();
  await page.getByRole("radio", { name: "不合格" }).click();
  await expect(page.getByLabel("为什么不合格")).toBeInViewport();
  await page.getByLabel("为什么不合格").fill("罩子装了一半");
  await page.getByRole("radio", { name: /^7日/ }).click();
  await lookAt(page, "field-reinspect-failing-large");
  await fitsAtDouble(page, "field-reinspect-failing-large");
  await phone.button("记下这条").click();
  await expect(page.locator("p.lead")).toHaveText(first?.description ?? "");
  await allDelivered(phone);
  const officer = personOf(stage, "officer");
  const factsOf = async (id: string | undefined) => (await officer.get(`/api/v1/hazards/${id}`)) as HazardFacts;
  await expect.poll(async () => (await factsOf(third?.hazardId)).hazard).toMatchObject({ status: "open", round: 2 });
  expect((await factsOf(served.hazards[1]?.hazardId)).hazard).toMatchObject({ status: "closed" });
  expect((await factsOf(first?.hazardId)).hazard).toMatchObject({ status: "open", round: 1 });
});
