// The State Council's holidays and make-up workdays as dated rows, filled from a kept library; a tenant may correct them.
import chineseDays from "chinese-days";
import { addDays, type LocalDate, weekdayOf } from "#domain/calendar/local-date.ts";
import type { WorkingCalendar } from "#domain/calendar/working-days.ts";

const FIRST_YEAR = 2017;
const YEARS_AHEAD = 12;

/** Days that differ from Monday-to-Friday; a year without any is not published yet. */
export function publishedCalendar(): WorkingCalendar {
  const exceptions = new Map<LocalDate, boolean>();
  const publishedYears = new Set<number>();
  for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS_AHEAD + 1; year += 1)
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      const working = chineseDays.isWorkday(day);
      if (working === weekdayOf(day) <= 5) continue;
      exceptions.set(day, working);
      publishedYears.add(year);
    }
  return { exceptions, publishedYears };
}

/** The published days with a tenant's corrections over them. */
export function correctedCalendar(
  published: WorkingCalendar,
  corrections: readonly { readonly day: LocalDate; readonly working: boolean }[],
): WorkingCalendar {
  if (!corrections.length) return published;
  const exceptions = new Map(published.exceptions);
  for (const { day, working } of corrections) exceptions.set(day, working);
  return { exceptions, publishedYears: published.publishedYears };
}
