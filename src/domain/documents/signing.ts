// Signatures stand beside the form's data, never in it: each one binds the digest of that data (`canonical-digest.ts`).
import { z } from "zod";
import { clockOf, dayOf, type Instant, localDateSchema } from "../calendar/local-date.ts";
import { SIGNER_ROLE_LABELS } from "./labels.ts";
import { clockSchema, sha256Schema } from "./photo-entry.ts";

const signatureSchema = z.strictObject({
  role: z.enum(["expert", "accompanying", "enterprise"]),
  roleText: z.string().min(1),
  name: z.string().min(1).max(80),
  signedOn: localDateSchema,
  signedAt: clockSchema,
  device: z.string().min(1).max(100),
  /** Digest of the form data that was on the screen when it was signed. */
  digest: sha256Schema,
  /** The drawn signature as a PNG, by content; null when signed by account. */
  imageSha256: sha256Schema.nullable(),
});

const refusalSchema = z.strictObject({
  name: z.string().max(80).nullable(),
  reason: z.string().min(1).max(500),
  witness: z.string().max(80).nullable(),
  refusedOn: localDateSchema,
  refusedAt: clockSchema,
});

export const signingSchema = z.strictObject({
  signatures: z.array(signatureSchema).max(40),
  /** The enterprise's recorded refusal to sign (practice of 安全生产法 2021 第68条); it serves the record all the same. */
  refusal: refusalSchema.nullable(),
});

export type Signing = z.infer<typeof signingSchema>;

export interface SignatureFacts {
  readonly role: keyof typeof SIGNER_ROLE_LABELS;
  readonly name: string;
  readonly signedAt: Instant;
  readonly device: string;
  readonly digest: string;
  readonly imageSha256?: string | null;
}

export interface RefusalFacts {
  readonly name?: string | null;
  readonly reason: string;
  readonly witness?: string | null;
  readonly refusedAt: Instant;
}

export function signingOf(signatures: readonly SignatureFacts[], refusal: RefusalFacts | null): Signing {
  return {
    signatures: signatures.map(({ signedAt, imageSha256, ...rest }) => ({
      ...rest,
      roleText: SIGNER_ROLE_LABELS[rest.role].zh,
      signedOn: dayOf(signedAt),
      signedAt: clockOf(signedAt),
      imageSha256: imageSha256 ?? null,
    })),
    refusal: refusal && {
      name: refusal.name ?? null,
      reason: refusal.reason,
      witness: refusal.witness ?? null,
      refusedOn: dayOf(refusal.refusedAt),
      refusedAt: clockOf(refusal.refusedAt),
    },
  };
}
