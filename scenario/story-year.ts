// In which year the story is played: the latest whose 10 May, the day of the meeting, is past.
import { dayOf } from "#domain/calendar/local-date.ts";

export function latestYear(now: string): number {
  const day = dayOf(now);
  const year = Number(day.slice(0, 4));
  return day > `${year}-05-10` ? year : year - 1;
}
