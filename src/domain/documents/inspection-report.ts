// 隐患排查报告: drafted from a visit, reviewed and released by two other persons of the agency within the scheme's days.
// It repeats what the signed record says, with photos, counts and what was carried over. Who reviewed and released it
// stands beside the data (`release.ts`), so the digest that was reviewed is the digest that is released.
import { z } from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import { agencyWords } from "./agency-words.ts";
import { checklistSummaryOf, checklistSummarySchema, type FindingFacts } from "./checklist-summary.ts";
import { type HazardEntry, type HazardFacts, hazardEntryOf, hazardEntrySchema } from "./hazard-entry.ts";
import { type HandFacts, handOf, handSchema } from "./release.ts";
import { type VisitFacts, visitHeadingOf, visitHeadingSchema } from "./visit-heading.ts";

const count = z.number().int().min(0);

const reportCountsSchema = z.strictObject({
  hazards: count,
  records: count,
  onSite: count,
  fixedOnSite: count,
  suspectedMajor: count,
  major: count,
  withoutPhoto: count,
  /** Hazards that cite at least one direct clause in force; the rest stand on a standard or the fallback alone. */
  withDirectClause: count,
  fallbackOnly: count,
  carriedOver: count,
});

const carriedOverSchema = z.strictObject({
  code: z.string().max(60).nullable(),
  place: z.string().min(1).max(200),
  text: agencyWords(2000),
  foundOn: localDateSchema,
  dueOn: localDateSchema.nullable(),
  round: z.number().int().min(1),
  /** How often it was carried over by the day of the visit; reports from before it was counted say nothing. */
  timesCarried: z.number().int().min(0).optional(),
  statusText: z.string().min(1).max(60),
});

export const inspectionReportSchema = z.strictObject({
  form: z.literal("inspectionReport"),
  formVersion: z.literal(1),
  number: z.string().min(1).max(80).nullable(),
  visit: visitHeadingSchema,
  onSiteRecordNumber: z.string().max(80).nullable(),
  servedOn: localDateSchema.nullable(),
  checklist: checklistSummarySchema,
  counts: reportCountsSchema,
  hazards: z.array(hazardEntrySchema).max(500),
  carriedOver: z.array(carriedOverSchema).max(500),
  advice: z.array(agencyWords(2000)).max(20),
  draftedBy: handSchema,
});

export type InspectionReport = z.infer<typeof inspectionReportSchema>;

export interface InspectionReportFacts {
  readonly number: string | null;
  readonly visit: VisitFacts;
  readonly onSiteRecordNumber?: string | null;
  readonly servedOn?: string | null;
  readonly findings: readonly FindingFacts[];
  readonly hazards: readonly HazardFacts[];
  readonly carriedOver: readonly z.infer<typeof carriedOverSchema>[];
  readonly advice: readonly string[];
  readonly draftedBy: HandFacts;
}

function citesInForce(hazard: HazardEntry, roles: readonly string[]): boolean {
  return hazard.citations.some((citation) => citation.state === "inForce" && roles.includes(citation.role));
}

/** R7's line prints direct and fallback-only counts; R6 asks for the two families. */
export function countHazards(hazards: readonly HazardEntry[], carriedOver: number): z.infer<typeof reportCountsSchema> {
  const number = (test: (hazard: HazardEntry) => boolean) => hazards.filter(test).length;
  return {
    hazards: hazards.length,
    records: number((hazard) => hazard.family === "records"),
    onSite: number((hazard) => hazard.family === "onSite"),
    fixedOnSite: number((hazard) => hazard.fixedOnSite),
    suspectedMajor: number((hazard) => hazard.severity === "suspectedMajor"),
    major: number((hazard) => hazard.severity === "major"),
    withoutPhoto: number((hazard) => hazard.photos.length === 0),
    withDirectClause: number((hazard) => citesInForce(hazard, ["direct"])),
    fallbackOnly: number((hazard) => !citesInForce(hazard, ["direct", "standard", "conditional"])),
    carriedOver,
  };
}

export function inspectionReportOf(facts: InspectionReportFacts): InspectionReport {
  const hazards = facts.hazards.map(hazardEntryOf);
  return inspectionReportSchema.parse({
    form: "inspectionReport",
    formVersion: 1,
    number: facts.number,
    visit: visitHeadingOf(facts.visit),
    onSiteRecordNumber: facts.onSiteRecordNumber ?? null,
    servedOn: facts.servedOn ?? null,
    checklist: checklistSummaryOf(facts.findings),
    counts: countHazards(hazards, facts.carriedOver.length),
    hazards,
    carriedOver: facts.carriedOver,
    advice: facts.advice,
    draftedBy: handOf(facts.draftedBy),
  });
}
