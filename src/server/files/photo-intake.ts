// What arrives as a photo: is it one, is it whole, how large is it, what does it say about itself; and the copies made
// of it. The original's bytes are never changed; every copy is upright and carries no metadata, so no place leaves.
import sharp, { type Sharp } from "sharp";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";
import { MAX_BLOB_BYTES } from "./blob-store.ts";
import { openPhoto } from "./decode-photo.ts";
import { differenceHash } from "./difference-hash.ts";
import { type ExifFacts, readExif } from "./exif-facts.ts";
import { checkPhotoType, type PhotoMime } from "./photo-type.ts";

export interface PhotoReading {
  readonly mime: PhotoMime;
  /** Upright. */
  readonly width: number;
  readonly height: number;
  readonly exif: ExifFacts;
  readonly dhash: string;
}

const WORKING_SIDE = 1600;
const WORKING_QUALITY = 80;
const EXPORT_QUALITY = 92;
const THUMBNAIL_QUALITY = 75;

/** Reads a whole photo. `declaredType` is what its sender called it (a MIME type), null when nothing was said. */
export async function readPhoto(bytes: Uint8Array, declaredType: string | null): Promise<Result<PhotoReading>> {
  if (bytes.byteLength > MAX_BLOB_BYTES) return refuse("photo.too_large", { megabytes: MAX_BLOB_BYTES / 1024 / 1024 });
  const mime = checkPhotoType(bytes, declaredType);
  if (!mime.ok) return mime;
  const opened = await openPhoto(bytes);
  if (!opened.ok) return opened;
  return whole(async () => {
    // A full decode: a cut-off picture shows itself only here.
    const upright = await opened.value.raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = upright.info;
    const dhash = await differenceHash(sharp(upright.data, { raw: { width, height, channels } }));
    return { mime: mime.value, width, height, exif: await readExif(bytes), dhash };
  });
}

/** At most 1,600 px on its longer side, JPEG at quality 80: what screens and documents show. */
export function workingCopy(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  return copy(bytes, (picture) =>
    picture
      .resize(WORKING_SIDE, WORKING_SIDE, { fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality: WORKING_QUALITY }),
  );
}

/** In full size, without any metadata: the only form in which a photo may leave the system. */
export function stripForExport(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  return copy(bytes, (picture) => picture.flatten({ background: "#fff" }).jpeg({ quality: EXPORT_QUALITY }));
}

export function thumbnail(bytes: Uint8Array, width: number): Promise<Result<Uint8Array>> {
  return copy(bytes, (picture) =>
    picture
      .resize(width, undefined, { withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality: THUMBNAIL_QUALITY }),
  );
}

async function copy(bytes: Uint8Array, shape: (picture: Sharp) => Sharp): Promise<Result<Uint8Array>> {
  const opened = await openPhoto(bytes);
  if (!opened.ok) return opened;
  return whole(async () => new Uint8Array(await shape(opened.value).toBuffer()));
}

/** Decoding a damaged or cut-off picture throws; to a person that is one sentence. */
async function whole<T>(decode: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await decode());
  } catch {
    return refuse("photo.damaged");
  }
}
