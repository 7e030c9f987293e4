// What the persons of a story do on which day. Acts are planned ahead and may plan others; the days are played in order.
import { instantAt } from "#domain/calendar/local-date.ts";

/** The parts of a day, in order. What is planned for a part that is over comes next. */
export const PARTS = ["office", "field", "owner", "supervision", "evening", "desk"] as const;
export type Part = (typeof PARTS)[number];

type Run = () => Promise<void>;

export interface Agenda {
  on(day: string, part: Part, run: Run): void;
  /** Plays every day up to and with `until`; before each day `open` is told which. */
  playUntil(until: string, open: (day: string) => Promise<void>): Promise<void>;
}

const AT_ONCE = 5;

export function newAgenda(): Agenda {
  const days = new Map<string, Map<Part, Run[]>>();
  const partsOf = (day: string) => {
    const parts = days.get(day) ?? new Map<Part, Run[]>();
    days.set(day, parts);
    return parts;
  };
  return {
    on(day, part, run) {
      const parts = partsOf(day);
      parts.set(part, [...(parts.get(part) ?? []), run]);
    },
    async playUntil(until, open) {
      for (let day = earliest(days); day !== undefined && day <= until; day = earliest(days)) {
        await open(day);
        const parts = partsOf(day);
        for (let part = firstOf(parts); part; part = firstOf(parts)) {
          const runs = parts.get(part) ?? [];
          parts.delete(part);
          await allOf(runs);
        }
        days.delete(day);
      }
    },
  };
}

function earliest(days: ReadonlyMap<string, unknown>): string | undefined {
  let first: string | undefined;
  for (const day of days.keys()) if (first === undefined || day < first) first = day;
  return first;
}

function firstOf(parts: ReadonlyMap<Part, unknown>): Part | undefined {
  return PARTS.find((part) => parts.has(part));
}

/** Several people at once, as in life; never all of them. */
async function allOf(runs: readonly Run[]): Promise<void> {
  const next = runs.values();
  const work = async () => {
    for (const run of next) await run();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** The office's closing time: what phones send in the evening is received then. */
export function eveningOf(day: string): string {
  return instantAt(day, "18:30");
}
