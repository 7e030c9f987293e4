// What an expert's words may mean, answered as the phone answers it; and what was learned from accepted hazards.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { CLAUSE_STATES } from "#domain/law/clause-state.ts";
import { CITATION_ROLES, NATURES } from "#domain/law/library-rows.ts";
import { agencyRoles, defineRoute } from "./route.ts";

const clauseSchema = z.object({
  instrumentId: z.string(),
  article: z.string(),
  title: z.string(),
  role: z.enum(CITATION_ROLES),
  nature: z.enum(NATURES),
  state: z.enum(CLAUSE_STATES),
  summary: z.string(),
  /** The clause was compared with the original text; otherwise it is shown as 待核. */
  verified: z.boolean(),
});

const suggestionSchema = z.object({
  code: z.string(),
  score: z.number(),
  /** The words that spoke for it. */
  because: z.array(z.string()),
  /** The part of the text it answers. */
  part: z.string(),
  clauses: z.array(clauseSchema),
  listedCase: z
    .object({ clause: z.string(), named: z.array(z.string()), asks: z.array(z.string()), suspected: z.boolean() })
    .nullable(),
});

export const getSuggestions = defineRoute({
  method: "GET",
  path: "/api/v1/suggestions",
  summary: "The catalogue items a text may mean, best first; none when it names no hazard",
  by: agencyRoles,
  query: z.object({
    text: z.string().max(2000),
    /** The day of the inspection; today when not given. */
    day: localDateSchema.optional(),
    limit: z.coerce.number().int().min(1).max(12).optional(),
  }),
  response: z.object({ suggestions: z.array(suggestionSchema) }),
});

const lessonSchema = z.object({
  itemCode: z.string(),
  /** The item in words; the code where the catalogue has it no more. */
  item: z.string(),
  words: z.string(),
  times: z.int(),
  /** At which place these words offer the item with the lesson and without it; null: not among the first twelve. */
  place: z.object({ taught: z.int().nullable(), untaught: z.int().nullable() }),
  /** Who said last whether it counts, and why; null: nobody ever did. */
  said: z.object({ inUse: z.boolean(), name: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type LessonLine = z.output<typeof lessonSchema>;

export const lessonFilterSchema = z.object({
  state: z.enum(["inUse", "setAside"]).default("inUse"),
  text: z.string().max(80).optional(),
});
export type LessonFilter = z.output<typeof lessonFilterSchema>;

export const listSuggestionLessons = defineRoute({
  method: "GET",
  path: "/api/v1/suggestions/lessons",
  summary: "What accepted hazards taught the suggestions, what each changes, and what was set aside",
  by: agencyRoles,
  query: lessonFilterSchema.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  response: z.object({
    day: localDateSchema,
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    counts: z.object({ inUse: z.int(), setAside: z.int() }),
    rows: z.array(lessonSchema),
  }),
});
