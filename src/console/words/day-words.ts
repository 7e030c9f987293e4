// Days as the office writes them: 11月24日, across a year with it, periods by their months.
import { clockOf, dayOf, type Instant, type LocalDate, weekdayOf } from "#domain/calendar/local-date.ts";

/** '11月24日', or '2027年6月30日' where the year differs. */
export function shortDay(day: LocalDate, today: LocalDate): string {
  const [year, month, date] = day.split("-").map(Number);
  return day.slice(0, 4) === today.slice(0, 4) ? `${month}月${date}日` : `${year}年${month}月${date}日`;
}

/** '2026年11月23日，星期一'. */
export function fullDay(day: LocalDate): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日，星期${"一二三四五六日"[weekdayOf(day) - 1]}`;
}

/** '11月20日 16:05'. */
export function shortInstant(instant: Instant, today: LocalDate): string {
  return `${shortDay(dayOf(instant), today)} ${clockOf(instant)}`;
}

/** '4–6月', '次年1–3月' for a period of the year after the scheme began. */
export function periodName(
  period: { readonly startsOn: LocalDate; readonly endsOn: LocalDate },
  firstYear: number,
): string {
  const [from, to] = [period.startsOn, period.endsOn].map((day) => Number(day.slice(5, 7)));
  const later = Number(period.startsOn.slice(0, 4)) > firstYear ? "次年" : "";
  return from === to ? `${later}${from}月` : `${later}${from}–${to}月`;
}
