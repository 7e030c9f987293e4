// A whole visit without a signal on a phone four times slower than this machine: prepared, 20 hazards with 40 photos, a reload, a
// battery that dies, signed and served; then signed in again over a link that loses every fourth request, and all of it on the
// server, equal.
import { lookAt } from "../accessible.ts";
import { expect, test } from "../journey.ts";
import { personOf } from "../people-on-stage.ts";
import { serveEnterprise, serveVisit } from "../served-visit.ts";
import { worsenLink } from "./bad-link.ts";
import { FieldPhone } from "./field-pages.ts";
import { machineTime, makeProfile, type OpenedBrowser, openBrowser, slowDown } from "./killable-browser.ts";
import { photoNo } from "./numbered-photo.ts";
import { openSite, sha256 } from "./phone-on-stage.ts";

test.use({ stageName: "field-whole-visit" });
test.describe.configure({ mode: "serial", timeout: 900_000 });

const NAME = "杭州盘古减速机有限公司（演示）";
const SLOWER = 4;
/** Fewer while the test itself is worked on. */
const HAZARDS = Number(process.env.BIHUAN_HAZARDS ?? 20);
const FINISH_SECONDS = 10;
/** Of the items that the words find, in two sections of the checklist. */
const WORDS = ["配电箱前堆放纸箱，箱门打不开", "灭火器压力不足", "电线私拉乱接", "安全出口锁闭堵塞"] as const;

let profile: Awaited<ReturnType<typeof makeProfile>>;
let browser: OpenedBrowser;
let phone: FieldPhone;
let enterpriseId: string;
let record: { readonly number: string; readonly digest: string };
const originals: string[] = [];

test.beforeAll(async ({ stage }) => {
  const served = await serveEnterprise(stage, 41, NAME);
  enterpriseId = served.enterpriseId;
  await serveVisit(stage, served, 2);
  profile = await makeProfile();
  await open(stage.url);
});

test.afterAll(async () => {
  await browser?.kill();
  await profile?.remove();
});

async function open(url: string, rate = SLOWER): Promise<void> {
  browser = await openBrowser(profile.folder, url);
  phone = new FieldPhone(browser.page);
  await slowDown(browser.page, rate);
}

/** A hazard with two photos: camera, camera again, the words, keep it. */
async function capture(no: number): Promise<void> {
  const files = [await photoNo(2 * no), await photoNo(2 * no + 1)] as const;
  await phone.takePhoto("拍隐患", files[0]);
  await phone.takePhoto("再拍一张", files[1]);
  await expect(phone.page.getByRole("button", { name: "第2张" })).toBeVisible();
  await phone.pickItem(WORDS[no % WORDS.length] ?? WORDS[0]);
  await phone.button("记下这条").click();
  await phone.page.getByText("清单 ").waitFor();
  originals.push(...files.map((file) => sha256(file.buffer)));
}

test("prepares for the day and says so", async ({ stage }) => {
  const { page } = phone;
  await page.goto(`${stage.url}/field/`);
  await phone.signIn(stage.people.expert.login, stage.people.expert.password);
  await expect(page.getByText("已备齐，今天没信号也能用")).toBeVisible({ timeout: 60_000 });
  await phone.button("出发前准备").click();
  await expect(page.getByText("都备齐了")).toBeVisible();
  await expect(page.getByText(/照片2 \/ 2张/)).toBeVisible();
  await expect(page.getByText(/占了\d+MB/)).toBeVisible();
  await lookAt(page, "field-ready");
});

test("arrives and inspects without a signal, through a reload", async ({ stage }) => {
  const { page } = phone;
  await browser.context.setOffline(true);
  await page.goto(`${stage.url}/field/#/ready`);
  await expect(phone.button("没信号，连上网再备")).toBeDisabled();
  await openSite(phone, NAME, stage.url);
  await phone.startVisit();
  await expect(page.getByText("到场的时间和位置已记一次")).toBeVisible();
  await phone.accompany("街道安监人员", stage.people.officer.displayName);
  await phone.openSection("消防安全");
  await capture(0);
  await phone.openSection("用电安全");
  await page.evaluate("scrollTo(0, 600)");
  await page.waitForTimeout(1_500);
  await page.reload();
  await expect(page.getByRole("heading", { name: "用电安全" })).toBeVisible();
  await expect.poll(() => page.evaluate<number>("scrollY")).toBe(600);
});

test("stands where it stood after the battery died, with every photo", async ({ stage }) => {
  await phone.takePhoto("拍隐患", await photoNo(900));
  await phone.page.locator(".shot__img").waitFor();
  await phone.page.getByLabel("看到什么").fill("写到一半就没电了");
  await expect(phone.page.getByLabel("看到什么")).toHaveValue("写到一半就没电了");
  await phone.page.waitForTimeout(1_000);
  await browser.kill();
  await open(stage.url);
  await browser.context.setOffline(true);
  // A browser writes its session down twice a minute: a battery that dies may take it along. Here it always does.
  await browser.context.clearCookies();
  // By the icon on the home screen, which knows no address.
  await phone.page.goto(`${stage.url}/field/`);
  await expect(phone.page.getByLabel("看到什么")).toHaveValue("写到一半就没电了");
  await expect(phone.page.locator(".shot__img")).toBeVisible();
  await phone.button("返回").click();
  await phone.page.getByText("清单 ").waitFor();
  await expect(phone.badge()).toContainText("仅在本机");
});

test(`finishes ${HAZARDS} hazards with ${2 * HAZARDS} photos in under ${FINISH_SECONDS} s of the machine's time`, async () => {
  const { page } = phone;
  // What is measured is the end of the visit; the way there is walked at full speed.
  await slowDown(page, 1);
  await page.getByRole("button", { name: /先拍着/ }).click();
  await settleUnfinished();
  for (let no = 1; no < HAZARDS; no += 1) await capture(no);
  await answerTheRest();
  await slowDown(page, SLOWER);
  const machine = await machineTime(page);
  const parts = {
    finish: await timed(async () => {
      await phone.button("收尾").click();
      await page.getByText("念给企业听").waitFor();
    }),
    sign: 0,
    serve: 0,
    paper: 0,
  };
  await page.getByLabel("企业谁参加").fill("何先生（演示）");
  for (const who of [/专家/, /街道/, /企业/]) {
    const button = page.locator("button.sig", { hasText: who });
    await phone.sign(who);
    parts.sign += await timed(() => button.getByAltText("已签字").waitFor());
  }
  parts.serve = await timed(async () => {
    await phone.button("签好了，送达企业").click();
    await page.getByText("已送达企业，期限从今天起算").waitFor();
  });
  parts.paper = await timed(async () => {
    await page.getByText("看现场检查记录").click();
    await page.getByRole("article", { name: "现场检查记录" }).waitFor();
  });
  const seconds = await machine.seconds();
  const what = `${HAZARDS} hazards, ${2 * HAZARDS} photos, ${SLOWER}x slower`;
  console.log(
    `finish to signed record, ${what}: ${seconds.toFixed(2)} s of machine time, by the clock ${words(parts)}`,
  );
  expect(seconds).toBeLessThan(FINISH_SECONDS);
  const text = (await page.getByRole("article", { name: "现场检查记录" }).textContent()) ?? "";
  record = { number: /编号(\S+?)企业/.exec(text)?.[1] ?? "", digest: /[0-9a-f]{64}/.exec(text)?.[0] ?? "" };
  expect(record.number).not.toBe("");
  await expect(page.getByText("还没上传：现在扫会看到")).toBeVisible();
});

/** The photo that was on the screen when the battery died is thrown out of the tray, with a reason. */
async function settleUnfinished(): Promise<void> {
  const { page } = phone;
  await phone.button("放回").click();
  await page.locator("button.tile").click();
  await phone.button("不要").click();
  await phone.button("拍糊了").click();
  await phone.button("不要这些").click();
  await phone.button("返回").click();
  await page.getByText("清单 ").waitFor();
}

/** Sections begun are completed, one tap each. */
async function answerTheRest(): Promise<void> {
  const { page } = phone;
  await phone.button("收尾").click();
  await page.getByText("念给企业听").waitFor();
  const open = page.getByRole("button", { name: /^去补：.*没勾/ });
  while ((await open.count()) > 0) {
    await open.first().click();
    await phone.restConform();
    await phone.button("撤销").waitFor();
    await phone.button("收尾").click();
    await page.getByText("念给企业听").waitFor();
  }
  await phone.button("返回").click();
  await page.getByText("清单 ").waitFor();
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return (performance.now() - started) / 1000;
}

function words(parts: Readonly<Record<string, number>>): string {
  const sum = Object.values(parts).reduce((total, one) => total + one, 0);
  const each = Object.entries(parts).map(([name, seconds]) => `${name} ${seconds.toFixed(2)}`);
  return `${sum.toFixed(2)} s (${each.join(", ")})`;
}

test("arrives whole through a bad link, every hash equal", async ({ stage }) => {
  const { login, password } = stage.people.expert;
  await slowDown(phone.page, SLOWER);
  await browser.context.setOffline(false);
  await phone.badge().click();
  await phone.button("去登录").click();
  await expect(phone.page.getByText("有内容在本机，不会丢")).toBeVisible();
  const link = await worsenLink(browser.context);
  await phone.signIn(login, password);
  // Long enough on the bad link to lose some of everything; then the signal is good and the rest follows.
  await expect.poll(() => link.lost(), { timeout: 180_000 }).toBeGreaterThan(5);
  await link.mend();
  await slowDown(phone.page, 1);
  await browser.context.setOffline(true);
  await browser.context.setOffline(false);
  await expect(phone.badge()).toContainText("都已送达", { timeout: 400_000 });
  const { rows } = (await personOf(stage, "expert").get("/api/v1/sync")) as {
    readonly rows: Record<string, readonly Record<string, unknown>[]>;
  };
  const visit = rows.visits?.find((one) => one.enterpriseId === enterpriseId && one.discardedPhotos === 1);
  const document = rows.documents?.find((one) => one.visitId === visit?.id);
  expect(document).toMatchObject({ number: record.number, dataDigest: record.digest });
  const hazards = rows.hazards?.filter((one) => one.visitId === visit?.id) ?? [];
  expect(hazards).toHaveLength(HAZARDS);
  expect(new Set(hazards.map((one) => one.number)).size).toBe(HAZARDS);
  const slots = rows.photoSlots?.filter((one) => hazards.some((hazard) => hazard.id === one.hazardId)) ?? [];
  expect(slots.filter((one) => one.state !== "stored")).toEqual([]);
  expect(slots.map((one) => one.originalSha256).toSorted()).toEqual(originals.toSorted());
  expect(slots.filter((one) => one.originalState !== "stored")).toEqual([]);
});
