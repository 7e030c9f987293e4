// What a change of law touches: a task for each catalogue item and form (law editor) and each open hazard (office).
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { REVIEW_CHANGES, REVIEW_SUBJECTS } from "#domain/law/review-commands.ts";
import { defineRoute } from "./route.ts";

export const lawReviewSchema = z.object({
  id: z.uuid(),
  instrumentId: z.string(),
  title: z.string(),
  version: z.int(),
  effectiveFrom: localDateSchema.nullable(),
  subjectKind: z.enum(REVIEW_SUBJECTS),
  subjectId: z.string(),
  subjectName: z.string(),
  clause: z.string(),
  becomes: z.string().nullable(),
  change: z.enum(REVIEW_CHANGES),
  state: z.enum(["open", "settled"]),
  note: z.string().nullable(),
  openedAt: z.string(),
  settledAt: z.string().nullable(),
  settledByName: z.string().nullable(),
});
export type LawReview = z.output<typeof lawReviewSchema>;

export const reviewFilterSchema = z.object({ state: z.enum(["open", "settled"]).default("open") });

export const listLawReviews = defineRoute({
  method: "GET",
  path: "/api/v1/law-reviews",
  summary: "What changes of law touched in this tenant, open or settled",
  by: ["lawEditor", "officer", "officeLead"],
  query: reviewFilterSchema.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  response: z.object({
    day: localDateSchema,
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    counts: z.object({ open: z.int(), settled: z.int() }),
    rows: z.array(lawReviewSchema),
  }),
});
