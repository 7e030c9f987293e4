// The work list and the hazard pages: two agencies and two communities see different rows; what may be done is what is offered.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Need } from "#api/overview.ts";
import { getResponsibility, type Responsibility } from "#api/responsibility.ts";
import { runDaily } from "#server/jobs/daily.ts";
import type { Person } from "./setup/people.ts";
import { newId } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let visited: readonly [Visited, Visited];
let owner: Person;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  const { office, first, second } = subdistrict;
  visited = [await inspect(subdistrict, first, 3), await inspect(subdistrict, second, 2)];
  owner = await office.addPerson("enterprisePrincipal", "何先生（演示）", { scopeId: first.enterpriseId });
  const parts = { stepsTaken: "已订货", daysNeeded: 12, reason: "配件要定做", interimProtection: "停用并围挡" };
  await owner.act("extension.request", { hazardId: visited[0].hazardIds[0], extensionId: newId(), ...parts });
  await first.expert.act("severity.suspect", { hazardId: visited[0].hazardIds[1], severityCase: "粉尘清理制度缺失" });
  await second.expert.act("hazard.proposeVoid", { hazardId: visited[1].hazardIds[0], reason: "记重了" });
  await office.runJobs();
});
afterAll(() => subdistrict.close());

async function kindsOf(person: Person, query: string): Promise<string[]> {
  const { json, status, text } = await person.get(`/api/v1/work-items?${query}`);
  expect([status, text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return json.items.map((item: { kind: string }) => item.kind).sort();
}

test("the office sees both agencies' items, each agency and community its own", async () => {
  const { officer, first, second } = subdistrict;
  const all = await kindsOf(officer, "view=all");
  expect(all).toEqual(["extension", "rectify", "rectify", "reviewReport", "reviewReport", "severity", "void"]);
  const one = await kindsOf(first.agencyLead, "view=all");
  const other = await kindsOf(second.agencyLead, "view=all");
  expect(one).toEqual(["extension", "rectify", "reviewReport", "severity"]);
  expect([...one, ...other]).toHaveLength(all.length);
  expect(await kindsOf(first.communityOfficer, "view=all")).toEqual(["extension", "rectify", "severity"]);
});

test("each role's own items are those it settles", async () => {
  const { officer, first, second, enforcement } = subdistrict;
  expect(await kindsOf(officer, "view=mine")).toEqual(["extension", "severity", "void"]);
  expect(await kindsOf(first.reviewer, "view=mine")).toEqual(["reviewReport"]);
  expect(await kindsOf(second.agencyLead, "view=mine")).toEqual(["void"]);
  expect(await kindsOf(enforcement, "view=mine")).toEqual([]);
});

test("an item says who holds it, since when, and by which day", async () => {
  const { json } = await subdistrict.officer.get("/api/v1/work-items?view=all&kind=extension");
  expect(json.items).toHaveLength(1);
  expect(json.items[0]).toMatchObject({
    holder: "officer",
    since: "2026-04-13",
    dueOn: null,
    enterpriseDue: "2026-04-28",
    daysAsked: 12,
    fromName: "何先生（演示）",
  });
  expect(json.counts).toMatchObject({ mine: 3, all: 7 });
});

test("an item names which agency or community holds it", async () => {
  const { first, officer } = subdistrict;
  const { json } = await officer.get("/api/v1/work-items?view=all&kind=reviewReport");
  const names = json.items.map((item: { holderName: string | null }) => item.holderName);
  expect(names.toSorted()).toEqual(["第1安全技术服务公司（演示）", "第2安全技术服务公司（演示）"]);
  const severity = await first.communityOfficer.get("/api/v1/work-items?view=all&kind=severity");
  expect(severity.json.items[0].holderName).toBeNull();
});

test("what the overview says needs someone opens just as many items, where they are decided", async () => {
  for (const person of [subdistrict.officer, subdistrict.second.agencyLead, subdistrict.first.reviewer]) {
    const { json } = await person.get("/api/v1/overview");
    const inWork = json.needs.filter((need: Need) => need.rows.list === "workItems");
    expect([person.role, inWork.length > 0]).toEqual([person.role, true]);
    for (const { key, count, rows } of inWork as Need[]) {
      const list = await person.get(`/api/v1/work-items?${new URLSearchParams(rows.filter)}`);
      expect([person.role, key, list.json.total]).toEqual([person.role, key, count]);
    }
  }
  const { clock } = subdistrict.office;
  const before = clock.now();
  clock.moveTo("2026-07-02T01:00:00.000Z");
  const late = (await subdistrict.officer.get("/api/v1/overview")).json.needs as Need[];
  const supervision = late.find(({ key }) => key === "supervisionDue");
  const behind = await subdistrict.officer.get(
    `/api/v1/work-items?${new URLSearchParams(supervision?.rows.filter ?? {})}`,
  );
  expect([supervision?.count, behind.json.total]).toEqual([2, 2]);
  clock.moveTo(before);
  const { json } = await subdistrict.officer.get("/api/v1/overview");
  expect(json.needs.map((need: Need) => [need.key, need.rows.list])).toEqual(
    ["severityToConfirm", "extensionToDecide", "voidToConfirm"].map((key) => [key, "workItems"]),
  );
});

test("the list of hazards is cut by figure and by wall", async () => {
  const { officer, first, second } = subdistrict;
  const totals = await Promise.all(
    [officer, first.expert, second.expert, first.communityOfficer].map(async (person) => {
      const { json } = await person.get("/api/v1/hazards?state=open");
      return json.total;
    }),
  );
  expect(totals).toEqual([5, 3, 2, 3]);
  const flagged = await officer.get("/api/v1/hazards?flag=extensionPending");
  expect(flagged.json.rows.map((row: { id: string }) => row.id)).toEqual([visited[0].hazardIds[0]]);
  const overdue = await officer.get("/api/v1/hazards?state=open&overdue=1");
  expect(overdue.json.total).toBe(0);
});

test("a hazard's page offers exactly what the role may do now", async () => {
  const { officer, first, second, enforcement } = subdistrict;
  const actsOf = async (person: Person, id: string | undefined) =>
    (await person.get(`/api/v1/hazards/${id}`)).json.acts;
  expect(await actsOf(officer, visited[0].hazardIds[0])).toEqual(["extension.decide"]);
  expect(await actsOf(officer, visited[0].hazardIds[1])).toEqual(["severity.confirm", "severity.setBack"]);
  expect(await actsOf(second.agencyLead, visited[1].hazardIds[0])).toEqual(["hazard.confirmVoid"]);
  expect(await actsOf(enforcement, visited[0].hazardIds[0])).toEqual([]);
  expect((await second.expert.get(`/api/v1/hazards/${visited[0].hazardIds[0]}`)).status).toBe(404);
  const page = (await first.expert.get(`/api/v1/hazards/${visited[0].hazardIds[0]}`)).json;
  expect(page.steps.map((step: { state: string }) => step.state)).toEqual([
    "done",
    "done",
    "current",
    "ahead",
    "ahead",
  ]);
  expect(page.events[0].command).toBe("extension.request");
  expect(page.citations.length).toBeGreaterThan(0);
});

test("what is offered is accepted", async () => {
  const { officer } = subdistrict;
  const before = (await officer.get(`/api/v1/hazards/${visited[0].hazardIds[1]}`)).json;
  const dustCase = before.majorCases.find((one: { words: string }) => one.words.includes("积尘严重"));
  expect(Date.parse(before.hazard.severityDueAt) - Date.parse(before.hazard.suspectedAt)).toBe(2 * 3_600_000);
  await officer.act("severity.confirm", {
    hazardId: visited[0].hazardIds[1],
    severityCase: dustCase.id,
    conditions: dustCase.conditions.map((condition: string) => ({ condition, met: true })),
  });
  const page = (await officer.get(`/api/v1/hazards/${visited[0].hazardIds[1]}`)).json;
  expect(page.hazard.severity).toBe("major");
  expect(page.acts).toEqual(["severity.setBack"]);
});

test("both lists go to Excel", async () => {
  for (const list of ["work-items.xlsx?view=all", "hazards.xlsx"]) {
    const { status, text } = await subdistrict.officer.get(`/api/v1/${list}`);
    expect([list, status, text.slice(0, 2)]).toEqual([list, 200, "PK"]);
  }
});

/** Every figure of the table must open as many rows as it says; the holders' figures add up to all open hazards (R14). */
async function checkResponsibility(person: Person) {
  const { status, json, text } = await person.get("/api/v1/responsibility");
  expect([status, text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  const table = getResponsibility.response.parse(json);
  const counts = table.sections.flatMap(({ total, rows }) => [total, ...rows]);
  const figures = counts.flatMap(({ hazards, overdue, climbed, others }) => [hazards, overdue, climbed, others]);
  for (const figure of [table.open, table.overdue, ...figures]) {
    if (!figure) continue;
    const path = figure.rows.list === "hazards" ? "hazards" : "work-items";
    const list = await person.get(`/api/v1/${path}?${new URLSearchParams(figure.rows.filter)}`);
    expect([person.role, figure.rows, list.json.total]).toEqual([person.role, figure.rows, figure.count]);
  }
  return table;
}

const briefOf = (table: Responsibility) =>
  table.sections.map(({ party, total, rows }) =>
    [party, total.hazards.count, total.overdue.count, total.climbed?.count, total.others?.count, rows.length].join(" "),
  );

test("the responsibility table says who holds how many since when, and each figure opens its rows", async () => {
  const { officer, first, office } = subdistrict;
  const table = await checkResponsibility(officer);
  expect([table.open.count, table.sections[0]?.total.since]).toEqual([5, "2026-04-13"]);
  expect(briefOf(table)).toEqual(["enterprise 3 0   2", "community 5 0 0 0 2", "agency 1 0  2 2", "office 1 0 0 0 0"]);
  const own = await checkResponsibility(first.agencyLead);
  expect([own.open.count, own.sections.map(({ party }) => party)]).toEqual([
    3,
    ["enterprise", "community", "agency", "office"],
  ]);
  const before = office.clock.now();
  office.clock.moveTo("2026-05-20T01:00:00.000Z");
  await runDaily(office.instance.services);
  const late = await checkResponsibility(officer);
  expect(briefOf(late)).toEqual(["enterprise 3 3   2", "community 5 5 3 2 2", "agency 1 1  4 2", "office 1 1 3 0 0"]);
  office.clock.moveTo(before);
});
