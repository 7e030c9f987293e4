// Which clauses may be cited for a catalogue item on a day, and whether they are enough for R7.
import type { LocalDate } from "../calendar/local-date.ts";
import { type ClauseMatch, type ClauseStateName, type CountedRef, clauseStateOn } from "./clause-state.ts";
import { isAllowedDivision } from "./division.ts";
import type { Library } from "./library.ts";
import type { Certainty, CitationRole, Nature } from "./library-rows.ts";
import type { ClauseRef } from "./reference.ts";

/** A clause as it stands on the day of the inspection: plain data, fit to be kept with a hazard. */
export interface Citation extends ClauseRef {
  readonly title: string;
  readonly role: CitationRole;
  readonly nature: Nature;
  readonly state: ClauseStateName;
  readonly match: ClauseMatch;
  readonly version: number | null;
  readonly docNumber: string | null;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly replacedBy: string | null;
  /** The article that stands in its place that day, as the version in force counts it; null: none, or not known. */
  readonly instead: string | null;
  readonly certainty: Certainty | null;
  /** This very clause was compared with the original text; otherwise it is shown as 待核. */
  readonly verified: boolean;
  readonly summary: string;
  /** In force that day, a clause and not a whole document, and no penalty. */
  readonly satisfies: boolean;
}

/** What an item stands on that day. R7's line prints the counts of `direct` and `fallbackOnly`. */
export const BASES = ["direct", "standard", "conditional", "fallbackOnly", "none"] as const;
export type Basis = (typeof BASES)[number];

const ROLE_ORDER: readonly CitationRole[] = ["direct", "standard", "conditional", "fallback"];

/**
 * One clause on a day, in the role it is to play; a clause named by another version's count is followed to the version in
 * force. A reference that meets nothing stays visible and satisfies nothing.
 */
export function citationOf(library: Library, ref: CountedRef, role: CitationRole, day: LocalDate): Citation {
  const { state, match, version, row, replacedBy, article, instead } = clauseStateOn(library, ref, day);
  const instrument = library.instruments.get(ref.instrumentId);
  const nature = row?.nature ?? (instrument?.kind === "standard" ? "standard" : "duty");
  return {
    instrumentId: ref.instrumentId,
    article,
    title: instrument?.title ?? ref.instrumentId,
    role,
    nature,
    state,
    match,
    version: version?.version ?? null,
    docNumber: version?.docNumber ?? null,
    effectiveFrom: version?.effectiveFrom ?? null,
    effectiveTo: version?.effectiveTo ?? null,
    replacedBy,
    instead,
    certainty: version?.certainty ?? null,
    verified: match === "exact" && row?.verified === true,
    summary: row?.summary ?? "",
    satisfies: state === "inForce" && match !== "wholeText" && nature !== "penalty",
  };
}

/**
 * The clauses of an item on a day: direct, standard, conditional, then penalties, and the fallback only where no direct
 * clause is in force. Those not yet or no longer in force are listed with their state and satisfy nothing.
 * With a division, clauses from outside the tenant's own line are left out.
 */
export function citationsFor(library: Library, code: string, day: LocalDate, division?: string): readonly Citation[] {
  const all = (library.items.get(code)?.citations ?? [])
    .filter((row) => mayCite(library, row, division))
    .map((row) => citationOf(library, row, row.role, day));
  const hasDirect = all.some((citation) => citation.role === "direct" && citation.satisfies);
  return all.filter((citation) => citation.role !== "fallback" || !hasDirect).toSorted(byRole);
}

function mayCite(library: Library, ref: ClauseRef, division: string | undefined): boolean {
  const instrument = library.instruments.get(ref.instrumentId);
  return !instrument || division === undefined || isAllowedDivision(instrument, division);
}

function byRole(a: Citation, b: Citation): number {
  return rankOf(a) - rankOf(b);
}

function rankOf(citation: Citation): number {
  return citation.nature === "penalty" ? ROLE_ORDER.length : ROLE_ORDER.indexOf(citation.role);
}

/** Those that may be printed as a basis: in force, or of unknown date and then only with its mark beside another. */
export function citable(citations: readonly Citation[]): readonly Citation[] {
  const shown = citations.filter((citation) => citation.state === "inForce" || citation.state === "dateUnknown");
  return shown.filter((citation) => citation.nature !== "penalty");
}

/** R7's last part: at least one clause in force that day. */
export function satisfiesR7(citations: readonly Citation[]): boolean {
  return citations.some((citation) => citation.satisfies);
}

/** The strongest role among the clauses in force. */
export function basisOf(citations: readonly Citation[]): Basis {
  const roles = new Set(citations.filter((citation) => citation.satisfies).map((citation) => citation.role));
  const best = ROLE_ORDER.find((role) => roles.has(role));
  return best === "fallback" ? "fallbackOnly" : (best ?? "none");
}
