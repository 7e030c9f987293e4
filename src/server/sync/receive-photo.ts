// Takes the bytes of a photo that a slot expects: checked whole, stored by content, then issued as a system command.
import type { PhotoSize } from "#api/photos.ts";
import type { Actor } from "#domain/access/roles.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";
import { issue } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import { MAX_BLOB_BYTES } from "../files/blob-store.ts";
import { type PhotoReading, readPhoto, stripForExport, thumbnail, workingCopy } from "../files/photo-intake.ts";
import { visible } from "../queries/visibility.ts";
import type { Services } from "../server-parts.ts";

export interface Asking {
  readonly services: Services;
  readonly tenantId: string;
  readonly actor: Actor;
}

type Slot = Row<"photoSlots">;
type Copy = "working" | "original";

const THUMB_WIDTH = 480;

/** The slots this actor may see that name the content, as either copy. */
export function slotsExpecting({ services, tenantId, actor }: Asking, sha256: string): Promise<Slot[]> {
  return asActor(
    services.database,
    tenantId,
    actor,
    (tx) =>
      tx.db
        .selectFrom("photoSlots")
        .selectAll()
        .where(visible(tx, "photoSlots"))
        .where((where) => where.or([where("sha256", "=", sha256), where("originalSha256", "=", sha256)]))
        .execute(),
    { readOnly: true },
  );
}

/** Which copies of the slots still wait for this content. */
export function awaitedCopies(slots: readonly Slot[], sha256: string): readonly Copy[] {
  const copies: Copy[] = [];
  if (slots.some((slot) => slot.sha256 === sha256 && slot.state !== "stored")) copies.push("working");
  if (slots.some((slot) => slot.originalSha256 === sha256 && slot.originalState !== "stored")) copies.push("original");
  return copies;
}

/** The whole body in memory: a picture is decoded before it is kept, so nothing that is none ever reaches the store. */
export async function readBody(body: AsyncIterable<Uint8Array>): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MAX_BLOB_BYTES) return refuse("photo.too_large", { megabytes: MAX_BLOB_BYTES / 1024 / 1024 });
    chunks.push(chunk);
  }
  return ok(new Uint8Array(Buffer.concat(chunks)));
}

/** Keeps the content and fills every slot that waits for it. */
export async function receivePhoto(
  asking: Asking,
  sha256: string,
  copies: readonly Copy[],
  bytes: Uint8Array,
  declaredType: string | null,
): Promise<Result<number>> {
  const { services, tenantId } = asking;
  const reading = await readPhoto(bytes, declaredType);
  if (!reading.ok) return reading;
  const stored = await services.blobs.put(tenantId, sha256, [bytes]);
  if (!stored.ok) return stored;
  await rememberBlob(asking, sha256, bytes.byteLength, reading.value);
  for (const which of copies) {
    const args = { sha256, which, exif: exifText(reading.value) };
    const outcome = await issue(services.writePath, "photo", tenantId, "photo.store", args);
    const settled = outcome.status === "accepted" || outcome.problem?.code === "photo.already_stored";
    if (!settled) throw new Error(`photo.store ${which} of ${sha256.slice(0, 8)}: ${outcome.problem?.code}`);
  }
  return ok(stored.value.bytes);
}

export async function rememberBlob(
  { services, tenantId, actor }: Asking,
  sha256: string,
  bytes: number,
  reading: PhotoReading,
): Promise<void> {
  const { mime, width, height, dhash } = reading;
  const row = { tenantId, sha256, bytes, mime, width, height, dhash, storedAt: services.clock.now() };
  await asActor(services.database, tenantId, actor, ({ db }) =>
    db
      .insertInto("blobs")
      .values(row)
      .onConflict((conflict) => conflict.columns(["tenantId", "sha256"]).doNothing())
      .execute(),
  );
}

/** Time and device; the place stays in the original's own bytes. */
function exifText({ exif }: PhotoReading): string | null {
  const { lat: _lat, lng: _lng, ...rest } = exif;
  return Object.values(rest).some((value) => value !== null && value !== undefined) ? JSON.stringify(rest) : null;
}

/** The slot, if the actor may see it. */
export function findSlot({ services, tenantId, actor }: Asking, slotId: string): Promise<Slot | undefined> {
  return asActor(
    services.database,
    tenantId,
    actor,
    (tx) =>
      tx.db
        .selectFrom("photoSlots")
        .selectAll()
        .where(visible(tx, "photoSlots"))
        .where("id", "=", slotId)
        .executeTakeFirst(),
    { readOnly: true },
  );
}

/** The picture of a slot in a size, without metadata; undefined while its bytes are still elsewhere. */
export async function pictureOf(
  { services, tenantId }: Asking,
  slot: Slot,
  size: PhotoSize,
): Promise<Uint8Array | undefined> {
  const original = slot.originalState === "stored" ? slot.originalSha256 : null;
  const working = slot.state === "stored" ? slot.sha256 : null;
  const sha256 = size === "original" ? (original ?? working) : (working ?? original);
  const bytes = sha256 === null ? undefined : await services.blobs.get(tenantId, sha256);
  if (!bytes) return undefined;
  const copy = await shapes[size](bytes);
  return copy.ok ? copy.value : undefined;
}

const shapes: Readonly<Record<PhotoSize, (bytes: Uint8Array) => Promise<Result<Uint8Array>>>> = {
  thumb: (bytes) => thumbnail(bytes, THUMB_WIDTH),
  working: workingCopy,
  original: stripForExport,
};
