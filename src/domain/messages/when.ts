// When a message goes out: not in the quiet hours, not one by one in a flood, and again after a failure.
import { addDays, clockOf, dayOf, type Instant, instantAt } from "../calendar/local-date.ts";

export interface MessageRules {
  /** 'HH:mm' in Shanghai; the same twice is no quiet at all. */
  readonly quietFrom: string;
  readonly quietTo: string;
  /** After one message an address gets no other for so long; what gathers goes as one. 0 is each on its own. */
  readonly digestMinutes: number;
}

export const plainRules: MessageRules = { quietFrom: "20:00", quietTo: "08:00", digestMinutes: 10 };

/** The first instant from `at` on that lies outside the quiet hours, which may cross midnight. */
export function outsideQuiet(at: Instant, { quietFrom, quietTo }: MessageRules): Instant {
  const clock = clockOf(at);
  const crosses = quietFrom > quietTo;
  const quiet = crosses ? clock >= quietFrom || clock < quietTo : clock >= quietFrom && clock < quietTo;
  if (!quiet) return at;
  const day = dayOf(at);
  return instantAt(crosses && clock >= quietFrom ? addDays(day, 1) : day, quietTo);
}

/** Minutes until the next try after so many tries; undefined is to give up. About nine hours in all. */
const PAUSES = [1, 5, 15, 60, 180, 300] as const;

export function pauseAfter(tries: number): number | undefined {
  return PAUSES[tries - 1];
}

/** The instant so many minutes later. */
export function minutesLater(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
