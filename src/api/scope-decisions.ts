// Who is in scope since when, on what ground (R3); and what the register's figures would change, before anything is stored.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { decisionGroundSchema, groundSchema, scopeDecisionKindSchema } from "#domain/scope/grounds.ts";
import { defineRoute, officeReaders } from "./route.ts";

export const scopeFilterSchema = z.object({
  text: z.string().trim().max(60).optional(),
  decision: scopeDecisionKindSchema.optional(),
  ground: groundSchema.optional(),
  /** Only those that hold today. */
  holds: z.literal("1").optional(),
});
export type ScopeFilter = z.output<typeof scopeFilterSchema>;

export const scopeDecisionSchema = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  registerNo: z.int(),
  enterpriseName: z.string(),
  decision: scopeDecisionKindSchema,
  ground: decisionGroundSchema,
  effectiveFrom: localDateSchema,
  evidence: z.string(),
  decidedByName: z.string(),
  decidedAt: z.string(),
  /** The one that holds today. */
  holds: z.boolean(),
  /** Effective before the day it was taken. */
  backdated: z.boolean(),
});
export type ScopeDecisionRow = z.output<typeof scopeDecisionSchema>;

export const listScopeDecisions = defineRoute({
  method: "GET",
  path: "/api/v1/scope-decisions",
  summary: "Decisions on the scope, newest first, with today's count of each ground",
  by: officeReaders,
  query: scopeFilterSchema.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  response: z.object({
    day: localDateSchema,
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(scopeDecisionSchema),
    inScope: z.array(z.object({ ground: groundSchema, count: z.int() })),
  }),
});

const moveSchema = z.object({
  enterpriseId: z.uuid(),
  registerNo: z.int(),
  name: z.string(),
  before: groundSchema.nullable(),
  after: groundSchema.nullable(),
  /** The figures it follows from, in words. */
  figures: z.string(),
});
export type ScopeMove = z.output<typeof moveSchema>;

export const previewScope = defineRoute({
  method: "GET",
  path: "/api/v1/scope-preview",
  summary: "What the register's figures say of the scope on a day: who comes in, goes out or changes ground",
  by: ["officer", "officeLead"],
  query: z.object({ day: localDateSchema }),
  response: z.object({
    day: localDateSchema,
    /** null while there is no scheme with its thresholds. */
    scheme: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    moves: z.array(moveSchema),
    /** Unchanged, and decided by a person and so left alone. */
    unchanged: z.int(),
    byPerson: z.int(),
    /** To be looked at by a person; nothing is decided from it. */
    warnings: z.array(z.object({ enterpriseId: z.uuid(), name: z.string(), text: z.string() })),
  }),
});
