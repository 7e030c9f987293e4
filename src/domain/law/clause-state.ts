// What a clause is on a given day: in force, not yet, repealed, replaced, or its dates unknown.
import type { LocalDate } from "../calendar/local-date.ts";
import { type InstrumentEntry, isPartOf, type Library, type VersionEntry } from "./library.ts";
import type { ArticleRow } from "./library-rows.ts";
import { type ClauseRef, enclosingArticles, WHOLE_TEXT } from "./reference.ts";

/** Only `inForce` satisfies R7. `dateUnknown` may stand beside it with its mark. */
export const CLAUSE_STATES = ["inForce", "notYet", "repealed", "replaced", "dateUnknown"] as const;
export type ClauseStateName = (typeof CLAUSE_STATES)[number];

/**
 * How the reference met the library. exact: the clause itself. enclosing: only the article around it is listed.
 * part: only paragraphs of it are listed. wholeText: the document is known, its clause is not. none: nothing found.
 */
export const CLAUSE_MATCHES = ["exact", "enclosing", "part", "wholeText", "none"] as const;
export type ClauseMatch = (typeof CLAUSE_MATCHES)[number];

export interface ClauseState {
  readonly state: ClauseStateName;
  readonly match: ClauseMatch;
  /** The version the answer is about; null when the reference met nothing. */
  readonly version: VersionEntry | null;
  /** The row of the clause, or of the one it was found in; null when the reference met nothing. */
  readonly row: ArticleRow | null;
  /** Document number of what took its place; only with `replaced`. */
  readonly replacedBy: string | null;
}

const UNFOUND: ClauseState = { state: "dateUnknown", match: "none", version: null, row: null, replacedBy: null };
const PREFERENCE: readonly ClauseStateName[] = ["inForce", "dateUnknown", "replaced", "repealed", "notYet"];

/** The state of a clause on a day. Of several versions that carry it, the one in force; else the one nearest to it. */
export function clauseStateOn(library: Library, ref: ClauseRef, day: LocalDate): ClauseState {
  const instrument = library.instruments.get(ref.instrumentId);
  if (!instrument) return UNFOUND;
  let best: ClauseState = UNFOUND;
  for (const version of instrument.versions) {
    const found = findArticle(version, ref.article);
    if (!found) continue;
    const answer = { ...stateOfVersion(instrument, version, day), ...found, version };
    if (best.version === null || rank(answer) <= rank(best)) best = answer;
  }
  return best;
}

function rank(answer: ClauseState): number {
  return PREFERENCE.indexOf(answer.state);
}

function findArticle(version: VersionEntry, article: string): Pick<ClauseState, "row" | "match"> | undefined {
  const exact = version.articles.get(article);
  if (exact) return { row: exact, match: article === WHOLE_TEXT ? "wholeText" : "exact" };
  for (const outer of enclosingArticles(article)) {
    const enclosing = version.articles.get(outer);
    if (enclosing) return { row: enclosing, match: "enclosing" };
  }
  for (const row of version.articles.values()) if (isPartOf(row.article, article)) return { row, match: "part" };
  const whole = version.articles.get(WHOLE_TEXT);
  return whole && { row: whole, match: "wholeText" };
}

/** The state of one version by its dates, or by a later version that is in force already. */
function stateOfVersion(
  instrument: InstrumentEntry,
  version: VersionEntry,
  day: LocalDate,
): Pick<ClauseState, "state" | "replacedBy"> {
  if (version.effectiveTo !== null && day > version.effectiveTo) return ended(version.replacedBy);
  const successor = instrument.versions.find((other) => other.version > version.version && hasBegun(other, day));
  if (successor) return ended(version.replacedBy ?? successor.docNumber);
  if (version.effectiveFrom === null) return { state: "dateUnknown", replacedBy: null };
  return { state: hasBegun(version, day) ? "inForce" : "notYet", replacedBy: null };
}

function ended(replacedBy: string | null): Pick<ClauseState, "state" | "replacedBy"> {
  return { state: replacedBy === null ? "repealed" : "replaced", replacedBy };
}

function hasBegun(version: VersionEntry, day: LocalDate): boolean {
  return version.effectiveFrom !== null && version.effectiveFrom <= day;
}
