// Signs a package's manifest with the tenant's newest key, as the daily head is signed; the statement's first line keeps one from
// ever passing for the other.
import { createHash, createPublicKey, sign, verify } from "node:crypto";
import type { ManifestSignature } from "#domain/documents/package-manifest.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import { masterKey, openPrivateKey } from "../journal/tenant-keys.ts";
import type { Services } from "../server-parts.ts";

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const statementOf = (sha256: string) => Buffer.from(`bihuan-package\n${sha256}\n`, "utf8");

export async function signManifest(
  services: Services,
  tenantId: string,
  manifest: Uint8Array,
): Promise<ManifestSignature> {
  const master = await masterKey(services.dataDir);
  const key = await asActor(
    services.database,
    tenantId,
    systemActor("sign-package"),
    ({ db }) => db.selectFrom("tenantKeys").selectAll().orderBy("createdAt", "desc").executeTakeFirstOrThrow(),
    { readOnly: true },
  );
  const sha256 = sha256Of(manifest);
  const signature = sign(null, statementOf(sha256), openPrivateKey(master, key.sealedPrivateKey)).toString("base64");
  return { sha256, publicKey: key.publicKey, signature };
}

/** Whether the signature is over these bytes, by the key it names. Whose key that is has to be asked elsewhere. */
export function isSignedManifest(manifest: Uint8Array, said: ManifestSignature): boolean {
  if (sha256Of(manifest) !== said.sha256) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(said.publicKey, "base64"), format: "der", type: "spki" });
    return verify(null, statementOf(said.sha256), key, Buffer.from(said.signature, "base64"));
  } catch {
    return false;
  }
}
