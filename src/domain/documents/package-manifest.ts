// The list of a referral package: every file with its hash, so that a changed, missing or added one can be named. Signed over
// its own bytes by the subdistrict's key, the key that signs the daily head of the journal.
import { z } from "zod";
import { instantSchema } from "../calendar/day-schemas.ts";
import { sha256Schema } from "./photo-entry.ts";

export const MANIFEST_FILE = "manifest.json";
export const SIGNATURE_FILE = "manifest.sig.json";

/** A name inside the package: folders by '/', never a way out of it. */
const pathSchema = z
  .string()
  .min(1)
  .max(200)
  .refine((path) => !path.startsWith("/") && !path.split("/").includes("..") && !path.includes("\\"));

export const packageManifestSchema = z.strictObject({
  form: z.literal("referralPackageManifest"),
  formVersion: z.literal(1),
  tenantId: z.uuid(),
  subdistrict: z.string(),
  referralId: z.uuid(),
  hazardNumber: z.string(),
  madeAt: instantSchema,
  files: z
    .array(z.strictObject({ path: pathSchema, what: z.string(), bytes: z.int().min(0), sha256: sha256Schema }))
    .max(2000),
});
export type PackageManifest = z.output<typeof packageManifestSchema>;

export const manifestSignatureSchema = z.strictObject({
  /** SHA-256 of the manifest's bytes. */
  sha256: sha256Schema,
  /** Ed25519, base64 of the SPKI. */
  publicKey: z.string().max(200),
  signature: z.string().max(200),
});
export type ManifestSignature = z.output<typeof manifestSignatureSchema>;
