// Days of the office: the calendar is the one the phones pulled.
import { addDays } from "#domain/calendar/local-date.ts";
import type { World } from "./world.ts";

/** The working day `count` working days after `day`. */
export function nextWorkingDay(world: World, day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (world.isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** `day` itself when it is worked on, else the next that is. */
export function workingDayFrom(world: World, day: string): string {
  return world.isWorkingDay(day) ? day : nextWorkingDay(world, day, 1);
}

/** `day` itself when it is worked on, else the last one before it. */
export function workingDayUntil(world: World, day: string): string {
  let at = day;
  while (!world.isWorkingDay(at)) at = addDays(at, -1);
  return at;
}

/** The later of two days. */
export function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/** The earlier of two days. */
export function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}
