// When supervision and re-inspection of an inspection are due (design §2, Plan): both hang on its earliest deadline.
import { addDays, daysBetween, type LocalDate } from "../calendar/local-date.ts";
import { addWorkingDays, type WorkingCalendar } from "../calendar/working-days.ts";

export interface TaskWindow {
  readonly windowFrom: LocalDate;
  readonly windowTo: LocalDate;
}

/** Supervision is due half-way to the deadline; an odd number of days counts the earlier half. */
export function supervisionWindow(day: LocalDate, deadline: LocalDate): TaskWindow {
  return { windowFrom: day, windowTo: addDays(day, Math.floor(daysBetween(day, deadline) / 2)) };
}

/** Re-inspection runs from the deadline for the scheme's number of working days. */
export function reinspectionWindow(deadline: LocalDate, workingDays: number, calendar: WorkingCalendar): TaskWindow {
  return { windowFrom: deadline, windowTo: addWorkingDays(deadline, workingDays, calendar) };
}
