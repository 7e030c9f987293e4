// The plan of a service year (design: Plan). Only inspections get days; supervision and re-inspection are owed in the period and get none.
// Made again it makes nothing twice: what is there stays, what is missing is added, owed inspections without a day are given one.
import type { LocalDate } from "../calendar/local-date.ts";
import { type WorkingCalendar, workingDaysIn } from "../calendar/working-days.ts";
import type { SchemePeriods, Schemes, Tasks } from "../rows.generated.ts";
import { type BookedVisit, Diary } from "./diary.ts";
import { missingTasks, type OwedTask, owedCount, type ServedEnterprise } from "./owed-tasks.ts";
import { sequenceOf } from "./task-code.ts";
import { type Placement, placeInspections, type Visitors, type Wanted } from "./trips.ts";

export interface PlanInput extends Visitors {
  readonly scheme: Pick<Schemes, "serviceYear">;
  readonly periods: readonly SchemePeriods[];
  readonly enterprises: readonly ServedEnterprise[];
  readonly calendar: WorkingCalendar;
  /** No inspection is planned before this day. */
  readonly fromDay: LocalDate;
  /** The day a first phase ends: no inspection of the period in which it lies is planned after it. */
  readonly phaseEndsOn?: LocalDate | null | undefined;
  /** Tasks of these enterprises under this scheme. */
  readonly existing: readonly Tasks[];
  /** Owed tasks of these experts and officers, wherever they are; those of other days are ignored. */
  readonly booked: readonly Tasks[];
}

export interface PlannedTask extends OwedTask {
  /** Null for supervision and re-inspection, and for an inspection that found no room. */
  readonly placement: Placement | null;
}

export interface Plan {
  readonly tasks: readonly PlannedTask[];
  /** Days for inspections that were owed without one, by task id. */
  readonly dated: ReadonlyMap<string, Placement>;
}

interface WantedInspection extends Wanted {
  readonly period: SchemePeriods;
  readonly sequence: number;
  readonly outOf: number;
}

export function makePlan(input: PlanInput): Plan {
  const { scheme, periods, enterprises, existing } = input;
  const sorted = enterprises.toSorted((left, right) => left.registerNo - right.registerNo);
  const missing = sorted.flatMap((enterprise) => missingTasks(scheme, periods, enterprise, existing));
  const undated = sorted.flatMap((enterprise) => undatedInspections(input, enterprise));
  const wanted = [...missing.filter((task) => task.kind === "inspection").map(wantedOf), ...undated];
  const placements = placeAll(wanted, input);
  const tasks = missing.map((task) => ({ ...task, placement: placements.get(task.code) ?? null }));
  const isOld = new Set(undated.map((one) => one.key));
  return { tasks, dated: new Map([...placements].filter(([key]) => isOld.has(key))) };
}

function wantedOf({ code, enterprise, period, sequence, outOf }: OwedTask): WantedInspection {
  const { agencyId, communityId, registerNo, enteredOn } = enterprise;
  return { key: code, agencyId, communityId, registerNo, notBefore: enteredOn, period, sequence, outOf };
}

/** Inspections of the plan that are owed and have no day, because there was no room or no agency then. */
function undatedInspections(input: PlanInput, enterprise: ServedEnterprise): WantedInspection[] {
  const { agencyId, communityId, registerNo, enteredOn: notBefore } = enterprise;
  return input.existing.flatMap((task) => {
    if (task.enterpriseId !== enterprise.id || task.kind !== "inspection") return [];
    if (task.state !== "owed" || task.plannedOn !== null) return [];
    const period = input.periods.find((one) => one.no === task.periodNo);
    if (!period) return [];
    const place = { ...input.scheme, periodNo: period.no, registerNo, kind: task.kind };
    const outOf = owedCount(period, "inspection");
    const sequence = Math.min(sequenceOf(task.code, place) ?? 1, Math.max(1, outOf));
    return [{ key: task.id, agencyId, communityId, registerNo, notBefore, period, sequence, outOf }];
  });
}

/** Period by period, and where several inspections are owed in one, each in its own part of the period. */
function placeAll(wanted: readonly WantedInspection[], input: PlanInput): ReadonlyMap<string, Placement> {
  const diary = new Diary(bookedVisits(input.booked));
  const placed = new Map<string, Placement>();
  const parts = Map.groupBy(wanted, (one) => `${one.period.no} ${one.sequence}`);
  for (const period of input.periods.toSorted((left, right) => left.no - right.no)) {
    const days = workingDaysIn(period.startsOn, lastDayOf(period, input), input.calendar);
    for (let sequence = 1; sequence <= Math.max(1, period.inspections); sequence += 1) {
      const part = parts.get(`${period.no} ${sequence}`) ?? [];
      const open = partOf(days, sequence, period.inspections).filter((day) => day >= input.fromDay);
      for (const [key, placement] of placeInspections(part, open, input, diary)) placed.set(key, placement);
    }
  }
  return placed;
}

function lastDayOf(period: SchemePeriods, { phaseEndsOn }: PlanInput): LocalDate {
  return phaseEndsOn && phaseEndsOn >= period.startsOn && phaseEndsOn < period.endsOn ? phaseEndsOn : period.endsOn;
}

function partOf(days: readonly LocalDate[], sequence: number, outOf: number): readonly LocalDate[] {
  if (outOf <= 1) return days;
  return days.slice(Math.floor(((sequence - 1) * days.length) / outOf), Math.floor((sequence * days.length) / outOf));
}

/** Each task once for its expert and once for its officer, however often it was loaded. */
function bookedVisits(booked: readonly Tasks[]): BookedVisit[] {
  const unique = new Map(booked.map((task) => [task.id, task]));
  return [...unique.values()].flatMap(({ plannedOn: day, communityId, expertMembershipId, officerMembershipId }) =>
    [expertMembershipId, officerMembershipId].flatMap((membershipId) =>
      membershipId === null || day === null ? [] : [{ membershipId, day, communityId }],
    ),
  );
}
