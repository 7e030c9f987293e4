// What hangs on a hazard's page beside the hazard: requests for more time, referrals, treatment plans, member units.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { routingStates } from "#domain/routing/rule.ts";

export const extensionSchema = z.object({
  id: z.uuid(),
  state: z.enum(["asked", "granted", "declined"]),
  stepsTaken: z.string(),
  daysNeeded: z.int(),
  reason: z.string(),
  interimProtection: z.string(),
  askedByName: z.string(),
  askedAt: z.string(),
  /** The due date as asked for. */
  askedUntil: localDateSchema.nullable(),
  grantedUntil: localDateSchema.nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionReason: z.string().nullable(),
});
export type HazardExtension = z.output<typeof extensionSchema>;

export const referralSchema = z.object({
  id: z.uuid(),
  state: z.enum(["proposed", "declined", "referred", "received", "returned", "concluded"]),
  ground: z.enum(["overdue", "refusal", "threeFailedRounds"]),
  reason: z.string(),
  proposedByName: z.string(),
  proposedAt: z.string(),
  decidedByName: z.string().nullable(),
  decisionReason: z.string().nullable(),
  receivedByName: z.string().nullable(),
  caseNumber: z.string().nullable(),
  returnedReason: z.string().nullable(),
  resultKind: z.string().nullable(),
  resultDocumentNumber: z.string().nullable(),
  resultOn: localDateSchema.nullable(),
  resultOfficers: z.string().nullable(),
  resultNote: z.string().nullable(),
  /** On refusal: what was refused, by whom, in which words. */
  refusedWhat: z.enum(["visit", "reinspection", "rectification"]).nullable(),
  refusedBy: z.string().nullable(),
  refusedWords: z.string().nullable(),
  /** The delegated item under which the subdistrict's own officers take it; null: the authority in charge. */
  delegatedWords: z.string().nullable(),
});
export type HazardReferral = z.output<typeof referralSchema>;

/** R13's five fixes. */
export const treatmentPlanSchema = z.object({
  id: z.uuid(),
  origin: z.enum(["enterprise", "agencyAdvice"]),
  responsible: z.string(),
  measures: z.string(),
  fundsFen: z.int(),
  finishOn: localDateSchema,
  contingencyPlan: z.string(),
  enteredByName: z.string(),
  enteredAt: z.string(),
});
export type HazardTreatmentPlan = z.output<typeof treatmentPlanSchema>;

export const routingSchema = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  state: z.enum(routingStates),
  byRule: z.boolean(),
  reason: z.string(),
  routedByName: z.string(),
  routedAt: z.string(),
  answeredByName: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answerReason: z.string().nullable(),
});
export type HazardRoutingLine = z.output<typeof routingSchema>;
