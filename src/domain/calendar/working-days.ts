// Working days are dated rows handed in: holidays and make-up workdays as published, corrected by the tenant.
// A year that is not published yet counts Monday to Friday and is marked provisional.
import { addDays, type LocalDate, weekdayOf } from "./local-date.ts";

export interface WorkingCalendar {
  /** Days that differ from the Monday-to-Friday rule: true is a make-up workday, false a holiday. */
  readonly exceptions: ReadonlyMap<LocalDate, boolean>;
  /** The years for which the State Council's notice is in the rows. */
  readonly publishedYears: ReadonlySet<number>;
}

export const plainCalendar: WorkingCalendar = { exceptions: new Map(), publishedYears: new Set() };

export function isWorkingDay(day: LocalDate, calendar: WorkingCalendar): boolean {
  return calendar.exceptions.get(day) ?? weekdayOf(day) <= 5;
}

export function isProvisional(day: LocalDate, calendar: WorkingCalendar): boolean {
  return !calendar.publishedYears.has(Number(day.slice(0, 4)));
}

/** The day that is `count` working days after `from`; `from` itself is never counted. */
export function addWorkingDays(from: LocalDate, count: number, calendar: WorkingCalendar): LocalDate {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** All working days from `from` to `to`, both included. */
export function workingDaysIn(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days.push(day);
  return days;
}
