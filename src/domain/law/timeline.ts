// Versions of one instrument in time, and where an article stands in each of them.
import type { ArticleMoveRow, VersionRow } from "./library-rows.ts";

type Dated = Pick<VersionRow, "version" | "effectiveFrom" | "effectiveTo" | "passedOn">;

/** The day by which a version is placed: the first in force, else the day it was passed, else its last. Unknown is first. */
function placedOn(version: Dated): string {
  return version.effectiveFrom ?? version.passedOn ?? version.effectiveTo ?? "";
}

/** Oldest first. Of two placed on the same day the one that became known later counts as the later. */
export function inTimeOrder<V extends Dated>(versions: readonly V[]): readonly V[] {
  return versions.toSorted((a, b) => placedOn(a).localeCompare(placedOn(b)) || a.version - b.version);
}

/** By 'from>to': each article of the first version, and where it is in the second; null when it was dropped. */
export type Moves = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

export function movesOf(rows: readonly ArticleMoveRow[]): Moves {
  const moves = new Map<string, Map<string, string | null>>();
  for (const row of rows) {
    const key = `${row.fromVersion}>${row.toVersion}`;
    const pair = moves.get(key) ?? new Map<string, string | null>();
    pair.set(row.fromArticle, row.toArticle);
    moves.set(key, pair);
  }
  return moves;
}

interface Timeline {
  readonly versions: readonly Dated[];
  readonly moves: Moves;
}

/**
 * The clause `article`, as version `countedIn` counts it, by the count of version `wanted`; undefined where it was dropped
 * on the way or had not come in yet. Between versions whose mapping nobody confirmed numbers are taken to stay.
 */
export function placeIn(timeline: Timeline, article: string, countedIn: number, wanted: number): string | undefined {
  const at = timeline.versions.findIndex((one) => one.version === countedIn);
  const goal = timeline.versions.findIndex((one) => one.version === wanted);
  if (at < 0 || goal < 0) return undefined;
  let place: string | undefined = article;
  const step = goal > at ? 1 : -1;
  for (let index = at; index !== goal && place !== undefined; index += step) {
    const [from, to] = [timeline.versions[index], timeline.versions[index + step]];
    if (from && to)
      place = step > 0 ? forward(timeline.moves, place, from, to) : backward(timeline.moves, place, to, from);
  }
  return place;
}

function forward(moves: Moves, clause: string, from: Dated, to: Dated): string | undefined {
  const pair = moves.get(`${from.version}>${to.version}`);
  if (!pair) return clause;
  const [article, part] = splitClause(clause);
  const moved = pair.get(article);
  return moved == null ? undefined : `${moved}${part}`;
}

function backward(moves: Moves, clause: string, earlier: Dated, later: Dated): string | undefined {
  const pair = moves.get(`${earlier.version}>${later.version}`);
  if (!pair) return clause;
  const [article, part] = splitClause(clause);
  for (const [before, after] of pair) if (after === article) return `${before}${part}`;
  return undefined;
}

/** 16第1款第(四)项 → 16 and 第1款第(四)项. */
export function splitClause(clause: string): readonly [article: string, part: string] {
  const at = clause.indexOf("第");
  return at < 0 ? [clause, ""] : [clause.slice(0, at), clause.slice(at)];
}
