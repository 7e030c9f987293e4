// When supervision and re-inspection of an inspection are due (design §2, Plan): both hang on its earliest deadline.
import type { LocalDate } from "../calendar/local-date.ts";
import { addWorkingDays, type WorkingCalendar } from "../calendar/working-days.ts";
import { supervisionDue } from "../supervision/supervision-due.ts";

export interface TaskWindow {
  readonly windowFrom: LocalDate;
  readonly windowTo: LocalDate;
}

/** Supervision is due half-way to the deadline. */
export function supervisionWindow(day: LocalDate, deadline: LocalDate): TaskWindow {
  return { windowFrom: day, windowTo: supervisionDue(day, deadline) };
}

/** Re-inspection runs from the deadline for the scheme's number of working days. */
export function reinspectionWindow(deadline: LocalDate, workingDays: number, calendar: WorkingCalendar): TaskWindow {
  return { windowFrom: deadline, windowTo: addWorkingDays(deadline, workingDays, calendar) };
}
