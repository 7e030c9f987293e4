// A photo is a slot named by hash. Commands never wait for its bytes; only release, package and settlement need them.
import { z } from "zod";
import { instantSchema } from "../calendar/local-date.ts";
import { type Change, insert } from "../kernel/change.ts";
import type { Row } from "../kernel/entities.ts";
import { type WallColumns, wallColumnsOf } from "../kernel/wall-columns.ts";

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a command says of a photo it names. `sha256` is the 1,600 px working copy's, `originalSha256` the camera's file. */
export const photoSchema = z.object({
  slotId: z.uuid(),
  sha256: sha256Schema,
  originalSha256: sha256Schema.nullish(),
  bytes: z.int().positive(),
  takenAt: instantSchema,
  lat: z.number().min(-90).max(90).nullish(),
  lng: z.number().min(-180).max(180).nullish(),
  /** 'form' is a web form's: whether it was taken for it or chosen from the album cannot be known. */
  source: z.enum(["camera", "library", "drawn", "form"]),
});
export type PhotoArgs = z.output<typeof photoSchema>;
export const photosSchema = z.array(photoSchema).max(30);

/** An expected slot for a photo of a hazard, visit or supervision. */
export function expectPhoto(
  photo: PhotoArgs,
  purpose: Row<"photoSlots">["purpose"],
  of: WallColumns & { readonly visitId?: string | null; readonly hazardId?: string | null },
): Change {
  return insert("photoSlots", {
    ...wallColumnsOf(of),
    id: photo.slotId,
    visitId: of.visitId ?? null,
    hazardId: of.hazardId ?? null,
    purpose,
    sha256: photo.sha256,
    originalSha256: photo.originalSha256 ?? null,
    bytes: photo.bytes,
    takenAt: photo.takenAt,
    lat: photo.lat ?? null,
    lng: photo.lng ?? null,
    source: photo.source,
    state: "expected",
    originalState: photo.originalSha256 ? "expected" : "none",
    storedAt: null,
    lostReason: null,
    lostByName: null,
    lostConfirmedByName: null,
    exif: null,
  });
}
