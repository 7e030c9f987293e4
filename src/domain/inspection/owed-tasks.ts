// What an enterprise owes and is owed in a service year (R10): per period so many inspections, supervisions and re-inspections,
// from the day it is in scope. A period that was over by then is not owed.
import type { LocalDate } from "../calendar/local-date.ts";
import type { SchemePeriods, Schemes, Tasks } from "../rows.generated.ts";
import { type ScopeDecision, scopeOn } from "../scope/scope-on.ts";
import { sequenceOf, type TaskKind, type TaskPlace, taskCode } from "./task-code.ts";

export interface ServedEnterprise {
  readonly id: string;
  readonly registerNo: number;
  readonly agencyId: string | null;
  readonly communityId: string | null;
  /** Where it is inspected: its first site. */
  readonly siteId: string;
  /** The first day of its present time in scope. */
  readonly enteredOn: LocalDate;
}

/** One task that is owed and not there yet. */
export interface OwedTask {
  readonly code: string;
  readonly kind: TaskKind;
  readonly enterprise: ServedEnterprise;
  readonly period: SchemePeriods;
  /** Which of its kind in the period, from 1, and of how many. */
  readonly sequence: number;
  readonly outOf: number;
}

const kinds: readonly TaskKind[] = ["inspection", "supervision", "reinspection"];

export function owedCount(period: SchemePeriods, kind: TaskKind): number {
  if (kind === "inspection") return period.inspections;
  return kind === "supervision" ? period.supervisions : period.reinspections;
}

/**
 * Since when an enterprise has been in scope without a break, seen from the service year's end; undefined when it is out by then.
 */
export function enteredOn(
  decisions: readonly ScopeDecision[],
  enterpriseId: string,
  yearEndsOn: LocalDate,
): LocalDate | undefined {
  let entered = scopeOn(decisions, yearEndsOn).get(enterpriseId)?.since;
  if (entered === undefined) return undefined;
  const days = decisions.map((decision) => decision.effectiveFrom).filter((day) => day <= yearEndsOn);
  for (const day of days.toSorted((left, right) => (left < right ? 1 : -1))) {
    if (!scopeOn(decisions, day).has(enterpriseId)) break;
    if (day < entered) entered = day;
  }
  return entered;
}

/** The tasks still to be made. Cancelled ones do not count as there, but keep their code. */
export function missingTasks(
  scheme: Pick<Schemes, "serviceYear">,
  periods: readonly SchemePeriods[],
  enterprise: ServedEnterprise,
  existing: readonly Tasks[],
): OwedTask[] {
  const owedPeriods = periods.filter((period) => period.endsOn >= enterprise.enteredOn);
  return owedPeriods.flatMap((period) =>
    kinds.flatMap((kind) => {
      const { serviceYear } = scheme;
      const place = { serviceYear, periodNo: period.no, registerNo: enterprise.registerNo, kind };
      return missingOf(place, owedCount(period, kind), enterprise, period, existing);
    }),
  );
}

function missingOf(
  place: TaskPlace,
  outOf: number,
  enterprise: ServedEnterprise,
  period: SchemePeriods,
  existing: readonly Tasks[],
): OwedTask[] {
  const own = existing.filter((task) => task.enterpriseId === enterprise.id);
  const known = own.flatMap((task) => {
    const sequence = sequenceOf(task.code, place);
    return sequence === undefined ? [] : [{ sequence, isThere: task.state !== "cancelled" }];
  });
  const there = known.filter((task) => task.isThere).length;
  const last = Math.max(0, ...known.map((task) => task.sequence));
  const missing = Math.max(0, outOf - there);
  return Array.from({ length: missing }, (_, index) => ({
    code: taskCode(place, last + index + 1),
    kind: place.kind,
    enterprise,
    period,
    sequence: there + index + 1,
    outOf,
  }));
}
