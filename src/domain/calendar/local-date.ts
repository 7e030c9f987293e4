// Calendar days of the tenant, and the one place where Asia/Shanghai is applied.
export { instantSchema, localDateSchema } from "./day-schemas.ts";

/** 'YYYY-MM-DD', a day as the office counts it. */
export type LocalDate = string;
/** An instant as ISO 8601 in UTC, 'YYYY-MM-DDTHH:mm:ss.sssZ'. */
export type Instant = string;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The day in Shanghai (UTC+8, no daylight saving since 1991) on which an instant falls. */
export function dayOf(instant: Instant): LocalDate {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The clock in Shanghai at an instant, 'HH:mm'. */
export function clockOf(instant: Instant): string {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant of a Shanghai day and clock time. */
export function instantAt(day: LocalDate, clock = "00:00"): Instant {
  return new Date(Date.parse(`${day}T${clock}:00.000Z`) - SHANGHAI_OFFSET_MS).toISOString();
}

/** The day `days` later (earlier when negative). */
export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** '11月24日（周二）'; '2027年6月30日' when its year differs from `relativeTo`'s. */
export function spokenDay(day: LocalDate, relativeTo?: LocalDate): string {
  const [year, month, date] = day.split("-").map(Number);
  if (relativeTo && relativeTo.slice(0, 4) !== day.slice(0, 4)) return `${year}年${month}月${date}日`;
  return `${month}月${date}日（周${"一二三四五六日"[weekdayOf(day) - 1]}）`;
}
