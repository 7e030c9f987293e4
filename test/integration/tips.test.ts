// Tips and complaints through the public's door and the office's: what a machine cannot send, what the receipt opens, who sees
// what, and who may do what about it. The second wall is asked bare.
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf, membershipsOf } from "#server/access/sessions.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { MOST_REPORTS } from "#server/http/portal-tip-guard.ts";
import { sendMessages } from "#server/messages/send-messages.ts";
import { ORIGIN, type Person } from "./setup/people.ts";
import { openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let colleague: Person;
const base = "/t/330109001/tip";

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  colleague = await subdistrict.office.addPerson("officer", "许科员（演示）");
});
afterAll(() => subdistrict.close());

const hosts = Array.from({ length: 200 }, (_, index) => `203.0.113.${index + 10}`);
/** A phone on a network of its own. */
function phone(address = hosts.pop() ?? "203.0.113.1") {
  const ask = async (method: "GET" | "POST", url: string, body?: { payload: Buffer | string; type: string }) => {
    const headers = { host: new URL(ORIGIN).host, origin: ORIGIN, ...(body ? { "content-type": body.type } : {}) };
    const { office } = subdistrict;
    const payload = body ? { payload: body.payload } : {};
    const response = await office.app.inject({ method, url, headers, remoteAddress: address, ...payload });
    return { status: response.statusCode, text: response.body };
  };
  return {
    get: (url: string) => ask("GET", url),
    async send(url: string, fields: Record<string, string>, photos: readonly Buffer[] = []) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      for (const bytes of photos)
        form.append("photo", new File([new Uint8Array(bytes)], "a.jpg", { type: "image/jpeg" }));
      const encoded = new Response(form);
      return ask("POST", url, {
        payload: Buffer.from(await encoded.arrayBuffer()),
        type: encoded.headers.get("content-type") ?? "",
      });
    },
  };
}

const DIGITS = "零一二三四五六七八九";

function formIn(page: string) {
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const [, a = "", b = ""] = /([二三四五六七八九])加([二三四五六七八九])等于几/.exec(page) ?? [];
  return { token, answer: String(DIGITS.indexOf(a) + DIGITS.indexOf(b)) };
}

const danger = { about: "enterprise", text: "一楼安全出口用铁链锁着，里面有人上班", place: "演示路1号后门" };
const reporter = { name: "过路人（演示）", contact: "13800000000" };

function receiptIn(page: string) {
  const number = /XS\d{6}-[0-9A-Z]{6}/.exec(page)?.[0] ?? "";
  const secret = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page)?.[0] ?? "";
  return { number, secret };
}

/** Opens the form, waits as a person does, and sends it. */
async function report(fields: Record<string, string>, photos: readonly Buffer[] = [], from = phone()) {
  const form = formIn((await from.get(base)).text);
  subdistrict.office.clock.moveTo(new Date(Date.parse(subdistrict.office.clock.now()) + 5_000).toISOString());
  const sent = { ...form, ...fields };
  const answer = await from.send(base, sent, photos);
  return { ...answer, ...receiptIn(answer.text), sent, from };
}

const rows = <T>(work: (db: Parameters<Parameters<typeof asActor<T>>[3]>[0]["db"]) => Promise<T>): Promise<T> =>
  asActor(subdistrict.office.instance.services.database, subdistrict.office.tenantId, systemActor("test"), ({ db }) =>
    work(db),
  );

async function idOf(number: string): Promise<string> {
  const tip = await rows((db) =>
    db.selectFrom("tips").select("id").where("number", "=", number).executeTakeFirstOrThrow(),
  );
  return tip.id;
}

/** A photo that says where it was taken. */
function placedPhoto() {
  return sharp({ create: { width: 400, height: 300, channels: 3, background: "#a54" } })
    .withExif({
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "30/1 11/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "120/1 15/1 0/1" },
    })
    .jpeg()
    .toBuffer();
}

test("a passer-by reports with a photo and reads the answer with the receipt; sent again it stays one", async () => {
  const { officer, officeLead, office, first } = subdistrict;
  const photo = await placedPhoto();
  expect((await sharp(photo).metadata()).exif?.includes("GPS") ?? false).toBeDefined();
  const sent = await report({ ...danger, ...reporter }, [photo]);
  expect([sent.status, sent.number, sent.secret].map(Boolean)).toEqual([true, true, true]);
  expect(sent.status).toBe(200);
  const again = await sent.from.send(base, sent.sent, [photo]);
  expect(receiptIn(again.text)).toEqual({ number: sent.number, secret: sent.secret });
  const changed = await sent.from.send(base, { ...sent.sent, text: "改了的话" }, [photo]);
  expect(changed.text).toContain("后来改的没有存");

  const id = await idOf(sent.number);
  const stored = await rows((db) => db.selectFrom("tips").selectAll().execute());
  expect(stored).toHaveLength(1);
  // Three and fifteen working days from Monday 13 April; 1–5 May are off.
  expect(stored[0]).toMatchObject({ state: "reported", triageDue: "2026-04-16", answerDue: "2026-05-07" });
  const page = await officeLead.get(`/api/v1/tips/${id}`);
  expect(page.json).toMatchObject({ number: sent.number, reporter, mayKnowReporter: true });
  const picture = await office.app.inject({
    method: "GET",
    url: `/api/v1/tips/${id}/photos/${page.json.photos[0].id}`,
    headers: { cookie: await officer.cookie(), host: new URL(ORIGIN).host },
  });
  expect(picture.statusCode).toBe(200);
  expect((await sharp(picture.rawPayload).metadata()).exif).toBeUndefined();

  await office.runJobs();
  await sendMessages(office.instance.services);
  const inbox = await officer.get("/api/v1/messages");
  expect(inbox.text).toContain("tip.reported");

  const mine = async (person: Person) =>
    (await person.get("/api/v1/work-items")).json.items.filter(({ subject }: { subject: string }) => subject === "tip");
  expect(await mine(officer)).toMatchObject([{ kind: "tipTriage", subjectId: id, dueOn: "2026-04-16" }]);
  const elsewhere = { tipId: id, enterpriseId: first.enterpriseId, siteId: subdistrict.second.siteId };
  expect((await officer.send("tip.triage", elsewhere)).problem?.code).toBe("tip.site_elsewhere");
  await officer.act("tip.triage", { ...elsewhere, siteId: first.siteId, note: "先打电话" });
  expect(await mine(officer)).toMatchObject([{ kind: "tipAnswer", enterpriseName: first.name }]);
  expect(await mine(colleague)).toEqual([]);
  expect((await colleague.send("tip.answer", { tipId: id, text: "来了" })).problem?.code).toBe("tip.not_handler");
  await officer.act("tip.answer", { tipId: id, text: "明天上午去看。" });
  await officer.act("tip.close", { tipId: id, outcome: "confirmed", text: "铁链已经拆了，门能推开。" });
  expect((await officer.send("tip.answer", { tipId: id, text: "再说一句" })).problem?.code).toBe("tip.closed");

  const answer = await sent.from.send(`${base}/answer`, { number: sent.number, secret: sent.secret });
  expect(answer.status).toBe(200);
  for (const words of ["已办结", "情况属实，已处理", "铁链已经拆了", "明天上午去看"])
    expect(answer.text).toContain(words);
  // Neither the officer, nor the enterprise it was found to be, nor what the office noted for itself.
  for (const words of [officer.name, first.name, "先打电话", "13800000000"]) expect(answer.text).not.toContain(words);
});

test("the reporter is known to the lead and to the officer who handles it; each reading is logged", async () => {
  const { officer, officeLead } = subdistrict;
  const { number } = await report({ ...danger, ...reporter });
  const id = await idOf(number);
  const read = async (person: Person) => (await person.get(`/api/v1/tips/${id}`)).json;
  const memberUnit = await subdistrict.office.addPerson("memberUnit", "城管科（演示）");
  for (const person of [officer, memberUnit])
    expect(await read(person)).toMatchObject({ reporter: null, mayKnowReporter: false });
  await officer.act("tip.take", { tipId: id });
  expect(await read(officer)).toMatchObject({ reporter });
  expect(await read(colleague)).toMatchObject({ reporter: null });
  await colleague.act("tip.take", { tipId: id });
  expect(await read(officer)).toMatchObject({ reporter: null });
  await read(officeLead);
  const logged = await rows((db) =>
    db
      .selectFrom("accessLog")
      .select("actor")
      .where("act", "=", "tip.reporter")
      .where("subject", "=", `tips:${id}`)
      .execute(),
  );
  expect(logged.map(({ actor }) => actor)).toEqual([
    `member:${officer.membershipId}`,
    `member:${officeLead.membershipId}`,
  ]);
});

test("a complaint is the office lead's alone, by both walls, in lists, work, messages and acts", async () => {
  const { officer, officeLead, office } = subdistrict;
  const { number } = await report({ about: "official", text: "检查的人收了东西", ...reporter });
  const agencys = await report({ about: "agency", text: "专家没到场就写了报告" });
  const id = await idOf(number);
  await office.runJobs();
  await sendMessages(office.instance.services);
  const auditor = await office.addPerson("auditor", "审计（演示）");
  const memberUnit = await office.addPerson("memberUnit", "消安办（演示）");
  const leader = await office.addPerson("leader", "组长（演示）");
  const others = [
    officer,
    colleague,
    auditor,
    memberUnit,
    leader,
    subdistrict.enforcement,
    subdistrict.first.agencyLead,
  ];
  for (const person of others) {
    expect([person.role, (await person.get(`/api/v1/tips/${id}`)).status].join()).toMatch(/,40[34]$/);
    for (const url of ["/api/v1/tips", "/api/v1/work-items?view=all", "/api/v1/messages", "/api/v1/message-sends"])
      expect([person.role, url, (await person.get(url)).text.includes(number)]).toEqual([person.role, url, false]);
    expect([person.role, await bareCount(person, "tips"), await bareCount(person, "tipReporters")]).toEqual([
      ...[person.role, person.role === "agencyLead" ? 0 : await plainTips()],
      person.role === "officer" ? await plainReporters() : 0,
    ]);
  }
  for (const name of ["tip.take", "tip.answer", "tip.close", "tip.triage"]) {
    const args = { tipId: id, text: "好", outcome: "notFound", enterpriseId: subdistrict.first.enterpriseId };
    expect((await officer.send(name, args)).problem?.code, name).toBe("tip.not_found");
  }
  expect((await officeLead.get("/api/v1/tips")).text).toContain(number);
  expect((await officeLead.get("/api/v1/work-items")).text).toContain(number);
  const told = await officeLead.get("/api/v1/messages");
  expect(told.text).toContain("tip.complaint");
  expect(told.text).not.toContain("收了东西");
  expect(
    (await officeLead.send("tip.triage", { tipId: id, enterpriseId: subdistrict.first.enterpriseId })).problem?.code,
  ).toBe("tip.complaint_no_enterprise");
  await officeLead.act("tip.answer", { tipId: id, text: "已经找当事人谈话。" });
  await officeLead.act("tip.close", { tipId: id, outcome: "confirmed", text: "已经处理。" });
  expect(agencys.status).toBe(200);
});

async function plainTips(): Promise<number> {
  return (await rows((db) => db.selectFrom("tips").select("id").where("about", "=", "enterprise").execute())).length;
}
async function plainReporters(): Promise<number> {
  return (await rows((db) => db.selectFrom("tipReporters").select("tipId").where("about", "=", "enterprise").execute()))
    .length;
}

/** Rows with nothing but the actor set. */
async function bareCount(person: Person, table: "tips" | "tipReporters"): Promise<number> {
  const { services } = subdistrict.office.instance;
  const membership = (await membershipsOf(services.database, person.accountId, services.clock.now()))[0];
  if (!membership) throw new Error("no membership");
  return asActor(services.database, person.tenantId, actorOf(membership), async ({ db }) => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return row.n;
  });
}

test("the public reaches the tip of its receipt and no other", async () => {
  const { database } = subdistrict.office.instance.services;
  const mine = await idOf((await report(danger)).number);
  const others = await rows((db) => db.selectFrom("tips").select("id").where("id", "<>", mine).execute());
  expect(others.length).toBeGreaterThan(0);
  const actor = { kind: "public", id: mine, role: "public", name: "", scopeId: mine } as const;
  const seen = await asActor(database, subdistrict.office.tenantId, actor, ({ db }) =>
    db.selectFrom("tips").select("id").execute(),
  );
  expect(seen).toEqual([{ id: mine }]);
  const unknown = await phone().send(`${base}/answer`, { number: "XS260413-AAAAAA", secret: "AAAA-BBBB-CCCC" });
  expect([unknown.status, unknown.text.includes("没有这个编号和查询码")]).toEqual([404, true]);
});

test("a machine's forms are not taken, and say what to do; the words stay in the form", async () => {
  const count = () => rows(async (db) => (await db.selectFrom("tips").select("id").execute()).length);
  const before = await count();
  const from = phone();
  const form = formIn((await from.get(base)).text);
  const tooSoon = await from.send(base, { ...form, ...danger });
  expect([tooSoon.status, tooSoon.text.includes("交得太快了"), tooSoon.text.includes(danger.text)]).toEqual([
    422,
    true,
    true,
  ]);
  const wrong = await report({ ...danger, answer: "1" });
  expect(wrong.text).toContain("那道题答得不对");
  const trapped = await report({ ...danger, homepage: "https://spam.example" });
  expect(trapped.status).toBe(422);
  const forged = await report({ ...danger, token: "x" });
  expect(forged.text).toContain("放得太久了");
  // A form of one subdistrict is none of another's.
  await subdistrict.office.addTenant("别的街道（演示）");
  const foreign = await phone().send("/t/330109002/tip", { ...form, ...danger });
  expect(foreign.text).toContain("放得太久了");
  const nowhere = await report({ ...danger, place: "" });
  expect([nowhere.status, nowhere.text.includes("找不到地方")]).toEqual([422, true]);
  const noPicture = await report(danger, [Buffer.from("not a picture")]);
  expect(noPicture.status).toBe(422);
  expect(await count()).toBe(before);
  expect((await phone().get("/t/999999999/tip")).status).toBe(404);
  const chinese = formIn((await from.get(base)).text);
  const sum = Number(chinese.answer);
  const words = sum < 10 ? DIGITS[sum] : `十${sum === 10 ? "" : DIGITS[sum - 10]}`;
  expect((await report({ ...danger, answer: "" }, [], from)).status).toBe(422);
  subdistrict.office.clock.moveTo(new Date(Date.parse(subdistrict.office.clock.now()) + 5_000).toISOString());
  expect((await from.send(base, { ...danger, ...chinese, answer: words ?? "" })).status).toBe(200);
});

test("one network sends so many an hour; another goes on", async () => {
  const from = phone("2001:db8:1:2::10");
  for (let n = 0; n < MOST_REPORTS; n += 1) expect((await report(danger, [], from)).status).toBe(200);
  const more = await report(danger, [], phone("2001:db8:1:2:ffff::1"));
  expect([more.status, more.text.includes("交得太多了")]).toEqual([429, true]);
  expect((await report(danger, [], phone("2001:db8:1:3::10"))).status).toBe(200);
});

test("the lead sets the terms; a new tip has them, an old one keeps its own", async () => {
  const { officeLead, officer } = subdistrict;
  const terms = { triageWorkingDays: 1, answerWorkingDays: 5 };
  expect((await officer.send("tip.setTerms", terms)).problem?.code).toBe("command.not_yours");
  expect((await officeLead.send("tip.setTerms", { ...terms, triageWorkingDays: 9 })).problem?.code).toBe(
    "tip.terms_reversed",
  );
  await officeLead.act("tip.setTerms", terms);
  const { number } = await report(danger);
  const tip = await rows((db) =>
    db.selectFrom("tips").selectAll().where("number", "=", number).executeTakeFirstOrThrow(),
  );
  expect(tip).toMatchObject({ triageDue: "2026-04-14", answerDue: "2026-04-20" });
  expect((await officer.get("/api/v1/tips")).json.terms).toEqual(terms);
});
