// The items that stand on their fallback alone, with the days on which they do. The stored list may only shrink.
import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { type Basis, basisOf, citationsFor } from "./citations.ts";
import type { Library } from "./library.ts";

/** Unbroken days, first and last, on which an item has no clause in force but its fallback. */
export interface FallbackOnlySpan {
  readonly code: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Days from first to last, both counted. */
export interface DayRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The days of a range on which an item stands on `basis`. */
export function daysOnBasis(library: Library, code: string, basis: Basis, range: DayRange, division?: string) {
  const days: LocalDate[] = [];
  for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
    if (basisOf(citationsFor(library, code, day, division)) === basis) days.push(day);
  }
  return days;
}

/** All spans within the range, by item code. */
export function fallbackOnlySpans(library: Library, range: DayRange, division?: string): FallbackOnlySpan[] {
  return [...library.items.keys()].flatMap((code) =>
    joinDays(daysOnBasis(library, code, "fallbackOnly", range, division)).map((span) => ({ code, ...span })),
  );
}

/** Joins ascending days into unbroken ranges. */
function joinDays(days: readonly LocalDate[]): DayRange[] {
  const firsts = days.filter((day, index) => index === 0 || days[index - 1] !== addDays(day, -1));
  const lasts = days.filter((day, index) => days[index + 1] !== addDays(day, 1));
  return firsts.map((from, index) => ({ from, to: lasts[index] ?? from }));
}
