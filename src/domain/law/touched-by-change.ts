// Which citations a change of law touches, and what the clause has become. Pure: the same for catalogue and hazards.
import type { LocalDate } from "../calendar/local-date.ts";
import { type CountedRef, versionInForce } from "./clause-state.ts";
import type { InstrumentEntry } from "./library.ts";
import { articleOf } from "./statute/statute.ts";
import { placeIn, splitClause } from "./timeline.ts";

/** What became of an article in the version that was released or ended. */
export interface ArticleFate {
  readonly change: "same" | "changed" | "dropped";
  readonly to: string | null;
}

export interface LawChange {
  readonly instrument: InstrumentEntry;
  /** The version whose clauses are concerned. */
  readonly from: number;
  /** By article of `from`; null when the whole version ended with nothing in its place. */
  readonly fates: ReadonlyMap<string, ArticleFate> | null;
}

export interface Touched {
  readonly change: "changed" | "moved" | "dropped" | "ended";
  /** The clause that stands instead, by the new count; null: none. */
  readonly becomes: string | null;
}

/** What the change does to a citation; undefined where it leaves it as it was. `day` is the one it was cited on. */
export function touchedBy(change: LawChange, ref: CountedRef, day: LocalDate | null): Touched | undefined {
  const { instrument, from, fates } = change;
  const counted = ref.countedIn ?? (day === null ? undefined : versionInForce(instrument, day)?.version) ?? from;
  const place = placeIn(instrument, ref.article, counted, from);
  if (place === undefined) return undefined;
  if (fates === null) return { change: "ended", becomes: null };
  const fate = fates.get(articleOf(place));
  if (!fate) return undefined;
  if (fate.to === null) return { change: "dropped", becomes: null };
  const becomes = `${fate.to}${splitClause(place)[1]}`;
  if (fate.change === "changed") return { change: "changed", becomes };
  return becomes === place ? undefined : { change: "moved", becomes };
}
