// Photos of the public: only the working copy is kept, drawn anew without place, time or device. The original is never stored.
import { createHash } from "node:crypto";
import { derivedId } from "#domain/kernel/derived-id.ts";
import { ok, type Result } from "#domain/kernel/result.ts";
import { readPhoto, workingCopy } from "../files/photo-intake.ts";
import type { Services } from "../server-parts.ts";
import { rememberBlob } from "../sync/receive-photo.ts";
import type { Writing } from "./portal-write.ts";

export interface TipPhoto {
  readonly photoId: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The bytes are durable before the command names them; the first that is no whole picture stops it. */
export async function keepTipPhotos(
  services: Services,
  { tenantId, actor }: Writing,
  formId: string,
  files: readonly File[],
): Promise<Result<readonly TipPhoto[]>> {
  const copies: Uint8Array[] = [];
  for (const file of files) {
    const copy = await workingCopy(new Uint8Array(await file.arrayBuffer()));
    if (!copy.ok) return copy;
    copies.push(copy.value);
  }
  const photos: TipPhoto[] = [];
  for (const [index, bytes] of copies.entries()) {
    const reading = await readPhoto(bytes, "image/jpeg");
    if (!reading.ok) return reading;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const stored = await services.blobs.put(tenantId, sha256, [bytes]);
    if (!stored.ok) return stored;
    await rememberBlob({ services, tenantId, actor }, sha256, bytes.byteLength, reading.value);
    photos.push({ photoId: derivedId(formId, `photo ${index}`), sha256, bytes: bytes.byteLength });
  }
  return ok(photos);
}
