// The only clock of the server. SQL holds none; everything that needs the time is handed it.
import type { Instant } from "#domain/calendar/local-date.ts";

export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands where it is put; the story's player and tests move it. Never reachable from `npm start`. */
export function movableClock(start: Instant): Clock & { moveTo(instant: Instant): void } {
  let at = start;
  return {
    now: () => at,
    moveTo: (instant) => {
      at = instant;
    },
  };
}
