// The arguments of the commands around enforcement's door. Shape only; schemas only grow.
import { z } from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import { optionalText, text } from "../kernel/text.ts";
import { photosSchema } from "../visit/photo-slot.ts";
import { grounds, refusable, resultKinds } from "./statuses.ts";

const hazardId = z.uuid();
const reason = text(1000);

export const proposeReferralArgs = z.object({
  hazardId,
  referralId: z.uuid(),
  ground: z.enum(grounds),
  reason,
  /** Who of the enterprise refused and in what words, where the refusal is not recorded yet. */
  refusal: z
    .object({
      by: text(80),
      words: text(500),
      /** What was refused; left out by earlier apps, which knew only rectification. */
      what: z.enum(refusable).nullish(),
      photos: photosSchema.default([]),
    })
    .nullish(),
});
export type ProposeReferralArgs = z.output<typeof proposeReferralArgs>;

export const decideReferralArgs = z.object({
  hazardId,
  outcome: z.enum(["refer", "decline"]),
  reason,
  /** The delegated item under which the subdistrict's own officers take it; without one it goes to the authority in charge. */
  delegatedItemId: z.uuid().nullish(),
});
export type DecideReferralArgs = z.output<typeof decideReferralArgs>;

/** The case number is enforcement's own system's. */
export const receiveReferralArgs = z.object({ hazardId, caseNumber: optionalText(80) });
export type ReceiveReferralArgs = z.output<typeof receiveReferralArgs>;

export const returnReferralArgs = z.object({ hazardId, reason });
export type ReturnReferralArgs = z.output<typeof returnReferralArgs>;

export const concludeArgs = z.object({
  hazardId,
  resultKind: z.enum(resultKinds),
  /** The foreign document's own number; Bihuan makes none. */
  documentNumber: optionalText(120),
  /** The day on that document. */
  on: localDateSchema,
  officers: z.array(text(40)).min(1).max(6),
  /** Certificate numbers in the order of the officers; left out by earlier apps. */
  certificates: z.array(text(40)).max(6).nullish(),
  note: optionalText(1000),
});
export type ConcludeArgs = z.output<typeof concludeArgs>;
