// The plan board: each agency sees its own rows, what slips lies in the tray, moved cards say from where.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  await inspect(subdistrict, subdistrict.first, 1);
});
afterAll(() => subdistrict.close());

const boardOf = async (person: Person, query = "") => (await person.get(`/api/v1/plan${query}`)).json;

test("the office sees every expert, an agency its own", async () => {
  const { officer, first, second } = subdistrict;
  const all = await boardOf(officer);
  expect(all.experts).toHaveLength(2);
  expect(all.period).toBe(1);
  const one = await boardOf(first.agencyLead);
  expect(one.experts.map((expert: { name: string }) => expert.name)).toEqual([first.expert.name]);
  const names = (board: { tasks: { enterpriseName: string }[]; tray: { enterpriseName: string }[] }) =>
    new Set([...board.tasks, ...board.tray].map((task) => task.enterpriseName));
  expect(names(all)).toEqual(new Set([first.name, second.name]));
  expect(names(one)).toEqual(new Set([first.name]));
  expect([all.mayMake, one.mayMake, one.mayMove]).toEqual([true, false, true]);
});

test("weeks name their working days; May Day is none", async () => {
  const { weeks } = await boardOf(subdistrict.officer);
  expect(weeks[0].from).toBe("2026-03-30");
  const days = weeks.flatMap((week: { workingDays: string[] }) => week.workingDays);
  expect(days).toContain("2026-04-13");
  expect(days).not.toContain("2026-05-01");
});

test("a missed inspection lies in the tray and leaves it when it is given another day", async () => {
  const { officer, office, second } = subdistrict;
  const board = await boardOf(officer);
  const card = [...board.tasks, ...board.tray].find(
    (task: { enterpriseName: string; kind: string; periodNo: number }) =>
      task.enterpriseName === second.name && task.kind === "inspection" && task.periodNo === 1,
  );
  office.clock.moveTo(`${card.on > "2026-06-01" ? "2026-06-30" : "2026-06-15"}T01:00:00.000Z`);
  const late = await boardOf(officer);
  expect(late.tray.map((task: { id: string }) => task.id)).toContain(card.id);
  await officer.act("task.replan", { taskId: card.id, plannedOn: "2026-07-02", reason: "企业停产检修" });
  const moved = await boardOf(officer, "?period=2");
  const again = moved.tasks.find((task: { id: string }) => task.id === card.id);
  expect(again).toMatchObject({ on: "2026-07-02", firstPlannedOn: card.firstPlannedOn, replannedCount: 1 });
});

test("visits a day are the scheme's: set by one, seen by all, and kept off the expert", async () => {
  const { officer, officeLead, first } = subdistrict;
  const before = await boardOf(officer);
  expect([before.visitsADay, before.maySetCapacity]).toEqual([{ expert: 2, officer: 4 }, true]);
  await officer.act("plan.setCapacity", { schemeId: before.scheme.id, expert: 3 });
  for (const person of [officeLead, first.agencyLead])
    expect((await boardOf(person)).visitsADay).toEqual({ expert: 3, officer: 4 });
  expect((await officer.get("/api/v1/plan/candidates")).json.visitsADay.expert).toBe(3);
  expect((await boardOf(first.agencyLead)).maySetCapacity).toBe(false);
  const tried = await first.expert.send("plan.setCapacity", { schemeId: before.scheme.id, expert: 9 });
  expect(tried.status).toBe("refused");
});

test("enterprises in scope without a complete plan are what a plan is made of", async () => {
  const { officer, first } = subdistrict;
  const { json } = await officer.get("/api/v1/plan/candidates");
  expect(json.enterpriseIds).toEqual([]);
  expect(json.experts).toHaveLength(2);
  expect(json.officers.length).toBeGreaterThan(2);
  expect((await first.agencyLead.get("/api/v1/plan/candidates")).status).toBe(403);
});
