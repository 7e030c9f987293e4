// An uploaded file of one kind: kept by its hash beside photos and documents, found again only as a file of that kind.
import { createHash } from "node:crypto";
import { ok, type Refused, type Result } from "#domain/kernel/result.ts";
import { asActor } from "../db/transaction.ts";
import type { Asking } from "../sync/receive-photo.ts";

export interface KeptKind {
  readonly mime: string;
  readonly mostBytes: number;
  /** The sentence for a file that is larger, or empty. */
  readonly refuseBySize: (bytes: number) => Refused | undefined;
}

/** The whole body in memory, refused as soon as it is larger than its kind may be. */
export async function takeFile(kind: KeptKind, body: AsyncIterable<Uint8Array>): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > kind.mostBytes) break;
    chunks.push(chunk);
  }
  return kind.refuseBySize(size) ?? ok(new Uint8Array(Buffer.concat(chunks)));
}

/** Keeps the file; answers its hash. Keeping it again is harmless. */
export async function keepFile(
  { mime }: KeptKind,
  { services, tenantId, actor }: Asking,
  bytes: Uint8Array,
): Promise<Result<string>> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const stored = await services.blobs.put(tenantId, sha256, [bytes]);
  if (!stored.ok) return stored;
  const row = { tenantId, sha256, bytes: bytes.byteLength, mime, width: null, height: null, dhash: null };
  await asActor(services.database, tenantId, actor, ({ db }) =>
    db
      .insertInto("blobs")
      .values({ ...row, storedAt: services.clock.now() })
      .onConflict((conflict) => conflict.columns(["tenantId", "sha256"]).doNothing())
      .execute(),
  );
  return ok(sha256);
}

/** The bytes of a kept file; a hash that names anything else is not found. */
export async function findFile(
  { mime }: KeptKind,
  { services, tenantId, actor }: Asking,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const known = await asActor(
    services.database,
    tenantId,
    actor,
    ({ db }) =>
      db
        .selectFrom("blobs")
        .select("mime")
        .where("tenantId", "=", tenantId)
        .where("sha256", "=", sha256)
        .executeTakeFirst(),
    { readOnly: true },
  );
  return known?.mime === mime ? services.blobs.get(tenantId, sha256) : undefined;
}
