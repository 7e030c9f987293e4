// Figures of the overview against the rows they open, the register, the file of one enterprise; two actors see different rows.
import { afterAll, beforeAll, expect, test } from "vitest";
import { enterpriseFileSchema, listEnterprises } from "#api/enterprises.ts";
import { type Overview, overviewSchema } from "#api/overview.ts";
import { newId, type Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  await inspect(subdistrict, subdistrict.first, 3);
});
afterAll(() => subdistrict.close());

async function overviewOf(person: Person, query = ""): Promise<Overview> {
  const { status, json } = await person.get(`/api/v1/overview${query}`);
  expect(status).toBe(200);
  return overviewSchema.parse(json);
}

async function registerOf(person: Person, filter: Record<string, string>) {
  const { status, json } = await person.get(`/api/v1/enterprises?${new URLSearchParams(filter)}`);
  expect([status, json.problem]).toEqual([200, undefined]);
  return listEnterprises.response.parse(json);
}

test("coverage counts those inspected among those in scope, and names who is missing", async () => {
  const { officer, second } = subdistrict;
  const { targets } = await overviewOf(officer);
  const coverage = targets.find((target) => target.measure === "coverage");
  expect(coverage).toMatchObject({ done: 1, of: 2, rate: 0.5, missingCount: 1 });
  expect(coverage?.missing.map((one) => one.name)).toEqual([second.name]);
  const standardization = targets.find((target) => target.measure === "standardization");
  expect(standardization).toMatchObject({ done: 0, of: 2, rate: 0 });
});

test("every figure of the targets opens exactly its rows", async () => {
  const { officer } = subdistrict;
  const { targets } = await overviewOf(officer);
  for (const { measure, done, of, missingCount, doneRows, ofRows, missingRows } of targets) {
    const counts = await Promise.all(
      [doneRows, ofRows, missingRows].map(async (rows) => (await registerOf(officer, rows.filter)).total),
    );
    expect([measure, ...counts]).toEqual([measure, done, of, missingCount]);
  }
});

test("acts are counted apart, and each cell opens the enterprises it counts", async () => {
  const { officer } = subdistrict;
  const { acts } = await overviewOf(officer);
  const year = acts.filter((cell) => cell.periodNo === null);
  expect(year.map((cell) => [cell.kind, cell.total])).toEqual([
    ["inspection", 8],
    ["supervision", 8],
    ["reinspection", 8],
  ]);
  for (const cell of acts) expect(cell.done + cell.nothingOpen + cell.owed + cell.gap).toBe(cell.total);
  const first = acts.find((cell) => cell.kind === "inspection" && cell.periodNo === 1);
  expect(first).toMatchObject({ total: 2, done: 1, owed: 1, gap: 0 });
  const done = await registerOf(officer, { act: "inspection", period: "1", actState: "done" });
  expect(done.rows.map((row) => row.name)).toEqual([subdistrict.first.name]);
  for (const cell of acts.filter(({ periodNo }) => periodNo !== null)) {
    const { actState: _gap, ...filter } = cell.rows.filter;
    const totalOf = async (actState: string) => (await registerOf(officer, { ...filter, actState })).total;
    expect(await totalOf("fulfilled")).toBe(cell.done + cell.nothingOpen);
    expect(await totalOf("owed")).toBe(cell.owed);
  }
});

test("hazards are counted once, by family, step and holder alike", async () => {
  const { hazards } = await overviewOf(subdistrict.officer);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  expect(hazards.found.count).toBe(3);
  expect(hazards.open.count).toBe(3);
  expect(sum(hazards.byFamily.map((one) => one.found.count))).toBe(3);
  expect(sum(hazards.byCategory.map((one) => one.found.count))).toBe(3);
  expect(sum(hazards.bySteps.map((one) => one.open.count))).toBe(3);
  expect(hazards.overdue.count).toBe(0);
  expect(hazards.mostOverdue).toEqual([]);
});

test("once the deadline is past, the overdue stand with their holder and in the needs of today", async () => {
  const { office, officer } = subdistrict;
  const before = office.clock.now();
  office.clock.moveTo("2026-05-20T01:00:00.000Z");
  const { hazards, needs } = await overviewOf(officer);
  expect(hazards.overdue.count).toBe(3);
  expect(hazards.overdueByHolder.map((one) => [one.holder, one.overdue.count])).toEqual([["enterprise", 3]]);
  expect(hazards.mostOverdue.every((one) => one.daysLate > 0)).toBe(true);
  expect(needs.map((need) => [need.key, need.count])).toContainEqual(["overdueWithEnterprise", 3]);
  const list = await registerOf(officer, { overdue: "1" });
  expect(list.rows.map((row) => row.overdueHazards)).toEqual([3]);
  office.clock.moveTo(before);
});

test("another agency and another community see none of it, and no list in scope", async () => {
  const { second } = subdistrict;
  for (const person of [second.agencyLead, second.communityOfficer]) {
    const { hazards, targets, acts } = await overviewOf(person);
    expect([person.role, hazards.found.count, targets]).toEqual([person.role, 0, []]);
    expect(acts.find((cell) => cell.kind === "inspection" && cell.periodNo === null)?.total).toBe(4);
    const register = await registerOf(person, {});
    expect(register.rows.map((row) => [row.name, row.scope])).toEqual([[second.name, null]]);
    expect((await registerOf(person, { scope: "in" })).total).toBe(0);
  }
});

test("a rate with nothing to divide by is null", async () => {
  const { office } = subdistrict;
  const tenantId = await office.addTenant("空街道（演示）");
  const officer = await office.addPerson("officer", "空科员（演示）", { tenantId });
  const { scheme, targets, acts, hazards } = await overviewOf(officer);
  expect([scheme, targets, acts, hazards.found.count]).toEqual([null, [], [], 0]);
  const community = newId();
  const { officer: own } = subdistrict;
  const cut = await overviewOf(own, `?community=${community}`);
  expect(cut.targets.map((target) => target.rate)).toEqual([null, null]);
});

test("search text means itself, and the order is the register's", async () => {
  const { officer, first, second } = subdistrict;
  expect((await registerOf(officer, { text: "%" })).total).toBe(0);
  expect((await registerOf(officer, { text: "恒达" })).rows.map((row) => row.id)).toEqual([first.enterpriseId]);
  expect((await registerOf(officer, {})).rows.map((row) => row.id)).toEqual([first.enterpriseId, second.enterpriseId]);
});

test("the file shows the visit in its period, and is not found outside the scope", async () => {
  const { officer, first, second } = subdistrict;
  const { json } = await officer.get(`/api/v1/enterprises/${first.enterpriseId}`);
  const file = enterpriseFileSchema.parse(json);
  const done = file.acts.find((act) => act.kind === "inspection" && act.periodNo === 1);
  expect(done).toMatchObject({ state: "done", found: 3, fixedOnSite: 0 });
  expect(done?.people[0]).toBe(first.expert.name);
  expect(file.hazards).toMatchObject({ total: 3, open: 3 });
  expect(file.scopeDecisions?.filter((one) => one.holds)).toHaveLength(1);
  expect(file.visits).toHaveLength(1);
  const asCommunity = await first.communityOfficer.get(`/api/v1/enterprises/${first.enterpriseId}`);
  expect(enterpriseFileSchema.parse(asCommunity.json).scopeDecisions).toBeNull();
  expect((await second.agencyLead.get(`/api/v1/enterprises/${first.enterpriseId}`)).status).toBe(404);
});

test("the register goes to Excel", async () => {
  const { officer } = subdistrict;
  const answer = await officer.request({ method: "GET", url: "/api/v1/enterprises.xlsx?scope=in" });
  expect(answer.status).toBe(200);
  expect(answer.text.startsWith("PK")).toBe(true);
});

test("a saved view is its maker's alone", async () => {
  const { officer, officeLead } = subdistrict;
  const viewId = newId();
  await officer.act("view.save", { viewId, list: "enterprises", name: "有逾期", query: "overdue=1" });
  const views = async (person: Person) => (await person.get("/api/v1/saved-views?list=enterprises")).json.views;
  expect(await views(officer)).toEqual([{ id: viewId, list: "enterprises", name: "有逾期", query: "overdue=1" }]);
  expect(await views(officeLead)).toEqual([]);
  await officer.act("view.remove", { viewId });
  expect(await views(officer)).toEqual([]);
});
