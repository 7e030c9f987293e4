// Opens a photo of any kind we take as an upright picture. Sharp reads JPEG, PNG and WebP; HEIC goes through its own
// decoder, which applies the rotation itself.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import sharp, { type Sharp } from "sharp";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";
import type { HeicReply, HeicTask } from "./heic-worker.ts";
import { sniffPhotoMime } from "./photo-type.ts";

/** 60 megapixels: decoded, 180 MB. */
export const MAX_PIXELS = 60_000_000;

/** The picture with its EXIF orientation applied; nothing is decoded yet, unless it is HEIC. */
export async function openPhoto(bytes: Uint8Array): Promise<Result<Sharp>> {
  const mime = sniffPhotoMime(bytes);
  if (!mime) return refuse("photo.not_a_picture");
  if (mime === "image/heic") return openHeic(bytes);
  const picture = sharp(bytes, { failOn: "truncated", limitInputPixels: false });
  const size = await picture.metadata().catch(() => undefined);
  if (!size?.width || !size.height) return refuse("photo.damaged");
  if (size.width * size.height > MAX_PIXELS) return tooManyPixels();
  return ok(picture.autoOrient());
}

async function openHeic(bytes: Uint8Array): Promise<Result<Sharp>> {
  const task: HeicTask = { bytes, maxPixels: MAX_PIXELS };
  const worker = new Worker(new URL("./heic-worker.ts", import.meta.url), { workerData: task });
  const reply = await Promise.race<HeicReply[]>([
    once(worker, "message"),
    once(worker, "exit").then(() => [{ failed: "unreadable" }]),
  ]).catch((): HeicReply[] => [{ failed: "unreadable" }]);
  await worker.terminate();
  const [decoded] = reply;
  if (!decoded || "failed" in decoded) {
    return decoded?.failed === "too_many_pixels" ? tooManyPixels() : refuse("photo.damaged");
  }
  const { width, height, rgba } = decoded;
  return ok(sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha());
}

function tooManyPixels() {
  return refuse("photo.too_many_pixels", { megapixels: MAX_PIXELS / 1_000_000 });
}
