// The nightly deadlines against real tables: who is told when, once; what climbs; what is proposed and left to a person; and
// that rules are seen, tried and changed by those who may.
import { afterAll, beforeAll, expect, test } from "vitest";
import { getClimbingRules, listReminders, previewClimbing } from "#api/climbing.ts";
import { addDays, instantAt } from "#domain/calendar/local-date.ts";
import { defaultLadders } from "#domain/climbing/ladders.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { runDeadlines } from "#server/jobs/nightly-deadlines.ts";
import { newId, type Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let visited: Visited;
let leader: Person;
/** Served on 13 April with fifteen days. */
const DUE = "2026-04-28";

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  leader = await subdistrict.office.addPerson("leader", "领导小组（演示）");
  visited = await inspect(subdistrict, subdistrict.first, 2);
  await inspect(subdistrict, subdistrict.second, 1);
});
afterAll(() => subdistrict.close());

function nightOf(day: string) {
  const { office } = subdistrict;
  office.clock.moveTo(instantAt(day, "01:00"));
  return runDeadlines(office.instance.services, office.tenantId, day);
}

async function told(person: Person) {
  const { status, json, text } = await person.get("/api/v1/reminders");
  expect([status, text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return listReminders.response.parse(json);
}

async function journalLength(): Promise<number> {
  const { office } = subdistrict;
  return asActor(office.instance.services.database, office.tenantId, systemActor("test"), async ({ db }) => {
    const row = await db
      .selectFrom("journalEvents")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirst();
    return Number(row?.n ?? 0);
  });
}

test("nothing before its time; each moment once; the second run of a day writes nothing", async () => {
  expect(await nightOf(addDays(DUE, -4))).toEqual({ reminders: 0, proposed: 0 });
  expect(await nightOf(addDays(DUE, -3))).toEqual({ reminders: 3, proposed: 0 });
  expect(await nightOf(addDays(DUE, -2))).toEqual({ reminders: 0, proposed: 0 });
  expect(await nightOf(DUE)).toEqual({ reminders: 3, proposed: 0 });
  const before = await journalLength();
  expect(await nightOf(DUE)).toEqual({ reminders: 0, proposed: 0 });
  expect(await journalLength()).toBe(before);
});

test("it climbs: the community, then the office, each in its own scope; the leading group not until it is turned on", async () => {
  const { first, second, officer } = subdistrict;
  await nightOf(addDays(DUE, 1));
  expect((await told(first.communityOfficer)).total).toBe(0);
  await nightOf(addDays(DUE, 3));
  expect((await told(first.communityOfficer)).total).toBe(2);
  expect((await told(second.communityOfficer)).total).toBe(1);
  expect((await told(officer)).total).toBe(0);
  await nightOf(addDays(DUE, 7));
  const { rows } = await told(officer);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({ dueOn: DUE, afterDays: 7, day: addDays(DUE, 7), holder: "enterprise" });
  expect((await told(leader)).total).toBe(0);
});

test("what was missed while the server was away is told once, at its latest moment", async () => {
  const { office } = subdistrict;
  const rows = await asActor(office.instance.services.database, office.tenantId, systemActor("test"), ({ db }) =>
    db.selectFrom("reminders").select(["told", "afterDays"]).where("told", "=", "enterprise").execute(),
  );
  expect(new Set(rows.map((row) => row.afterDays))).toEqual(new Set([-3, 0, 1]));
});

test("what is settled disappears from everybody's list", async () => {
  const { first, officer } = subdistrict;
  const [hazardId = ""] = visited.hazardIds;
  const owner = await subdistrict.office.addPerson("enterprisePrincipal", "何先生（演示）", {
    scopeId: first.enterpriseId,
  });
  expect((await told(owner)).total).toBe(2);
  const parts = { stepsTaken: "已订货", daysNeeded: 40, reason: "配件要定做", interimProtection: "停用并围挡" };
  const extensionId = newId();
  await owner.act("extension.request", { hazardId, extensionId, ...parts });
  expect((await told(officer)).total).toBe(2);
  await officer.act("extension.decide", { hazardId, outcome: "grant", grantedUntil: addDays(DUE, 60), reason: "属实" });
  expect((await told(owner)).total).toBe(1);
});

test("the office tries rules before it changes them, and only the lead turns on the last step after a preview", async () => {
  const { officer, officeLead, first } = subdistrict;
  const ladders = { ...defaultLadders, enterprise: { ...defaultLadders.enterprise, leadingGroup: 8 } };
  const day = addDays(DUE, 8);
  subdistrict.office.clock.moveTo(instantAt(day, "10:00"));
  const answer = await officer.request({ method: "POST", url: "/api/v1/climbing-rules/preview", payload: { ladders } });
  const preview = previewClimbing.response.parse(answer.json);
  const hits = preview.counts.find((one) => one.told === "leadingGroup")?.hits ?? 0;
  expect(hits).toBe(2);
  expect(preview.rows.filter((row) => row.told === "leadingGroup")).toHaveLength(2);
  const refused = await first.agencyLead.request({
    method: "POST",
    url: "/api/v1/climbing-rules/preview",
    payload: { ladders },
  });
  expect(refused.status).toBe(403);
  const change = { ruleId: newId(), ladders, validFrom: day, reason: "领导小组会议要求" };
  expect((await officeLead.send("climbing.change", change)).problem?.code).toBe("climbing.no_preview");
  const seen = { previewedOn: preview.day, previewedHits: hits };
  expect((await officer.send("climbing.change", { ...change, ...seen })).problem?.code).toBe("climbing.lead_only");
  await officeLead.act("climbing.change", { ...change, ...seen });
  expect((await nightOf(day)).reminders).toBe(hits);
  expect((await told(leader)).total).toBe(hits);
  const { json } = await leader.get("/api/v1/climbing-rules");
  expect(getClimbingRules.response.parse(json)).toMatchObject({
    ladders,
    versions: [{ previewedHits: hits, changedByName: officeLead.name, reason: "领导小组会议要求" }],
  });
});

test("overdue beyond the set days, a referral is proposed once and waits for a person; declined, it does not come back", async () => {
  const { officer } = subdistrict;
  const [, hazardId = ""] = visited.hazardIds;
  expect(await nightOf(addDays(DUE, 29))).toMatchObject({ proposed: 0 });
  expect(await nightOf(addDays(DUE, 30))).toMatchObject({ proposed: 2 });
  expect(await nightOf(addDays(DUE, 30))).toEqual({ reminders: 0, proposed: 0 });
  const { json } = await officer.get("/api/v1/work-items?view=mine&kind=referral");
  expect(json.items).toHaveLength(2);
  expect(json.items[0]).toMatchObject({ fromName: "系统", holder: "officer" });
  await officer.act("referral.decide", { hazardId, outcome: "decline", reason: "已约谈，再给一周" });
  expect(await nightOf(addDays(DUE, 31))).toMatchObject({ proposed: 0 });
});
