// 现场检查记录: made and signed on the phone at the end of a visit, states hazards, advice and deadlines, and starts the
// enterprise's clock when served. Facts in, data out; every sentence stands in templates/on-site-record.

import { z } from "zod";
import { agencyWords } from "./agency-words.ts";
import {
  type ChecklistSummary,
  checklistSummaryOf,
  checklistSummarySchema,
  type FindingFacts,
} from "./checklist-summary.ts";
import { type HazardFacts, hazardEntryOf, hazardEntrySchema } from "./hazard-entry.ts";
import { type VisitFacts, visitHeadingOf, visitHeadingSchema } from "./visit-heading.ts";

export const onSiteRecordSchema = z.strictObject({
  form: z.literal("onSiteRecord"),
  formVersion: z.literal(1),
  /** Task code and sequence, made on the phone and final. */
  number: z.string().min(1).max(80).nullable(),
  visit: visitHeadingSchema,
  checklist: checklistSummarySchema,
  hazards: z.array(hazardEntrySchema).max(500),
  remarks: agencyWords(2000).nullable(),
});

export type OnSiteRecord = z.infer<typeof onSiteRecordSchema>;

export interface OnSiteRecordFacts {
  readonly number: string | null;
  readonly visit: VisitFacts;
  readonly findings: readonly FindingFacts[];
  readonly hazards: readonly HazardFacts[];
  readonly remarks?: string | null;
}

/** Photos are not printed on the record: they may still be on the phone. Their SHA-256 are bound by the digest. */
export function onSiteRecordOf(facts: OnSiteRecordFacts): OnSiteRecord {
  const checklist: ChecklistSummary = checklistSummaryOf(facts.findings);
  return onSiteRecordSchema.parse({
    form: "onSiteRecord",
    formVersion: 1,
    number: facts.number,
    visit: visitHeadingOf(facts.visit),
    checklist,
    hazards: facts.hazards.map(hazardEntryOf),
    remarks: facts.remarks ?? null,
  });
}
