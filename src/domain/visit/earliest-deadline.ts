// The deadline that supervision and re-inspection hang on: the earliest among what is open at the enterprise.
import type { LocalDate } from "../calendar/local-date.ts";
import { rectificationDueOn } from "../calendar/rectification-deadline.ts";
import { isOpen } from "../hazard/statuses.ts";
import type { Row } from "../kernel/entities.ts";

/** The enterprise's due date; before service, the day it would be if served on `day`. */
function deadlineOf(hazard: Row<"hazards">, day: LocalDate): LocalDate {
  return hazard.rectificationDue ?? rectificationDueOn(day, hazard.deadlineDays);
}

/** The earliest deadline of this visit's open hazards, else of all open ones; never before `day`. */
export function earliestDeadline(
  hazards: readonly Row<"hazards">[],
  visitId: string,
  day: LocalDate,
): LocalDate | undefined {
  const open = hazards.filter(isOpen);
  const own = open.filter((hazard) => hazard.visitId === visitId);
  const deadlines = (own.length > 0 ? own : open).map((hazard) => deadlineOf(hazard, day));
  const [first] = deadlines.toSorted((a, b) => a.localeCompare(b));
  return first !== undefined && first < day ? day : first;
}
