// R10: per enterprise and service year so many inspections, supervisions and re-inspections in each period; each counted once and proven;
// what slips is planned anew with its reason and shown.
import { enteredOn, nameOf } from "../scope-days.ts";
import { dayOf, type Row, type Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

type Task = Row<"tasks">;
type Period = Row<"schemePeriods">;
const KINDS = ["inspection", "supervision", "reinspection"] as const;

export function checkYearOfVisits(tables: Tables): Verdict {
  const live = tables.tasks.filter(({ state }) => state !== "cancelled");
  const faults = [...countFaults(tables, live), ...proofFaults(tables, live), ...doubleFaults(live)];
  const slipped = live.filter(isSlipped);
  for (const { code, replannedCount, replanReason } of slipped)
    if (replannedCount === 0 || !replanReason) faults.push(`${code} slipped and was not planned anew with a reason`);
  const periods = tables.schemePeriods.length;
  const by = (how: string) => number(live.filter(({ fulfilledBy }) => fulfilledBy === how).length);
  const fulfilled = live.filter(({ state }) => state === "fulfilled").length;
  const late = live.filter(isAfterWindow).length;
  const text = `${owedInWords(tables, live)}; ${number(fulfilled)} of ${number(live.length)} fulfilled in ${periods} periods: visit ${by("visit")}, supervision ${by("supervision")}, nothing open ${by("nothingOpen")}; ${slipped.length} slipped and planned anew, ${late} after their window`;
  return verdictOf(
    "R10",
    text,
    ["tasks", "schemePeriods", "scopeDecisions", "visits", "visitTasks", "supervisions"],
    faults,
  );
}

/** '143 enterprises owe 12, 2 owe 6'. */
function owedInWords({ asOf }: Tables, live: readonly Task[]): string {
  const each = [...Map.groupBy(live, ({ enterpriseId }) => enterpriseId).values()].map((tasks) => tasks.length);
  const groups = [...Map.groupBy(each, (owed) => owed)].toSorted(([a], [b]) => b - a);
  return `by ${asOf} ${groups.map(([owed, same]) => `${same.length} enterprises owe ${owed}`).join(", ")}`;
}

function owedIn(period: Period, kind: (typeof KINDS)[number]): number {
  return { inspection: period.inspections, supervision: period.supervisions, reinspection: period.reinspections }[kind];
}

/** Each period an enterprise is in scope has its tasks, and those of a period that is over are fulfilled. */
function countFaults(tables: Tables, live: readonly Task[]): string[] {
  const byPlace = Map.groupBy(live, ({ enterpriseId, periodNo, kind }) => `${enterpriseId} ${periodNo} ${kind}`);
  const faults: string[] = [];
  for (const { id } of tables.enterprises) {
    const from = enteredOn(tables, id);
    if (from === undefined) continue;
    for (const period of tables.schemePeriods.filter(({ endsOn }) => endsOn >= from))
      for (const kind of KINDS) {
        const tasks = byPlace.get(`${id} ${period.no} ${kind}`) ?? [];
        const owed = owedIn(period, kind);
        const open = tasks.filter((task) => task.state !== "fulfilled" && isDue(task, tables.asOf));
        if (tasks.length < owed)
          faults.push(`${nameOf(tables, id)} has ${tasks.length} of ${owed} ${kind} in period ${period.no}`);
        for (const { code } of open) faults.push(`${nameOf(tables, id)}: ${code} was never made`);
      }
  }
  return faults;
}

function isDue({ periodEndsOn, windowTo, plannedOn }: Task, asOf: string): boolean {
  return [periodEndsOn, windowTo ?? "", plannedOn ?? ""].every((day) => day < asOf);
}

function isSlipped({ kind, firstPlannedOn, plannedOn, fulfilledOn, periodEndsOn }: Task): boolean {
  if (kind !== "inspection") return false;
  const isMoved = firstPlannedOn !== null && plannedOn !== null && plannedOn > firstPlannedOn;
  return isMoved || (fulfilledOn !== null && fulfilledOn > periodEndsOn);
}

function isAfterWindow({ kind, fulfilledOn, periodEndsOn, windowTo }: Task): boolean {
  if (kind === "inspection" || fulfilledOn === null) return false;
  return fulfilledOn > periodEndsOn && fulfilledOn > (windowTo ?? periodEndsOn);
}

function proofFaults(tables: Tables, live: readonly Task[]): string[] {
  const visits = new Map(tables.visits.map((visit) => [visit.id, visit]));
  const supervisions = new Map(tables.supervisions.map((row) => [row.id, row]));
  const hazards = Map.groupBy(tables.hazards, ({ enterpriseId }) => enterpriseId);
  return live.flatMap((task) => {
    const { code, fulfilledBy, fulfilledRef, enterpriseId, fulfilledOn, kind } = task;
    if (fulfilledBy === null || fulfilledOn === null) return [];
    const visit = visits.get(fulfilledRef ?? "");
    const isOwnVisit = visit?.enterpriseId === enterpriseId && visit.status === "finished";
    if (fulfilledBy === "visit")
      return isOwnVisit && (kind !== "inspection" || visit.kind === "inspection")
        ? []
        : [`${code}: its visit is not there`];
    if (fulfilledBy === "supervision") {
      const supervision = supervisions.get(fulfilledRef ?? "");
      const isOwn = supervision?.taskId === task.id && dayOf(supervision.occurredAt) === fulfilledOn;
      return isOwn ? [] : [`${code}: its supervision is not there`];
    }
    const open = (hazards.get(enterpriseId) ?? []).filter((hazard) => isOpenOn(hazard, fulfilledOn));
    return open.length === 0 && kind !== "inspection"
      ? []
      : [`${code} is settled as nothing open with ${open.length} open`];
  });
}

function isOpenOn({ foundOn, closedOn, status }: Row<"hazards">, day: string): boolean {
  return foundOn <= day && status !== "voided" && (closedOn === null || closedOn > day);
}

/** An act fulfils at most one task of a kind. */
function doubleFaults(live: readonly Task[]): string[] {
  const done = live.filter(({ fulfilledBy }) => fulfilledBy === "visit" || fulfilledBy === "supervision");
  const acts = Map.groupBy(done, ({ fulfilledRef, kind, fulfilledBy }) => `${fulfilledBy} ${fulfilledRef} ${kind}`);
  return [...acts.values()]
    .filter((tasks) => tasks.length > 1)
    .map((tasks) => `one act counts for ${tasks.map(({ code }) => code).join(" and ")}`);
}
