// The night's reminders reach inboxes: each party's own people, each moment once, in the scope of the hazard.
import { afterAll, beforeAll, expect, test } from "vitest";
import { listInbox } from "#api/messages.ts";
import { addDays, instantAt } from "#domain/calendar/local-date.ts";
import { runDaily } from "#server/jobs/daily.ts";
import { sendMessages } from "#server/messages/send-messages.ts";
import { tellHazard } from "#server/messages/tell-hazard.ts";
import { tellReminders } from "#server/messages/tell-reminders.ts";
import { newId, type Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

/** Served on 13 April with fifteen days. */
const DUE = "2026-04-28";
let subdistrict: Subdistrict;
let owner: Person;
let strange: Person;
let community: Person;
let visited: Visited;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  const { office, first, second } = subdistrict;
  owner = await office.addPerson("enterprisePrincipal", "何厂长（演示）", { scopeId: first.enterpriseId });
  strange = await office.addPerson("enterprisePrincipal", "别厂长（演示）", { scopeId: second.enterpriseId });
  community = await office.addPerson("communityOfficer", "联络员（演示）", { scopeId: first.communityId });
  visited = await inspect(subdistrict, first, 2);
});
afterAll(() => subdistrict.close());

async function night(day: string) {
  const { services } = subdistrict.office.instance;
  subdistrict.office.clock.moveTo(instantAt(day, "09:00"));
  await runDaily(services);
  await sendMessages(services);
}
const textsOf = async (person: Person) =>
  listInbox.response
    .parse((await person.get("/api/v1/messages")).json)
    .messages.map(({ event, text }) => `${event} ${text}`);

test("before, on and after the day the owner hears, and nobody else's owner; then it climbs to the community", async () => {
  const { services } = subdistrict.office.instance;
  await night(addDays(DUE, -3));
  const soon = await textsOf(owner);
  expect(soon).toHaveLength(2);
  expect(soon[0]).toMatch(/^hazard\.dueSoon .*4月28日（周二）到期，余3天。办理：http:\/\/bihuan\.test\/enterprise$/);
  expect(await tellReminders(services, subdistrict.office.tenantId, addDays(DUE, -3))).toBe(0);
  await night(addDays(DUE, -3));
  expect(await textsOf(owner)).toHaveLength(2);
  await night(DUE);
  await night(addDays(DUE, 1));
  expect((await textsOf(owner)).map((text) => text.split(" ")[0])).toEqual([
    ...["hazard.overdue", "hazard.overdue", "hazard.dueToday", "hazard.dueToday", "hazard.dueSoon", "hazard.dueSoon"],
  ]);
  expect(await textsOf(community)).toEqual([]);
  await night(addDays(DUE, 3));
  const climbed = await textsOf(community);
  expect(climbed).toHaveLength(2);
  expect(climbed[0]).toMatch(
    /^hazard\.climbed .*逾期3天，现在转村社区督促。办理：http:\/\/bihuan\.test\/console\/hazards\//,
  );
  expect(await textsOf(strange)).toEqual([]);
});

test("a suspected major hazard, an extension asked and its answer are heard by those they concern, each once", async () => {
  const { office, first, officer } = subdistrict;
  const { services } = office.instance;
  const heard = async (person: Person) => {
    await office.runJobs();
    await sendMessages(services);
    return (await textsOf(person)).filter((text) => !/dueSoon|dueToday|overdue|climbed/.test(text));
  };
  const [hazardId = "", other = ""] = visited.hazardIds;
  await first.expert.act("severity.suspect", { hazardId, severityCase: "安全出口锁闭", reason: "需要核对" });
  expect(await heard(officer)).toEqual([expect.stringMatching(/^hazard\.suspectedMajor 疑似重大，待确认。/)]);
  expect(await heard(first.agencyLead)).toHaveLength(1);
  expect(await heard(subdistrict.second.agencyLead)).toEqual([]);
  await owner.act("extension.request", {
    ...{ hazardId: other, extensionId: newId(), stepsTaken: "已订货", daysNeeded: 10 },
    ...{ reason: "配件要从外地发货", interimProtection: "先断电挂牌" },
  });
  expect(await heard(officer)).toContainEqual(
    expect.stringMatching(/^extension\.asked .*申请延期10天.*理由：配件要从外地发货/),
  );
  expect(await heard(owner)).toEqual([]);
  const grantedUntil = addDays(office.clock.now().slice(0, 10), 8);
  await officer.act("extension.decide", { hazardId: other, outcome: "grant", grantedUntil, reason: "属实" });
  expect(await heard(owner)).toEqual([
    expect.stringMatching(/^extension\.decided .*的延期同意延到5月9日（周六）（属实）/),
  ]);
  expect(await heard(officer)).toHaveLength(2);
  expect(await tellHazard(services, office.tenantId, other)).toBe(0);
});

test("those who supervise get the number to call, and the reading is logged; others get none", async () => {
  const { first, second, officer } = subdistrict;
  const url = `/api/v1/enterprises/${first.enterpriseId}/phone`;
  expect((await officer.get(url)).status).toBe(200);
  expect((await community.get(`/api/v1/enterprises/${second.enterpriseId}/phone`)).status).toBe(
    first.communityId === second.communityId ? 200 : 404,
  );
  expect((await first.expert.get(url)).status).toBe(403);
});
