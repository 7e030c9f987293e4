// Who must sign the on-site record, and what a refusal to sign needs. A refusal with its reason serves as well.
import { z } from "zod";
import { instantSchema } from "../calendar/local-date.ts";
import { SIGNER_ROLE_LABELS } from "../documents/labels.ts";
import { type Change, insert } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import { wallColumnsOf } from "../kernel/wall-columns.ts";
import { expectPhoto, photoSchema } from "./photo-slot.ts";

type Signer = Row<"signatures">["signer"];

export const signatureArgs = z.object({
  signatureId: z.uuid(),
  signer: z.enum(["expert", "accompanying", "enterprise"]),
  name: text(80),
  refused: z.boolean().nullish(),
  refusalReason: optionalText(500),
  /** The drawn signature, or a photo of the refusal. */
  photo: photoSchema.nullish(),
  signedAt: instantSchema,
});
type Args = z.output<typeof signatureArgs>;

/** The three sides that sign; nobody of the subdistrict when nobody came along (R8). */
export function signersOf(visit: Row<"visits">): readonly Signer[] {
  const accompanied = visit.accompaniedBy !== null && visit.accompaniedBy !== "none";
  return accompanied ? ["expert", "accompanying", "enterprise"] : ["expert", "enterprise"];
}

/** Every side has signed or refused with a reason; the expert, whose record it is, cannot refuse. */
export function checkSignatures(visit: Row<"visits">, signatures: readonly Args[]): Result<null> {
  const absent = signersOf(visit).filter((signer) => !signatures.some((row) => row.signer === signer));
  if (absent.length > 0) {
    const missing = absent.map((signer) => SIGNER_ROLE_LABELS[signer].zh).join("、");
    return refuse("onSiteRecord.signature_missing", { missing });
  }
  if (signatures.some((row) => row.signer === "expert" && row.refused)) return refuse("onSiteRecord.expert_must_sign");
  const silent = signatures.find((row) => row.refused && !row.refusalReason);
  if (silent) return refuse("onSiteRecord.refusal_reason_missing", { name: silent.name });
  if (new Set(signatures.map((row) => row.signatureId)).size < signatures.length) {
    return refuse("onSiteRecord.signature_twice");
  }
  return ok(null);
}

/** A signature's row with the slot of its picture before it. Each binds the digest that was on the screen. */
export function signatureChanges(
  visit: Row<"visits">,
  documentId: string,
  digest: string,
  signature: Args,
  context: Context,
): readonly Change[] {
  const { photo } = signature;
  const purpose = signature.refused ? "refusal" : "signature";
  const row: Row<"signatures"> = {
    ...wallColumnsOf(visit),
    id: signature.signatureId,
    documentId,
    visitId: visit.id,
    signer: signature.signer,
    name: signature.name,
    refused: signature.refused ?? false,
    refusalReason: signature.refused ? signature.refusalReason : null,
    photoSlotId: photo?.slotId ?? null,
    digest,
    deviceId: context.deviceId,
    signedAt: signature.signedAt,
  };
  const slot = photo ? [expectPhoto(photo, purpose, { ...wallColumnsOf(visit), visitId: visit.id })] : [];
  return [...slot, insert("signatures", row)];
}
