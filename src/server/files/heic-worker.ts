// Decodes one HEIC picture in a thread of its own: the decoder is synchronous and takes half a second and more.
import { parentPort, workerData } from "node:worker_threads";
import decodeHeic from "heic-decode";

export interface HeicTask {
  readonly bytes: Uint8Array;
  readonly maxPixels: number;
}

export type HeicReply =
  | { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray }
  | { readonly failed: "too_many_pixels" | "unreadable" };

async function decode({ bytes, maxPixels }: HeicTask): Promise<HeicReply> {
  const pictures = await decodeHeic.all({ buffer: bytes });
  try {
    const [first] = pictures;
    if (!first) return { failed: "unreadable" };
    if (first.width * first.height > maxPixels) return { failed: "too_many_pixels" };
    const { width, height, data } = await first.decode();
    return { width, height, rgba: data };
  } finally {
    pictures.dispose();
  }
}

const task: HeicTask = workerData;
parentPort?.postMessage(await decode(task).catch((): HeicReply => ({ failed: "unreadable" })));
