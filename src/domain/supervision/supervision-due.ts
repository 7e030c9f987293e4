// When the community should have pressed at the latest: half-way between service and deadline (design: Plan).
import { addDays, daysBetween, type LocalDate } from "../calendar/local-date.ts";

/** Half-way; an odd number of days counts the earlier half: served 1 May, due 16 May gives 8 May. Never after the deadline. */
export function supervisionDue(servedDay: LocalDate, dueDay: LocalDate): LocalDate {
  return addDays(servedDay, Math.floor(Math.max(0, daysBetween(servedDay, dueDay)) / 2));
}
