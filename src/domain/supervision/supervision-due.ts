// When the community should have pressed at the latest: half-way between service and deadline (design: Plan).
import { addDays, daysBetween, type LocalDate } from "../calendar/local-date.ts";

/** The day on which half the time is over, rounded up: service on 1 May and deadline on 16 May give 9 May. Never after the deadline. */
export function supervisionDue(servedDay: LocalDate, dueDay: LocalDate): LocalDate {
  const days = Math.max(0, daysBetween(servedDay, dueDay));
  return addDays(servedDay, Math.ceil(days / 2));
}
