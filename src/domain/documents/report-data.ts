// The inspection report of a visit out of its rows: what is drafted, what is reviewed, and what is compared at release.
import { dayOf } from "../calendar/local-date.ts";
import { timesCarried } from "../hazard/due.ts";
import { statusLabels } from "../hazard/labels.ts";
import { isOpen } from "../hazard/statuses.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Library } from "../law/library.ts";
import {
  findingFactsOf,
  type HeadingRows,
  hazardFactsOf,
  registryWordsOf,
  standingOf,
  visitFactsOf,
} from "../visit/form-facts.ts";
import { rowsOfHazard } from "../visit/hazard-parts.ts";
import { namesNow } from "../visit/names-as-signed.ts";
import { formFaultOf } from "../visit/on-site-record-data.ts";
import type { HazardEntry } from "./hazard-entry.ts";
import { type InspectionReport, type InspectionReportFacts, inspectionReportOf } from "./inspection-report.ts";

export interface ReportRows extends HeadingRows {
  readonly findings: readonly Row<"findings">[];
  /** All hazards of the enterprise: those of the visit, and those carried over. */
  readonly hazards: readonly Row<"hazards">[];
  readonly citations: readonly Row<"hazardCitations">[];
  readonly photos: readonly Row<"photoSlots">[];
  /** All periods of all service years. */
  readonly periods: readonly Row<"schemePeriods">[];
  /** All documents of the visit. */
  readonly documents: readonly Row<"documents">[];
}

export interface Draft {
  readonly number: string;
  readonly draftedByName: string;
  readonly draftedAt: string;
}

export function reportData(rows: ReportRows, draft: Draft, library: Library): Result<InspectionReport> {
  const hazards = standingOf(rows.hazards, rows.visit.id).map((row) => rowsOfHazard(row, rows.citations, rows.photos));
  const fault = formFaultOf(hazards);
  if (fault) return fault;
  const record = servedRecordOf(rows.documents);
  const names = namesNow(rows, library);
  return ok(
    inspectionReportOf({
      number: draft.number,
      visit: visitFactsOf(rows, registryWordsOf(rows), names),
      onSiteRecordNumber: record?.number ?? null,
      servedOn: record?.releasedAt ? dayOf(record.releasedAt) : null,
      findings: findingFactsOf(rows.findings, names),
      hazards: hazards.map((hazard) => hazardFactsOf(hazard, null)),
      carriedOver: carriedOverOf(rows),
      advice: [],
      draftedBy: { name: draft.draftedByName, at: draft.draftedAt },
    }),
  );
}

/** The last record that stands; a corrected hazard is served again by a later one. */
export function servedRecordOf(documents: readonly Row<"documents">[]): Row<"documents"> | undefined {
  const served = documents.filter((row) => row.kind === "onSiteRecord" && row.state === "issued");
  return served.toSorted((a, b) => a.draftedAt.localeCompare(b.draftedAt)).at(-1);
}

/** R9: what was open at the enterprise before this visit and still is. */
function carriedOverOf({ hazards, visit, periods }: ReportRows): InspectionReportFacts["carriedOver"] {
  return hazards
    .filter((hazard) => hazard.visitId !== visit.id && hazard.foundOn <= visit.inspectedOn && isOpen(hazard))
    .toSorted((a, b) => a.foundOn.localeCompare(b.foundOn) || a.number.localeCompare(b.number))
    .map((hazard) => ({
      code: hazard.number,
      place: hazard.place,
      text: hazard.description,
      foundOn: hazard.foundOn,
      dueOn: hazard.rectificationDue,
      round: hazard.round,
      timesCarried: timesCarried(hazard.foundOn, periods, visit.inspectedOn),
      statusText: statusLabels[hazard.status].zh,
    }));
}

/** Codes of the hazards whose words, clauses or photos are other than those reviewed; deadline and severity move on. */
export function changedHazards(reviewed: InspectionReport, now: InspectionReport): readonly string[] {
  const before = new Map(reviewed.hazards.map((hazard) => [hazard.code, reviewedPart(hazard)]));
  const after = new Map(now.hazards.map((hazard) => [hazard.code, reviewedPart(hazard)]));
  const codes = [...new Set([...before.keys(), ...after.keys()])];
  return codes.filter((code) => before.get(code) !== after.get(code)).map((code) => code ?? "");
}

function reviewedPart(hazard: HazardEntry): string {
  const { place, text, advice, standard, citations, photos, noPhotoReason } = hazard;
  return JSON.stringify({ place, text, advice, standard, citations, photos, noPhotoReason });
}
