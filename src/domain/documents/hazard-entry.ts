// One hazard as the forms print it (R7): place, text, photo or the printed reason for none, advice, standard, clauses,
// and what the enterprise must keep to. Ordered and numbered here so that every form counts alike.
import { z } from "zod";
import { type LocalDate, localDateSchema } from "../calendar/local-date.ts";
import { noPhotoReasonLabels, severityLabels } from "../hazard/labels.ts";
import { FAMILY_LABELS } from "../law/labels.ts";
import { agencyWords } from "./agency-words.ts";
import { type CitationFacts, citationOf, citationSchema } from "./citation.ts";
import { LOST_PHOTO_LABEL } from "./labels.ts";
import { type PhotoFacts, photoEntryOf, photoEntrySchema } from "./photo-entry.ts";

export const deadlineSchema = z.strictObject({
  /** Key of the rule that made it, as stored with the hazard. */
  rule: z.string().min(1).max(60),
  /** Calendar days from the day after service; 0 means at once. */
  days: z.number().int().min(0).max(366),
  /** Fixed by service; null until then. */
  dueOn: localDateSchema.nullable(),
});

export const hazardEntrySchema = z.strictObject({
  no: z.number().int().min(1),
  code: z.string().max(60).nullable(),
  place: agencyWords(200),
  text: agencyWords(2000),
  family: z.enum(["records", "onSite"]),
  familyText: z.string().min(1),
  severity: z.enum(["general", "suspectedMajor", "major"]),
  severityText: z.string().min(1),
  advice: agencyWords(2000),
  standard: agencyWords(2000),
  citations: z.array(citationSchema).min(1).max(20),
  deadline: deadlineSchema,
  fixedOnSite: z.boolean(),
  photos: z.array(photoEntrySchema).max(20),
  noPhotoReason: z.string().min(1).nullable(),
});

export type HazardEntry = z.infer<typeof hazardEntrySchema>;

export interface HazardFacts {
  readonly code?: string | null;
  readonly place: string;
  readonly text: string;
  readonly family: HazardEntry["family"];
  readonly severity: HazardEntry["severity"];
  readonly advice: string;
  readonly standard: string;
  readonly citations: readonly CitationFacts[];
  readonly deadline: { readonly rule: string; readonly days: number; readonly dueOn?: LocalDate | null };
  readonly fixedOnSite: boolean;
  readonly photos: readonly PhotoFacts[];
  readonly noPhotoReason?: keyof typeof noPhotoReasonLabels | "declaredLost" | null;
}

function reasonTextOf(reason: NonNullable<HazardFacts["noPhotoReason"]>): string {
  return (reason === "declaredLost" ? LOST_PHOTO_LABEL : noPhotoReasonLabels[reason]).zh;
}

export function hazardEntryOf(facts: HazardFacts, index: number): HazardEntry {
  return {
    no: index + 1,
    code: facts.code ?? null,
    place: facts.place,
    text: facts.text,
    family: facts.family,
    familyText: FAMILY_LABELS[facts.family].zh,
    severity: facts.severity,
    severityText: severityLabels[facts.severity].zh,
    advice: facts.advice,
    standard: facts.standard,
    citations: facts.citations.map(citationOf),
    deadline: { rule: facts.deadline.rule, days: facts.deadline.days, dueOn: facts.deadline.dueOn ?? null },
    fixedOnSite: facts.fixedOnSite,
    photos: facts.photos.map(photoEntryOf),
    noPhotoReason: facts.noPhotoReason ? reasonTextOf(facts.noPhotoReason) : null,
  };
}
