// The clauses a hazard is recorded on: those the expert chose, or those of the catalogue item on the day.
// R7 needs one in force that day; penalties never count; a fallback stands alone only where no direct clause is in force.
import type { LocalDate } from "../calendar/local-date.ts";
import { type Change, insert } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import { sha256Hex } from "../kernel/derived-id.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { WallColumns } from "../kernel/wall-columns.ts";
import { basisOf, type Citation, citable, citationOf, citationsFor } from "../law/citations.ts";
import { isAllowedDivision } from "../law/division.ts";
import { CLAUSE_STATE_LABELS } from "../law/labels.ts";
import type { CitationRole } from "../law/library-rows.ts";
import { parseReference } from "../law/reference.ts";

/** A clause as the expert names it: 'instrument#article' and the role it plays. */
export interface NamedClause {
  readonly ref: string;
  readonly role: CitationRole;
}

/** The clauses to keep with the hazard. Whether one of them satisfies R7 is the guard's question. */
export function citedClauses(
  itemCode: string,
  named: readonly NamedClause[] | null | undefined,
  day: LocalDate,
  context: Context,
): Result<readonly Citation[]> {
  const ofItem = citationsFor(context.library, itemCode, day, context.divisionCode);
  if (!named) return ok(citable(ofItem));
  const chosen: Citation[] = [];
  for (const clause of named) {
    const citation = namedClause(itemCode, clause, day, context);
    if (!citation.ok) return citation;
    chosen.push(citation.value);
  }
  const direct = ofItem.find((citation) => citation.role === "direct" && citation.satisfies);
  if (direct && basisOf(chosen) === "fallbackOnly") {
    return refuse("hazard.fallback_alone", { clause: clauseText(direct) });
  }
  return ok(chosen);
}

function namedClause(itemCode: string, clause: NamedClause, day: LocalDate, context: Context): Result<Citation> {
  const ref = parseReference(clause.ref);
  if (!ref.ok) return ref;
  const { instrumentId, article } = ref.value;
  const instrument = context.library.instruments.get(instrumentId);
  if (instrument && !isAllowedDivision(instrument, context.divisionCode)) {
    return refuse("hazard.citation_elsewhere", { clause: clause.ref });
  }
  // The catalogue may name the clause by an earlier version's count; the expert names it by the day's.
  const listed = context.library.items
    .get(itemCode)
    ?.citations.find(
      (row) => row.instrumentId === instrumentId && citationOf(context.library, row, row.role, day).article === article,
    );
  const citation = citationOf(context.library, ref.value, listed?.role ?? clause.role, day);
  if (citation.match === "none") return refuse("hazard.citation_unknown", { clause: clause.ref });
  if (citation.state === "inForce" || citation.state === "dateUnknown") return ok(citation);
  const state = CLAUSE_STATE_LABELS[citation.state];
  return refuse("hazard.citation_not_in_force", {
    clause: clauseText(citation),
    day,
    stateZh: state.zh,
    stateEn: state.en,
  });
}

function clauseText(citation: Citation): string {
  return `《${citation.title}》${citation.article}`;
}

/** One row a clause, with the hash of the words that were read that day. */
export function citationRows(hazardId: string, wall: WallColumns, citations: readonly Citation[]): readonly Change[] {
  return citations.map((citation, index) =>
    insert("hazardCitations", {
      ...wall,
      hazardId,
      position: index + 1,
      instrumentId: citation.instrumentId,
      title: citation.title,
      article: citation.article,
      version: citation.version,
      docNumber: citation.docNumber,
      role: citation.role,
      state: citation.state,
      nature: citation.nature,
      summary: citation.summary,
      verified: citation.verified,
      wordsSha256: sha256Hex(citation.summary),
    }),
  );
}
