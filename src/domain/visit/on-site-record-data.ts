// The on-site record of a visit out of its rows: what the phone shows, signs and sends the digest of, and what the
// server makes again and compares.
import type { Instant } from "../calendar/local-date.ts";
import { saysOrder } from "../documents/agency-words.ts";
import { type OnSiteRecord, onSiteRecordOf } from "../documents/on-site-record.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { Library } from "../law/library.ts";
import {
  findingFactsOf,
  type HeadingRows,
  hazardFactsOf,
  type RegistryWords,
  registryWordsOf,
  standingOf,
  visitFactsOf,
} from "./form-facts.ts";
import { type HazardRows, missingParts, rowsOfHazard } from "./hazard-parts.ts";
import { type NamesAsSigned, namesNow } from "./names-as-signed.ts";

export interface OnSiteRecordRows extends HeadingRows {
  readonly findings: readonly Row<"findings">[];
  readonly hazards: readonly Row<"hazards">[];
  readonly citations: readonly Row<"hazardCitations">[];
  readonly photos: readonly Row<"photoSlots">[];
}

/** Final from the phone: task code and sequence. */
export function onSiteRecordNumber(taskCode: string, sequence: number): string {
  return `${taskCode}-${sequence}`;
}

/** `servedAt` is the moment of signing by the corrected clock; only its day is printed, as each hazard's due date. */
export function onSiteRecordData(
  rows: OnSiteRecordRows,
  options: {
    readonly sequence: number;
    readonly servedAt: Instant;
    readonly library: Library;
    readonly registry?: RegistryWords | null;
    readonly names?: NamesAsSigned | null;
    readonly remarks?: string | null;
  },
): Result<OnSiteRecord> {
  const hazards = standingOf(rows.hazards, rows.visit.id).map((row) => rowsOfHazard(row, rows.citations, rows.photos));
  const fault = formFaultOf(hazards);
  if (fault) return fault;
  const names = options.names ?? namesNow(rows, options.library);
  return ok(
    onSiteRecordOf({
      number: onSiteRecordNumber(rows.visit.taskCode, options.sequence),
      visit: visitFactsOf(rows, options.registry ?? registryWordsOf(rows), names),
      findings: findingFactsOf(rows.findings, names),
      hazards: hazards.map((hazard) => hazardFactsOf(hazard, options.servedAt)),
      remarks: options.remarks ?? null,
    }),
  );
}

/** What no form can be made of: a hazard without R7's parts, or with an order in the agency's own words. */
export function formFaultOf(hazards: readonly HazardRows[]) {
  for (const rows of hazards) {
    const { hazard } = rows;
    if (missingParts(rows).length > 0) return refuse("visit.hazard_incomplete", { number: hazard.number });
    const words = [hazard.place, hazard.description, hazard.advice, hazard.standard];
    if (words.some(saysOrder)) return refuse("visit.hazard_order_words", { number: hazard.number });
  }
  return undefined;
}
