// What a file is by its first bytes, and whether that is what its sender called it.
import { ok, type Result, refuse } from "#domain/kernel/result.ts";

export type PhotoMime = "image/jpeg" | "image/png" | "image/webp" | "image/heic";

/** Brands of ISO 23008-12 (HEIF) that hold HEVC pictures; AVIF and video are not among them. */
const HEIC_BRANDS = new Set(["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"]);

/** Senders that say nothing, or nothing useful. */
const UNDECLARED = new Set(["", "application/octet-stream", "image/*"]);

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

export function sniffPhotoMime(bytes: Uint8Array): PhotoMime | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg";
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "image/png";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "image/webp";
  if (ascii(bytes, 4, 8) === "ftyp" && HEIC_BRANDS.has(ascii(bytes, 8, 12))) return "image/heic";
  return undefined;
}

function sameType(declared: string, found: PhotoMime): boolean {
  if (declared === "image/jpg") return found === "image/jpeg";
  if (declared === "image/heif") return found === "image/heic";
  return declared === found;
}

/** `photo.not_a_picture` when unknown, `photo.mislabelled` when it is another kind than declared. */
export function checkPhotoType(bytes: Uint8Array, declared: string | null): Result<PhotoMime> {
  const found = sniffPhotoMime(bytes);
  if (!found) return refuse("photo.not_a_picture");
  const named = (declared ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!UNDECLARED.has(named) && !sameType(named, found)) {
    return refuse("photo.mislabelled", { declared: shortName(named), found: shortName(found) });
  }
  return ok(found);
}

function shortName(mime: string): string {
  return mime.replace(/^image\//, "").toUpperCase();
}
