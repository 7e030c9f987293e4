// Rollups: their figures are the overview's, an observer sees those of the own division, and nothing else.
import { afterAll, beforeAll, expect, test } from "vitest";
import { overviewSchema } from "#api/overview.ts";
import { listRollups } from "#api/rollups.ts";
import { platformTenantId } from "#domain/access/roles.ts";
import { actorOf } from "#server/access/sessions.ts";
import { mustIssue } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { runDaily } from "#server/jobs/daily.ts";
import type { Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let district: Person;
let otherDistrict: Person;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  const { office } = subdistrict;
  const { writePath } = office.instance.services;
  for (const code of ["330109", "330110"])
    await mustIssue(writePath, "test", platformTenantId, "division.register", { code, name: `${code}区` });
  const observer = (name: string, divisionCode: string) =>
    office.addPerson("observer", name, { tenantId: platformTenantId, divisionCode });
  district = await observer("区级观察员（演示）", "330109");
  otherDistrict = await observer("邻区观察员（演示）", "330110");
  await inspect(subdistrict, subdistrict.first, 3);
  office.clock.moveTo("2026-05-20T01:00:00.000Z");
  await runDaily(office.instance.services);
});
afterAll(() => subdistrict.close());

const rollupsOf = async (person: Person) => listRollups.response.parse((await person.get("/api/v1/rollups")).json);

test("the figures are the overview's", async () => {
  const { json } = await subdistrict.officer.get("/api/v1/overview");
  const { targets, hazards } = overviewSchema.parse(json);
  const [coverage, standardization] = [targets[0], targets[1]];
  const { rows } = await rollupsOf(district);
  const row = rows.find((one) => one.tenantId === subdistrict.office.tenantId);
  expect(row).toMatchObject({
    ...{ day: "2026-05-20", inScope: coverage?.of, covered: coverage?.done },
    ...{ standardizationDue: standardization?.of, standardizationDone: standardization?.done },
    ...{ found: hazards.found.count, open: hazards.open.count, overdue: hazards.overdue.count },
  });
  expect([row?.inScope, row?.covered, row?.found, row?.overdue]).toEqual([2, 1, 3, 3]);
});

test("run again it changes nothing; the next day it stands beside the day before", async () => {
  const { office } = subdistrict;
  const before = await rollupsOf(district);
  await runDaily(office.instance.services);
  expect(await rollupsOf(district)).toEqual(before);
  office.clock.moveTo("2026-05-21T01:00:00.000Z");
  await runDaily(office.instance.services);
  expect((await rollupsOf(district)).rows[0]?.day).toBe("2026-05-21");
});

test("an observer of another division sees no row of it", async () => {
  expect((await rollupsOf(otherDistrict)).rows).toEqual([]);
});

test("an observer reads rollups and nothing else, by route and by row security", async () => {
  const { office } = subdistrict;
  for (const route of ["overview", "enterprises", "hazards", "documents", "people", "contracts", "scope-decisions"])
    expect([route, (await district.get(`/api/v1/${route}`)).status]).toEqual([route, 403]);
  expect((await subdistrict.officer.get("/api/v1/rollups")).status).toBe(403);
  const { database } = office.instance.services;
  const actor = actorOf({
    ...{ tenantId: platformTenantId, id: district.membershipId, accountId: district.accountId, role: "observer" },
    ...{ scopeKind: "division", scopeId: null, divisionCode: "330109", displayName: district.name, title: null },
    ...{ validFrom: "2026-04-01", validTo: null, createdAt: "2026-04-01T01:00:00.000Z" },
  });
  for (const tenantId of [platformTenantId, office.tenantId]) {
    const counts = await asActor(database, tenantId, actor, async ({ db }) => {
      const tables = ["enterprises", "hazards", "visits", "scopeDecisions", "memberships", "journalEvents"] as const;
      const rows = [];
      for (const table of tables) rows.push((await db.selectFrom(table).selectAll().execute()).length);
      return rows;
    });
    expect([tenantId, ...counts]).toEqual([tenantId, 0, 0, 0, 0, 0, 0]);
  }
});
