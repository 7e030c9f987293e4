// What a clause is on a given day: in force, not yet, repealed, replaced, or its dates unknown; and what stands instead.
import type { LocalDate } from "../calendar/local-date.ts";
import { type InstrumentEntry, isPartOf, type Library, type VersionEntry } from "./library.ts";
import type { ArticleRow } from "./library-rows.ts";
import { type ClauseRef, enclosingArticles, WHOLE_TEXT } from "./reference.ts";
import { placeIn } from "./timeline.ts";

/** Only `inForce` satisfies R7. `dateUnknown` may stand beside it with its mark. */
export const CLAUSE_STATES = ["inForce", "notYet", "repealed", "replaced", "dateUnknown"] as const;
export type ClauseStateName = (typeof CLAUSE_STATES)[number];

/**
 * How the reference met the library. exact: the clause itself. enclosing: only the article around it is listed.
 * part: only paragraphs of it are listed. wholeText: the document is known, its clause is not. none: nothing found.
 */
export const CLAUSE_MATCHES = ["exact", "enclosing", "part", "wholeText", "none"] as const;
export type ClauseMatch = (typeof CLAUSE_MATCHES)[number];

/** A clause, and the version by whose count it is named; without one, the number is the one of the day. */
export interface CountedRef extends ClauseRef {
  readonly countedIn?: number | null | undefined;
}

export interface ClauseState {
  readonly state: ClauseStateName;
  readonly match: ClauseMatch;
  /** As the version the answer is about counts it. */
  readonly article: string;
  /** The version the answer is about; null when the reference met nothing. */
  readonly version: VersionEntry | null;
  /** The row of the clause, or of the one it was found in; null when the reference met nothing. */
  readonly row: ArticleRow | null;
  /** Document number of what took its place; only with `replaced`. */
  readonly replacedBy: string | null;
  /** The same clause by the count of the version in force that day, where the answer is about another; null: none. */
  readonly instead: string | null;
}

const PREFERENCE: readonly ClauseStateName[] = ["inForce", "dateUnknown", "replaced", "repealed", "notYet"];

/** The state of a clause on a day. Of several versions that carry it, the one in force; else the one nearest to it. */
export function clauseStateOn(library: Library, ref: CountedRef, day: LocalDate): ClauseState {
  const instrument = library.instruments.get(ref.instrumentId);
  const unfound: ClauseState = {
    ...{ state: "dateUnknown", match: "none", article: ref.article },
    ...{ version: null, row: null, replacedBy: null, instead: null },
  };
  if (!instrument) return unfound;
  let best = unfound;
  for (const version of instrument.versions) {
    const article = articleIn(instrument, ref, version);
    const found = article === undefined ? undefined : findArticle(version, article);
    if (article === undefined || !found) continue;
    const answer = { ...stateOfVersion(instrument, version, day), ...found, article, version, instead: null };
    if (best.version === null || isNearer(answer, best)) best = answer;
  }
  return { ...best, instead: insteadOf(instrument, best, day) };
}

/** Where the clause is in a version: followed from the version that counts it so, else by its number. */
function articleIn(instrument: InstrumentEntry, ref: CountedRef, version: VersionEntry): string | undefined {
  return ref.countedIn == null ? ref.article : placeIn(instrument, ref.article, ref.countedIn, version.version);
}

/** The clause that stands in the place of one that is no longer in force. */
function insteadOf(
  instrument: InstrumentEntry,
  { state, article, version }: ClauseState,
  day: LocalDate,
): string | null {
  const current = versionInForce(instrument, day);
  if (!version || !current || current === version || (state !== "replaced" && state !== "repealed")) return null;
  return placeIn(instrument, article, version.version, current.version) ?? null;
}

/** The version in force on a day; undefined where none is, or where it is not known. */
export function versionInForce(instrument: InstrumentEntry, day: LocalDate): VersionEntry | undefined {
  return instrument.versions.findLast((version) => stateOfVersion(instrument, version, day).state === "inForce");
}

/** Versions come oldest first: of those gone by the last is the nearest, of those to come the first. */
function isNearer(answer: ClauseState, best: ClauseState): boolean {
  return rank(answer) < rank(best) || (rank(answer) === rank(best) && answer.state !== "notYet");
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

/** The state of one version by its dates, or by one later in time that is in force already. */
function stateOfVersion(
  instrument: InstrumentEntry,
  version: VersionEntry,
  day: LocalDate,
): Pick<ClauseState, "state" | "replacedBy"> {
  if (version.effectiveTo !== null && day > version.effectiveTo) return ended(version.replacedBy);
  const later = instrument.versions.slice(instrument.versions.indexOf(version) + 1);
  const successor = later.find((other) => hasBegun(other, day));
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
