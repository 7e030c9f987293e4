// The registers an enterprise keeps (R13, R17): who enters, what the next day stands on, what a newer entry does, who sees it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantAt } from "#domain/calendar/local-date.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { tellRegisters } from "#server/messages/tell-registers.ts";
import { newId, type Person } from "./setup/people.ts";
import { openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let owner: Person;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  const { office, first } = subdistrict;
  owner = await office.addPerson("enterprisePrincipal", "何先生（演示）", { scopeId: first.enterpriseId });
});
afterAll(() => subdistrict.close());

const drill = (more: object = {}) => ({
  ...{ entryId: newId(), enterpriseId: subdistrict.first.enterpriseId, kind: "drill", variety: "overall" },
  ...{ subject: "喷漆房起火疏散", headcount: 42, happenedOn: "2026-03-31", next: { source: "term", term: "drill" } },
  ...more,
});
const list = async (person: Person, query = "") => {
  const { status, json } = await person.get(`/api/v1/enterprise-registers${query}`);
  expect(status).toBe(200);
  return json;
};
const refusal = async (person: Person, name: string, args: object) => (await person.send(name, args)).problem?.code;

test("a drill's next day is counted by the rule in law; a newer drill puts the older to rest, an older one comes behind", async () => {
  const first = drill();
  await owner.act("register.enter", first);
  const [row] = (await list(subdistrict.officer)).rows;
  expect(row).toMatchObject({
    dueOn: "2026-09-30",
    dueSource: "term",
    dueTerm: "drill",
    onBehalf: false,
    state: "standing",
  });
  await owner.act("register.enter", drill({ happenedOn: "2026-04-10" }));
  await owner.act("register.enter", drill({ happenedOn: "2025-10-01" }));
  const { rows } = await list(subdistrict.officer);
  expect(rows.map((one: { dueOn: string }) => one.dueOn)).toEqual(["2026-10-10"]);
  const renewed = await list(subdistrict.officer, "?state=renewed");
  expect(renewed.rows.map((one: { happenedOn: string }) => one.happenedOn)).toEqual(["2025-10-01", "2026-03-31"]);
  expect(await refusal(owner, "register.enter", first)).toBe("register.known");
});

test("an entry without a next day says why; what cannot be is refused in words", async () => {
  const paper = {
    kind: "personCertificate",
    variety: "specialOperation",
    subject: "焊工 林师傅（演示）",
    number: "T330109",
  };
  const enter = (more: object) => owner.act("register.enter", drill({ ...paper, headcount: null, ...more }));
  await enter({ happenedOn: null, next: { source: "unknown" } });
  await enter({
    subject: "电工 赵师傅（演示）",
    happenedOn: "2023-05-01",
    next: { source: "stated", on: "2026-05-01" },
  });
  const missing = await list(subdistrict.officer, "?due=missing");
  expect(missing.rows).toMatchObject([{ dueOn: null, dueSource: "unknown" }]);
  expect(missing.counts).toMatchObject({ all: 3, past: 0, d30: 1, missing: 1 });
  const tries = [
    [drill({ variety: "none" }), "register.variety"],
    [drill({ happenedOn: "2026-05-01" }), "register.in_future"],
    [drill({ next: { source: "term", term: "safetyValve" } }), "register.term_not_here"],
    [drill({ happenedOn: null }), "register.term_without_day"],
    [drill({ next: { source: "own", on: "2026-01-01" } }), "register.due_before"],
    [drill({ subject: " " }), "command.malformed"],
    [drill({ enterpriseId: subdistrict.second.enterpriseId }), "register.enterprise_not_found"],
  ] as const;
  for (const [args, code] of tries) expect(await refusal(owner, "register.enter", args)).toBe(code);
  for (const role of ["expert", "agencyLead"] as const) {
    expect(await refusal(subdistrict.first[role], "register.enter", drill())).toBe("command.not_yours");
  }
});

test("community and office enter on its behalf, marked; only those around the enterprise see it", async () => {
  const { first, second, officer } = subdistrict;
  const plan = { kind: "emergencyPlan", subject: "综合应急预案", headcount: null, happenedOn: "2026-01-05" };
  await first.communityOfficer.act("register.enter", drill({ ...plan, next: { source: "own", on: "2029-01-05" } }));
  expect(await refusal(second.communityOfficer, "register.enter", drill())).toBe("register.enterprise_not_found");
  const mine = await list(first.communityOfficer, "?kind=emergencyPlan");
  expect(mine.rows).toMatchObject([{ onBehalf: true, enteredByName: first.communityOfficer.name }]);
  expect((await list(first.expert, "?kind=emergencyPlan")).total).toBe(1);
  for (const stranger of [second.expert, second.communityOfficer]) expect((await list(stranger)).total).toBe(0);
  const sheet = await officer.get("/api/v1/enterprise-registers.xlsx?kind=emergencyPlan");
  expect([sheet.status, sheet.text.startsWith("PK")]).toEqual([200, true]);
});

test("corrected with a reason, struck out and never deleted", async () => {
  const entryId = newId();
  await owner.act(
    "register.enter",
    drill({ entryId, kind: "training", variety: "other", next: { source: "lasting" } }),
  );
  const { enterpriseId: _e, kind: _k, ...content } = drill({ entryId, variety: "other" });
  const corrected = { ...content, headcount: 40, next: { source: "own", on: "2026-12-01" }, reason: "人数数错了" };
  await owner.act("register.correct", corrected);
  const own = (await list(subdistrict.officer, "?kind=training")).rows;
  expect(own).toMatchObject([{ headcount: 40, dueOn: "2026-12-01", correctedReason: "人数数错了" }]);
  await owner.act("register.strike", { entryId, reason: "记重了" });
  expect((await list(subdistrict.officer, "?kind=training")).total).toBe(0);
  expect((await list(subdistrict.officer, "?kind=training&state=struck")).rows).toMatchObject([
    { struckReason: "记重了" },
  ]);
  expect(await refusal(owner, "register.strike", { entryId, reason: "再划一次" })).toBe("register.struck");
  expect(await refusal(owner, "register.correct", corrected)).toBe("register.struck");
});

test("the registers go along when another agency takes the enterprise over", async () => {
  const { first, second, officer, office } = subdistrict;
  office.clock.moveTo(instantAt("2026-04-14", "09:00"));
  const before = (await list(first.expert)).total;
  await officer.act("enterprise.entrust", { enterpriseIds: [first.enterpriseId], agencyId: second.agencyId });
  expect([(await list(first.expert)).total, (await list(second.expert)).total]).toEqual([0, before]);
});

test("told 90, 30 and 7 days before, on the day and once past it, each once; the community from 7 days on", async () => {
  const { office, second } = subdistrict;
  const services = office.instance.services;
  const other = await office.addPerson("enterprisePrincipal", "任先生（演示）", { scopeId: second.enterpriseId });
  const lapse = { kind: "enterpriseLicence", variety: "fire", subject: "消防检查合格（演示）", headcount: null };
  const next = { source: "stated", on: "2026-07-31" };
  await other.act(
    "register.enter",
    drill({ ...lapse, enterpriseId: second.enterpriseId, happenedOn: "2025-07-31", next }),
  );
  const heard = (person: Person) =>
    asActor(services.database, office.tenantId, systemActor("test"), ({ db }) =>
      db
        .selectFrom("messages")
        .select("words")
        .where("event", "=", "register.due")
        .where("membershipId", "=", person.membershipId)
        .orderBy("createdAt")
        .execute(),
    );
  const left = async (person: Person) => (await heard(person)).map(({ words }) => JSON.parse(words).余天);
  for (const day of [
    "2026-05-01",
    "2026-05-02",
    "2026-05-03",
    "2026-07-01",
    "2026-07-25",
    "2026-07-31",
    "2026-08-03",
  ]) {
    office.clock.moveTo(instantAt(day, "09:00"));
    await tellRegisters(services, office.tenantId, day);
    expect(await tellRegisters(services, office.tenantId, day)).toBe(0);
  }
  expect(await left(other)).toEqual(["余90天", "余30天", "余6天", "今天到期", "过期3天"]);
  expect(await left(second.communityOfficer)).toEqual(["余6天", "今天到期", "过期3天"]);
  expect((await left(subdistrict.officer)).at(-1)).toBe("过期3天");
  expect(await left(subdistrict.first.expert)).toEqual([]);
});
