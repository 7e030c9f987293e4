// The arguments of every hazard command. Shape only; schemas only grow.
import { z } from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import { optionalText, text } from "../kernel/text.ts";
import { CITATION_ROLES } from "../law/library-rows.ts";
import { photosSchema } from "../visit/photo-slot.ts";
import { noPhotoReasons } from "./statuses.ts";

const hazardId = z.uuid();
/** Calendar days; 0 is until 24:00 of the day of service itself. */
const deadlineDays = z.int().min(0).max(365);
const reason = text(1000);

export const recordArgs = z.object({
  hazardId,
  visitId: z.uuid(),
  /** Counted on the phone within the visit; the number is the task's code and this. */
  sequence: z.int().min(1).max(99),
  itemCode: z.string().min(1).max(40),
  place: text(200),
  description: text(2000),
  advice: text(2000),
  standard: text(2000),
  /** 'instrument#article'; left out, those of the item on the day. */
  citations: z
    .array(z.object({ ref: z.string().min(1).max(200), role: z.enum(CITATION_ROLES) }))
    .min(1)
    .max(20)
    .nullish(),
  photos: photosSchema,
  noPhotoReason: z.enum(noPhotoReasons).nullish(),
  severity: z.enum(["general", "suspectedMajor"]),
  severityCase: optionalText(500),
  stopUseAdvice: optionalText(500),
  /** Only fewer than the scheme's, and then with a reason. */
  deadlineDays: deadlineDays.nullish(),
  deadlineReason: optionalText(500),
  /** An earlier hazard of the same item at this enterprise that has come back. */
  repeatOf: z.uuid().nullish(),
});
export type RecordArgs = z.output<typeof recordArgs>;

export const fixOnSiteArgs = z.object({ hazardId, photos: photosSchema, note: optionalText(1000) });
export type FixOnSiteArgs = z.output<typeof fixOnSiteArgs>;

export const acknowledgeArgs = z.object({ hazardId });
export type AcknowledgeArgs = z.output<typeof acknowledgeArgs>;

/** R13's five fixes, as far as the enterprise fills them in. */
const fiveFixes = z.object({
  responsible: optionalText(80),
  measures: optionalText(1000),
  fundsFen: z.int().min(0).nullish(),
  time: optionalText(200),
  contingencyPlan: optionalText(1000),
});

export const submitArgs = z.object({
  hazardId,
  text: text(2000),
  photos: photosSchema,
  fiveFixes: fiveFixes.nullish(),
});
export type SubmitArgs = z.output<typeof submitArgs>;

export const withdrawArgs = z.object({ hazardId, reason: optionalText(1000) });
export type WithdrawArgs = z.output<typeof withdrawArgs>;

export const rejectArgs = z.object({
  hazardId,
  reason,
  deadlineDays: deadlineDays.nullish(),
  deadlineReason: optionalText(500),
});
export type RejectArgs = z.output<typeof rejectArgs>;

export const passArgs = z.object({ hazardId, visitId: z.uuid(), photos: photosSchema, note: optionalText(1000) });
export type PassArgs = z.output<typeof passArgs>;

export const failArgs = z.object({
  hazardId,
  visitId: z.uuid(),
  reason,
  photos: photosSchema.default([]),
  /** Not for the final re-inspection: there enforcement holds the hazard again. */
  deadlineDays: deadlineDays.nullish(),
  deadlineReason: optionalText(500),
});
export type FailArgs = z.output<typeof failArgs>;

export const requestExtensionArgs = z.object({
  hazardId,
  extensionId: z.uuid(),
  stepsTaken: text(1000),
  daysNeeded: z.int().min(1).max(365),
  reason,
  interimProtection: text(1000),
  photos: photosSchema.default([]),
});
export type RequestExtensionArgs = z.output<typeof requestExtensionArgs>;

export const decideExtensionArgs = z.object({
  hazardId,
  outcome: z.enum(["grant", "decline"]),
  /** Later than the due date; only with `grant`. */
  grantedUntil: localDateSchema.nullish(),
  reason,
});
export type DecideExtensionArgs = z.output<typeof decideExtensionArgs>;

export const suspectArgs = z.object({
  hazardId,
  severityCase: text(500),
  reason: optionalText(1000),
  /** Advice to stop using it until it is dealt with; it binds nobody, an order is enforcement's. */
  stopUseAdvice: optionalText(500),
});
export type SuspectArgs = z.output<typeof suspectArgs>;

export const confirmSeverityArgs = z.object({
  hazardId,
  /** The id of a listed case, or its words. */
  severityCase: text(500),
  conditions: z.array(z.object({ condition: text(500), met: z.boolean() })).max(20),
  reason: optionalText(1000),
});
export type ConfirmSeverityArgs = z.output<typeof confirmSeverityArgs>;

export const treatmentPlanArgs = z.object({
  hazardId,
  responsible: text(80),
  measures: text(2000),
  fundsFen: z.int().min(0).max(100_000_000_000),
  finishOn: localDateSchema,
  contingencyPlan: text(2000),
});
export type TreatmentPlanArgs = z.output<typeof treatmentPlanArgs>;

export const listArgs = z.object({ hazardId, reason });
export type ListArgs = z.output<typeof listArgs>;

export const setBackArgs = z.object({ hazardId, reason });
export type SetBackArgs = z.output<typeof setBackArgs>;

export const raiseContestArgs = z.object({ hazardId, reason });
export type RaiseContestArgs = z.output<typeof raiseContestArgs>;

export const settleContestArgs = z.object({
  hazardId,
  /** stands: it stays as it is. reopen: closed wrongly. proposeVoid: the objection is right, it never was a hazard. */
  outcome: z.enum(["stands", "reopen", "proposeVoid"]),
  reason,
  deadlineDays: deadlineDays.nullish(),
  deadlineReason: optionalText(500),
});
export type SettleContestArgs = z.output<typeof settleContestArgs>;

export const proposeVoidArgs = z.object({ hazardId, reason });
export type ProposeVoidArgs = z.output<typeof proposeVoidArgs>;

export const confirmVoidArgs = z.object({ hazardId, agree: z.boolean(), reason });
export type ConfirmVoidArgs = z.output<typeof confirmVoidArgs>;
