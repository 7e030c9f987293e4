// HEIC where the browser itself does not read it: by a decoder that is loaded when the first such picture is taken, and is
// kept with the app, so that it works without a signal. A thread a picture: what it took of memory goes with it.
import type { HeicReply, HeicTask } from "./heic-worker.ts";

/** Brands of ISO 23008-12 (HEIF) that hold HEVC pictures. */
const HEIC_BRANDS: readonly string[] = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"];

export async function isHeic(file: Blob): Promise<boolean> {
  const letters = String.fromCharCode(...new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  return letters.slice(4, 8) === "ftyp" && HEIC_BRANDS.includes(letters.slice(8, 12));
}

/** Upright and scaled down. */
export async function openHeic(file: Blob, longestSide: number): Promise<ImageBitmap> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL("./heic-worker.ts", import.meta.url), { type: "module" });
  try {
    const reply = await new Promise<HeicReply>((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<HeicReply>) => resolve(event.data);
      worker.onerror = () => reject(new Error("the HEIC decoder could not be loaded"));
      worker.postMessage({ bytes, longestSide } satisfies HeicTask, [bytes.buffer]);
    });
    if ("failed" in reply) throw new Error(reply.failed);
    return reply.bitmap;
  } finally {
    worker.terminate();
  }
}
