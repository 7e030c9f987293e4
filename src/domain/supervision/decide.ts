// Which owed task a supervision fulfils, and what it leaves on each hazard's timeline (step 3 of R9).
import { dayOf, type LocalDate } from "../calendar/local-date.ts";
import { actLine } from "../hazard/act.ts";
import type { Change } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Hazards, SchemePeriods, Supervisions, Tasks } from "../rows.generated.ts";

const STEP_SUPERVISION = 3;

/** The owed supervision of the period in which the day lies; the first by code, so that each task is counted once. */
export function taskServedBy(
  day: LocalDate,
  owed: readonly Tasks[],
  periods: readonly SchemePeriods[],
): Tasks | undefined {
  const current = periods.filter((period) => period.startsOn <= day && day <= period.endsOn);
  return owed
    .filter((task) => current.some((period) => period.schemeId === task.schemeId && period.no === task.periodNo))
    .toSorted((left, right) => (left.code < right.code ? -1 : 1))[0];
}

/** The line on a hazard's timeline. It changes nothing of the hazard: pressing is not fixing. */
export function supervisionAct(hazard: Hazards, { id, means, note }: Supervisions, context: Context): Change {
  return actLine(hazard, context, {
    command: "supervision.record",
    step: STEP_SUPERVISION,
    statusAfter: hazard.status,
    note,
    data: { means, supervisionId: id },
    visitId: null,
    onBehalf: false,
  });
}

/** What a task that this supervision fulfils becomes. */
export function fulfilment(supervision: Supervisions): Partial<Tasks> {
  return {
    state: "fulfilled",
    fulfilledOn: dayOf(supervision.occurredAt),
    fulfilledBy: "supervision",
    fulfilledRef: supervision.id,
  };
}
