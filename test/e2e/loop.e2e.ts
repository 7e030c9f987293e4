// The whole loop once, by the people who turn it: from the office's list to the hazard closed after enforcement.
import type { BrowserContextOptions } from "@playwright/test";
import type { PlanBoard } from "#api/plan.ts";
import type { SceneName } from "../../scenario/photos.ts";
import { makeEnterpriseList } from "../../src/cli/make-enterprise-list.ts";
import { lookAt, lookAtBoth } from "./accessible.ts";
import { importEnterprises } from "./console-import.ts";
import { concludeContract, entrustAll, makePlan } from "./console-office.ts";
import { eventsOf, openWorkItem } from "./console-work.ts";
import { FieldPhone } from "./field/field-pages.ts";
import { allDelivered, findAndFixOnSpot, findByChecklist, passReinspection, signAndServe } from "./field-visit.ts";
import { expect, PHONE, test } from "./journey.ts";
import { personOf } from "./people-on-stage.ts";
import { superviseByCall } from "./portal-community.ts";
import { greetingOf, jpeg, openHazard, prove, receiveAll } from "./portal-owner.ts";
import { photoOf } from "./served-visit.ts";
import type { Stage } from "./stage-process.ts";

test.use({ stageName: "loop" });
test.describe.configure({ mode: "serial" });

const DEVICE: BrowserContextOptions = {
  viewport: PHONE,
  hasTouch: true,
  geolocation: { latitude: 30.18, longitude: 120.26 },
  permissions: ["geolocation"],
};
const COMMUNITY = "柳溪村";
const OWNER = { name: "何建国（演示）", position: "厂长" };
const PROVED = "配电箱前堆放纸箱，箱门打不开";
const REFUSED = "车间从插座私拉电线到搅拌机";
const FIXED = "皮带轮外露，没有防护罩";

let inScope = 0;
let plain: ReadonlySet<string> = new Set();
let target: { readonly id: string; readonly name: string };
let held: FieldPhone | undefined;
let secret = "";
const hazards = new Map<string, string>();

async function photo(scene: SceneName, after = false) {
  return jpeg("photo.jpg", await photoOf(scene, 7, new Date().toISOString(), after));
}

/** The first planned enterprise of the stage's community whose checklist has nothing special. */
async function firstPlanned(stage: Stage): Promise<typeof target> {
  const officer = personOf(stage, "officer");
  const running = (await officer.get("/api/v1/plan")) as PlanBoard;
  const next = (await officer.get(`/api/v1/plan?period=${Math.min(4, (running.period ?? 0) + 1)}`)) as PlanBoard;
  const tasks = [...running.tasks, ...next.tasks].filter(
    (task) => task.communityName === COMMUNITY && task.on !== null && plain.has(task.enterpriseName),
  );
  const [first] = tasks.toSorted((a, b) => (a.on ?? "").localeCompare(b.on ?? ""));
  if (!first) throw new Error(`nobody of ${COMMUNITY} is planned`);
  return { id: first.enterpriseId, name: first.enterpriseName };
}

/** The expert's phone: the same one all along. */
function thePhone(): FieldPhone {
  if (!held) throw new Error("the expert has no phone yet");
  return held;
}

function idOf(description: string): string {
  const id = hazards.get(description);
  if (!id) throw new Error(`${description} is not known to the office`);
  return id;
}

async function rowsAt<T>(stage: Stage, path: string): Promise<readonly T[]> {
  const answer = (await personOf(stage, "officer").get(path)) as { readonly rows: readonly T[] };
  return answer.rows;
}

test.afterAll(() => held?.page.context().close());

test("the office imports its list", async ({ openAs }) => {
  const { bytes, truth } = await makeEnterpriseList();
  const page = await openAs("officer");
  await importEnterprises(page, bytes, truth.accepted);
  await page.getByRole("link", { name: "看名册" }).click();
  await expect(page.getByText(`这里有${truth.accepted}家`)).toBeVisible();
  inScope = truth.scope.a + truth.scope.b;
  plain = new Set(truth.enterprises.filter((one) => one.tag === null).map((one) => one.name));
});

test("the office entrusts, concludes the contract and plans", async ({ openAs, stage }) => {
  const lead = await openAs("officeLead");
  await entrustAll(lead, inScope);
  await concludeContract(lead, inScope);
  await makePlan(await openAs("officer"), inScope);
  target = await firstPlanned(stage);
});

test("the expert inspects without a signal and hands over the signed record", async ({ stage, browser }) => {
  const context = await browser.newContext({ ...DEVICE, baseURL: stage.url });
  const phone = new FieldPhone(await context.newPage());
  held = phone;
  const { page } = phone;
  await phone.open();
  await phone.signIn(stage.people.expert.login, stage.people.expert.password);
  await expect(page.getByText("已备齐，今天没信号也能用")).toBeVisible({ timeout: 30_000 });
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  await context.setOffline(true);
  await page.goto("/field/#/week");
  const planned = page.getByRole("button", { name: new RegExp(target.name) }).first();
  await planned.waitFor();
  await lookAt(page, "field-week");
  await planned.click();
  await expect(page.getByRole("button", { name: /^检查/, pressed: true })).toHaveCount(1);
  await lookAt(page, "field-site");
  await phone.startVisit();
  await phone.accompany("街道安监人员", stage.people.officer.displayName);
  await phone.openSection("用电安全");
  const box = { photo: await photo("electricalBox"), description: PROVED, place: "机加工车间东侧" };
  await findByChecklist(phone, "配电箱周边堆物", box);
  const wire = { photo: await photo("warehouse"), description: REFUSED, place: "二车间" };
  await findByChecklist(phone, "临时用电和私拉乱接", wire);
  const belt = { photo: await photo("unguardedMachine"), description: FIXED, place: "冲压机旁" };
  await findAndFixOnSpot(phone, belt, await photo("unguardedMachine", true));
  secret = await signAndServe(phone, OWNER.name);
  await expect(page.getByText(/现场检查记录\d{4}-/)).toBeVisible();
  await expect(phone.badge()).toContainText("仅在本机");
  await lookAt(page, "field-served-offline");
  await context.setOffline(false);
  await allDelivered(phone);
  const rows = await rowsAt<{ id: string; description: string }>(
    stage,
    `/api/v1/hazards?state=all&enterprise=${target.id}`,
  );
  for (const row of rows) hazards.set(row.description, row.id);
  expect(new Set(hazards.keys())).toEqual(new Set([PROVED, REFUSED, FIXED]));
});

test("the report is reviewed by one, released by another, and opens as a PDF", async ({ openAs }) => {
  const reviewer = await openAs("reviewer");
  const item = await openWorkItem(reviewer, "mine", /^排查报告/);
  await item.getByRole("link", { name: "打开报告去审核" }).click();
  await lookAtBoth(reviewer, "document-draft");
  await reviewer.getByRole("button", { name: "审核通过" }).click();
  await expect(reviewer.getByText("已审核，等负责人签发")).toBeVisible();
  const lead = await openAs("agencyLead");
  const waiting = await openWorkItem(lead, "mine", /^排查报告/);
  await waiting.getByRole("link", { name: "打开报告去签发" }).click();
  await lead.getByRole("button", { name: "签发报告" }).click();
  await expect(lead.getByText("已签发，马上制成PDF")).toBeVisible();
  const open = lead.getByRole("link", { name: "打开PDF" });
  await expect(async () => {
    await lead.reload();
    await expect(open).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  const pdf = await lead.request.get((await open.getAttribute("href")) ?? "");
  expect(pdf.headers()["content-type"]).toContain("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("the owner receives by the link alone and proves one with a photo", async ({ openDevice }) => {
  const page = await openDevice({ viewport: PHONE });
  await page.goto(`/l/${secret}`);
  await expect(greetingOf(page)).toContainText("还有2条要改");
  await receiveAll(page, OWNER);
  await openHazard(page, secret, PROVED);
  await prove(page, await photo("electricalBox", true), "纸箱搬走了，门前画了线。");
});

test("the community presses", async ({ openAs }) => {
  const page = await openAs("community", { viewport: PHONE });
  await superviseByCall(page, target.name, "老板说电线没人管，不改");
});

test("the expert comes back: one passes, the other is refused", async () => {
  const phone = thePhone();
  const { page } = phone;
  await page.goto("/field/#/week");
  await page.reload();
  await page
    .getByRole("button", { name: new RegExp(target.name) })
    .first()
    .click();
  await phone.recordRefusal({ what: "拒绝整改", by: OWNER.name, words: "电线一直这么拉，不改", about: [REFUSED] });
  await allDelivered(phone);
  await phone.startReinspection();
  await page.getByRole("button", { name: new RegExp(PROVED) }).click();
  await passReinspection(phone, PROVED, await photo("electricalBox", true));
  await lookAt(page, "field-reinspect-pair");
  await phone.button("记下这条").click();
  await allDelivered(phone);
});

test("the officer refers it", async ({ openAs }) => {
  const page = await openAs("officer");
  const drawer = await openWorkItem(page, "mine", REFUSED);
  await lookAtBoth(page, "work-list-referral");
  await drawer.getByLabel(/理由|原因/).fill("同意移送");
  await drawer.getByRole("button", { name: "同意移送" }).click();
  await expect(page.getByText("已移送，等执法人员签收")).toBeVisible();
});

test("enforcement receives and concludes", async ({ openAs }) => {
  const page = await openAs("enforcement");
  await page.goto(`/console/hazards/${idOf(REFUSED)}`);
  await page.getByRole("button", { name: "签收移送" }).click();
  await page.getByLabel(/案号/).fill("演示案〔2026〕1号");
  await page.getByRole("dialog").getByRole("button", { name: "签收" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "回填执法结果" }).click();
  await page.getByLabel(/^文号/).fill("演示令〔2026〕1号");
  await page.getByLabel(/执法人员/).fill("韩队、蒋队员");
  await page.getByLabel(/执法证号/).fill("演示执法001、演示执法002");
  await lookAtBoth(page, "hazard-conclude");
  await page.getByRole("dialog").getByRole("button", { name: "记下结果" }).click();
  await expect(page.getByText("已记下结果，等专家最终复查")).toBeVisible();
});

test("the final re-inspection closes it", async () => {
  const phone = thePhone();
  const { page } = phone;
  await page.goto("/field/#/today");
  await page.reload();
  await phone.openFirm(target.name);
  await page.getByRole("button", { name: new RegExp(REFUSED) }).click();
  await passReinspection(phone, REFUSED, await photo("warehouse", true));
  await phone.button("记下这条").click();
  await allDelivered(phone);
});

test("the hazard's page tells every step", async ({ openAs }) => {
  const page = await openAs("officer");
  const found = ["签收隐患", "送达现场检查记录", "记录隐患"];
  expect(await eventsOf(page, idOf(PROVED))).toEqual(["复查合格", "记一次督促", "提交整改", ...found]);
  const enforced = ["回填执法结果", "签收移送", "决定是否移送", "提请执法", "记一次督促"];
  expect(await eventsOf(page, idOf(REFUSED))).toEqual(["复查合格", ...enforced, ...found]);
  await expect(page.getByText("已销号").first()).toBeVisible();
  await lookAtBoth(page, "hazard-closed");
});
