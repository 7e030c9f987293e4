// The night's reminders reach inboxes: each party's own people, each moment once, in the scope of the hazard.
import { afterAll, beforeAll, expect, test } from "vitest";
import { listInbox } from "#api/messages.ts";
import { addDays, instantAt } from "#domain/calendar/local-date.ts";
import { runDaily } from "#server/jobs/daily.ts";
import { sendMessages } from "#server/messages/send-messages.ts";
import { tellReminders } from "#server/messages/tell-reminders.ts";
import type { Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

/** Served on 13 April with fifteen days. */
const DUE = "2026-04-28";
let subdistrict: Subdistrict;
let owner: Person;
let strange: Person;
let community: Person;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  const { office, first, second } = subdistrict;
  owner = await office.addPerson("enterprisePrincipal", "何厂长（演示）", { scopeId: first.enterpriseId });
  strange = await office.addPerson("enterprisePrincipal", "别厂长（演示）", { scopeId: second.enterpriseId });
  community = await office.addPerson("communityOfficer", "联络员（演示）", { scopeId: first.communityId });
  await inspect(subdistrict, first, 2);
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
