// All that a catalogue item says, as one value: what commands carry, sheets are read into, versions and layers keep.
import { z } from "zod";
import { SITE_TAGS } from "../../inspection/checklist-tags.ts";
import { text } from "../../kernel/text.ts";
import { CITATION_ROLES, FAMILIES } from "../library-rows.ts";
import { RISK_LEVELS, SEASONS } from "./profile.ts";

/** JC-06-03: two capitals, section, number. The first two parts are the section a checklist groups by. */
export const ITEM_CODE = /^[A-Z]{2}-\d{2}-\d{2,3}$/;
export const itemCodeSchema = z.string().regex(ITEM_CODE);

/** Prefixes of the shared catalogue; a tenant's own items have others. */
const SHARED_PREFIX = /^(?:JC|XC)-/;

/** Whether a code is one that a tenant may give to items of its own. */
export function isOwnCode(code: string): boolean {
  return ITEM_CODE.test(code) && !SHARED_PREFIX.test(code);
}

const clauseSchema = z.object({
  ref: z.string().min(1).max(260),
  role: z.enum(CITATION_ROLES),
  /** The version by whose count it was named, kept by a layer; the shared catalogue keeps it in its rows. */
  countedIn: z.int().positive().nullish(),
});

/** The fields, with texts either cleaned as they come in or taken as they are kept. */
function contentSchema<W extends z.ZodType<string, string>>(words: (max: number) => W) {
  return z.object({
    family: z.enum(FAMILIES),
    /** The second level, such as 消防安全; the first is the family's name. */
    level2: words(60),
    /** What is checked. */
    item: words(200),
    typicalHazard: words(600),
    advice: words(600),
    standard: words(600),
    severityDefault: z.enum(["general", "major"]),
    /** The listed case under which it may be a major hazard; null where no list names it. */
    severityCase: words(400).nullable(),
    /** Each must be met, and a person says so. */
    severityConditions: z.array(words(300)).max(12),
    clauses: z.array(clauseSchema).min(1).max(20),
    /** Any one of them brings the item in; null: as the product's own list has it. */
    tags: z.array(z.enum(SITE_TAGS)).max(SITE_TAGS.length).nullable(),
    /** Beginnings of codes of GB/T 4754: C, C33, C3311. Empty: every trade. */
    trades: z.array(z.string().regex(/^[A-T]\d{0,4}$/)).max(40),
    seasons: z.array(z.enum(SEASONS)).max(SEASONS.length),
    riskFrom: z.enum(RISK_LEVELS).nullable(),
    /** The item whose answer opens this one. */
    branch: z.object({ after: itemCodeSchema, on: z.enum(["conform", "nonconform"]) }).nullable(),
    score: z.int().min(0).max(100),
    retired: z.boolean(),
  });
}

/** As a command, a sheet or a form brings it. */
export const itemContentSchema = contentSchema(text);
/** As it is kept and answered. */
export const keptContentSchema = contentSchema((max) => z.string().max(max));
export type ItemContent = z.output<typeof itemContentSchema>;

/** What a tenant may word otherwise without making the item its own. */
export const itemWordsSchema = itemContentSchema
  .pick({ item: true, typicalHazard: true, advice: true, standard: true })
  .partial();
export type ItemWords = z.output<typeof itemWordsSchema>;

/** What a tenant lays over a shared item: other words, and clauses besides those it has. */
export const itemChangeSchema = itemWordsSchema.extend({
  moreClauses: z.array(clauseSchema).max(10).optional(),
});
export type ItemChange = z.output<typeof itemChangeSchema>;
