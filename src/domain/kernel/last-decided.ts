// Two persons decide at once: the second is told who decided and when, and not only that there is nothing left to decide.
import { dayOf, type Instant, spokenDay } from "../calendar/local-date.ts";

interface Decided {
  readonly decidedByName: string | null;
  readonly decidedAt: Instant | null;
}

/** Who answered last, and on which day in words; undefined where nobody has. */
export function lastDecided(rows: readonly Decided[]): { readonly byName: string; readonly day: string } | undefined {
  const last = rows
    .filter(({ decidedAt }) => decidedAt !== null)
    .toSorted((a, b) => (b.decidedAt ?? "").localeCompare(a.decidedAt ?? ""))[0];
  if (!last?.decidedAt) return undefined;
  return { byName: last.decidedByName ?? "", day: spokenDay(dayOf(last.decidedAt)) };
}
