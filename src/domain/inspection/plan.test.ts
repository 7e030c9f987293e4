import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf } from "../../../test/stories/story-context.ts";
import { addDays, daysBetween } from "../calendar/local-date.ts";
import { isWorkingDay, plainCalendar, workingDaysIn } from "../calendar/working-days.ts";
import { defaultScheme } from "../contract/scheme-parts.ts";
import type { Tasks } from "../rows.generated.ts";
import type { Visitor } from "./diary.ts";
import type { ServedEnterprise } from "./owed-tasks.ts";
import { makePlan, type PlanInput, type PlannedTask } from "./plan.ts";

const AGENCY = idOf(1);
const scheme = defaultScheme(2026);
const periods = scheme.periods.map((period) => ({ ...period, tenantId: idOf(2), schemeId: idOf(3) }));

function enterprise(registerNo: number, rest: Partial<ServedEnterprise> = {}): ServedEnterprise {
  const communityId = idOf(100 + (registerNo % 7));
  const defaults = { agencyId: AGENCY, communityId, siteId: idOf(10_000 + registerNo), enteredOn: "2026-03-20" };
  return { id: idOf(20_000 + registerNo), registerNo, ...defaults, ...rest };
}

function visitors(from: number, count: number, perDay: number, agencyId: string | null): Visitor[] {
  const members = Array.from({ length: count }, (_, index) => idOf(from + index));
  return members.map((membershipId) => ({ membershipId, agencyId, perDay, validFrom: "2026-01-01", validTo: null }));
}

function input(enterprises: readonly ServedEnterprise[], rest: Partial<PlanInput> = {}): PlanInput {
  return {
    ...{ scheme, periods, enterprises, calendar: plainCalendar, fromDay: "2026-04-01", existing: [], booked: [] },
    experts: visitors(30_000, 2, 3, AGENCY),
    officers: visitors(40_000, 2, 3, null),
    ...rest,
  };
}

/** A planned task as the row it would be stored as. */
function stored(task: PlannedTask): Tasks {
  const { code, kind, enterprise: of, period, placement } = task;
  return {
    ...{ tenantId: idOf(2), id: code, code, kind, schemeId: idOf(3), periodNo: period.no, periodEndsOn: period.endsOn },
    ...{
      enterpriseId: of.id,
      siteId: of.siteId,
      agencyId: of.agencyId,
      madeByAgencyId: null,
      communityId: of.communityId,
    },
    expertMembershipId: placement?.expertMembershipId ?? null,
    officerMembershipId: placement?.officerMembershipId ?? null,
    ...{ plannedOn: placement?.plannedOn ?? null, firstPlannedOn: placement?.plannedOn ?? null },
    ...{ replannedCount: 0, replanReason: null, windowFrom: null, windowTo: null, state: "owed" },
    ...{
      fulfilledOn: null,
      fulfilledBy: null,
      fulfilledRef: null,
      cancelledReason: null,
      replacedBy: null,
      createdAt: "2026-03-20T00:00:00.000Z",
    },
  };
}

function inspections(tasks: readonly PlannedTask[]): PlannedTask[] {
  return tasks.filter((task) => task.kind === "inspection");
}

const wholeYear = Array.from({ length: 143 }, (_, index) => enterprise(index + 1));

describe("the plan of a service year", () => {
  it("owes 1,716 tasks to 143 enterprises and gives every inspection a day", () => {
    const { tasks } = makePlan(input(wholeYear));
    expect(tasks).toHaveLength(1716);
    expect(new Set(tasks.map((task) => task.code)).size).toBe(1716);
    expect(inspections(tasks)).toHaveLength(572);
    expect(tasks.filter((task) => (task.placement !== null) !== (task.kind === "inspection"))).toEqual([]);
    expect(tasks[0]?.code).toBe("2026-1-0001-J");
  });

  it("owes two that join on 10 October the six tasks each of the two periods left", () => {
    const joining = [enterprise(144, { enteredOn: "2026-10-10" }), enterprise(145, { enteredOn: "2026-10-10" })];
    const { tasks } = makePlan(input(joining, { fromDay: "2026-10-10" }));
    expect(tasks).toHaveLength(12);
    expect(new Set(tasks.map((task) => task.period.no))).toEqual(new Set([3, 4]));
    for (const task of inspections(tasks)) expect(task.placement?.plannedOn ?? "").toMatch(/^202[67]-/);
    for (const task of tasks) if (task.placement) expect(task.placement.plannedOn >= "2026-10-10").toBe(true);
  });

  it("spreads the days over the period and stays in one community a day where it can", () => {
    const first = inspections(makePlan(input(wholeYear)).tasks).filter((task) => task.period.no === 1);
    const days = new Set(first.map((task) => task.placement?.plannedOn));
    expect(days.size).toBeGreaterThan(30);
    const middle = first.filter((task) => (task.placement?.plannedOn ?? "") <= "2026-05-15").length;
    expect(Math.abs(middle - first.length / 2)).toBeLessThan(15);
    const outings = Map.groupBy(first, (task) => `${task.placement?.expertMembershipId} ${task.placement?.plannedOn}`);
    const mixed = [...outings.values()].filter(
      (out) => new Set(out.map((task) => task.enterprise.communityId)).size > 1,
    );
    expect(mixed).toEqual([]);
  });

  it("makes the same again, and nothing twice", () => {
    const once = makePlan(input(wholeYear));
    expect(makePlan(input(wholeYear.toReversed()))).toEqual(once);
    const rows = once.tasks.map(stored);
    const again = makePlan(input(wholeYear, { existing: rows, booked: rows }));
    expect(again.tasks).toEqual([]);
    expect(again.dated.size).toBe(0);
  });

  it("keeps to capacity over portions, and dates later what found no room", () => {
    const one = { experts: visitors(30_000, 1, 1, AGENCY), officers: visitors(40_000, 1, 1, null) };
    const first = makePlan(input(wholeYear.slice(0, 80), one));
    const rows = first.tasks.map(stored);
    const without = rows.filter((row) => row.kind === "inspection" && row.plannedOn === null);
    expect(without.length).toBeGreaterThan(0);
    const more = { experts: visitors(50_000, 1, 3, AGENCY), officers: visitors(60_000, 1, 3, null) };
    const second = makePlan(input(wholeYear.slice(0, 80), { ...more, existing: rows, booked: rows }));
    expect(second.tasks).toEqual([]);
    expect(new Set(second.dated.keys())).toEqual(new Set(without.map((row) => row.id)));
  });

  it("plans nobody for an enterprise without an agency, and makes cancelled tasks anew under a new code", () => {
    const orphan = makePlan(input([enterprise(1, { agencyId: null })]));
    expect(orphan.tasks).toHaveLength(12);
    expect(orphan.tasks.every((task) => task.placement === null)).toBe(true);
    const rows = makePlan(input([enterprise(2)])).tasks.map(stored);
    const cancelled = rows.map((row) => (row.code === "2026-4-0002-J" ? { ...row, state: "cancelled" as const } : row));
    const again = makePlan(input([enterprise(2)], { existing: cancelled, booked: [] }));
    expect(again.tasks.map((task) => task.code)).toEqual(["2026-4-0002-J2"]);
  });
});

const worlds = fc.record({
  count: fc.integer({ min: 1, max: 40 }),
  communities: fc.integer({ min: 1, max: 6 }),
  experts: fc.integer({ min: 1, max: 3 }),
  officers: fc.integer({ min: 1, max: 3 }),
  perDay: fc.integer({ min: 1, max: 4 }),
  inspections: fc.integer({ min: 0, max: 2 }),
  entered: fc.array(fc.integer({ min: -30, max: 364 }), { minLength: 40, maxLength: 40 }),
  from: fc.integer({ min: 0, max: 364 }),
});

describe("whatever the world", () => {
  it("owes each period's counts, on working days inside the period, within everyone's capacity", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const enterprises = Array.from({ length: world.count }, (_, index) =>
          enterprise(index + 1, {
            communityId: idOf(100 + (index % world.communities)),
            enteredOn: addDays(scheme.startsOn, world.entered[index] ?? 0),
          }),
        );
        const given = input(enterprises, {
          periods: periods.map((period) => ({ ...period, inspections: world.inspections })),
          fromDay: addDays(scheme.startsOn, world.from),
          experts: visitors(30_000, world.experts, world.perDay, AGENCY),
          officers: visitors(40_000, world.officers, world.perDay, null),
        });
        const { tasks } = makePlan(given);
        expect(makePlan(given).tasks).toEqual(tasks);
        for (const one of enterprises) expectOwed(one, tasks, world.inspections);
        expectDaysFit(tasks, given.fromDay);
        expectWithinCapacity(tasks, world.perDay);
      }),
      { numRuns: 60 },
    );
  });
});

function expectOwed(one: ServedEnterprise, tasks: readonly PlannedTask[], owed: number): void {
  const own = tasks.filter((task) => task.enterprise.id === one.id);
  for (const period of periods) {
    const isOwed = period.endsOn >= one.enteredOn;
    const inPeriod = own.filter((task) => task.period.no === period.no);
    expect(inspections(inPeriod)).toHaveLength(isOwed ? owed : 0);
    expect(inPeriod).toHaveLength(isOwed ? owed + 2 : 0);
  }
}

function expectDaysFit(tasks: readonly PlannedTask[], fromDay: string): void {
  for (const { placement, period, enterprise: one } of tasks) {
    if (!placement) continue;
    const day = placement.plannedOn;
    expect(isWorkingDay(day, plainCalendar)).toBe(true);
    expect(daysBetween(period.startsOn, day)).toBeGreaterThanOrEqual(0);
    expect(daysBetween(day, period.endsOn)).toBeGreaterThanOrEqual(0);
    expect(day >= fromDay && day >= one.enteredOn).toBe(true);
  }
}

function expectWithinCapacity(tasks: readonly PlannedTask[], perDay: number): void {
  const visits = tasks.flatMap(({ placement }) =>
    placement
      ? [placement.expertMembershipId, placement.officerMembershipId].map((id) => `${id} ${placement.plannedOn}`)
      : [],
  );
  for (const day of Map.groupBy(visits, (visit) => visit).values()) expect(day.length).toBeLessThanOrEqual(perDay);
}

describe("a first phase", () => {
  it("ends before its period does; the other periods keep all their days", () => {
    const { tasks } = makePlan(input(wholeYear.slice(0, 40), { phaseEndsOn: "2026-05-08" }));
    const daysOf = (no: number) =>
      inspections(tasks).flatMap((task) => (task.period.no === no ? [task.placement?.plannedOn ?? ""] : []));
    expect(daysOf(1).every((day) => day !== "" && day <= "2026-05-08")).toBe(true);
    expect(daysOf(2).some((day) => day > "2026-08-31")).toBe(true);
  });
});

describe("the calendar", () => {
  it("never plans on a holiday and uses make-up workdays", () => {
    const exceptions = new Map(workingDaysIn("2026-04-01", "2026-06-25", plainCalendar).map((day) => [day, false]));
    exceptions.set("2026-06-27", true);
    const calendar = { exceptions, publishedYears: new Set([2026]) };
    const { tasks } = makePlan(input(wholeYear.slice(0, 10), { calendar }));
    const days = inspections(tasks).flatMap((task) => (task.period.no === 1 ? [task.placement?.plannedOn] : []));
    expect(days.every((day) => day !== undefined && day >= "2026-06-26")).toBe(true);
    expect(days).toContain("2026-06-27");
  });
});
