// The uploaded file: kept by its hash beside photos and documents, found again only as a list of this tenant.
import { createHash } from "node:crypto";
import { ok, type Result } from "#domain/kernel/result.ts";
import { asActor } from "../db/transaction.ts";
import { refuseByFileSize, spreadsheetLimits } from "../files/spreadsheet.ts";
import type { Asking } from "../sync/receive-photo.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The whole body in memory, refused as soon as it is larger than a list may be. */
export async function readUpload(body: AsyncIterable<Uint8Array>): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > spreadsheetLimits.fileBytes) break;
    chunks.push(chunk);
  }
  return refuseByFileSize(size) ?? ok(new Uint8Array(Buffer.concat(chunks)));
}

/** Keeps the file; answers its hash. Keeping it again is harmless. */
export async function keepUpload({ services, tenantId, actor }: Asking, bytes: Uint8Array): Promise<Result<string>> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const stored = await services.blobs.put(tenantId, sha256, [bytes]);
  if (!stored.ok) return stored;
  const row = { tenantId, sha256, bytes: bytes.byteLength, mime: XLSX, width: null, height: null, dhash: null };
  await asActor(services.database, tenantId, actor, ({ db }) =>
    db
      .insertInto("blobs")
      .values({ ...row, storedAt: services.clock.now() })
      .onConflict((conflict) => conflict.columns(["tenantId", "sha256"]).doNothing())
      .execute(),
  );
  return ok(sha256);
}

/** The bytes of an uploaded list; a hash that names anything else is not found. */
export async function findUpload(
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
  return known?.mime === XLSX ? services.blobs.get(tenantId, sha256) : undefined;
}
