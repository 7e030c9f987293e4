// Whether a part of a workbook is complete. The streaming reader takes a part that breaks off for one that ends there,
// and rows would be missing without a word.
import { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { packedBytesOf, type ZipEntry } from "./zip-directory.ts";

const TAIL_BYTES = 4096;

async function* unpackedChunks(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = Buffer.from(packedBytesOf(bytes, entry));
  const stream = entry.method === 0 ? Readable.from([packed]) : Readable.from([packed]).pipe(createInflateRaw());
  for await (const chunk of stream) yield Buffer.from(chunk);
}

/** Unpacks a part to its stated size and checksum, and sees that its last tag closes its first. Throws on broken packing. */
export async function isWhole(bytes: Uint8Array, entry: ZipEntry): Promise<boolean> {
  let [length, checksum] = [0, 0];
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  for await (const chunk of unpackedChunks(bytes, entry)) {
    length += chunk.byteLength;
    if (length > entry.unpackedBytes) return false;
    checksum = crc32(chunk, checksum);
    if (head.byteLength < TAIL_BYTES) head = Buffer.concat([head, chunk.subarray(0, TAIL_BYTES)]);
    tail = Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES);
  }
  if (length !== entry.unpackedBytes || checksum !== entry.crc) return false;
  const root = /<([A-Za-z][\w.:-]*)[\s/>]/.exec(head.toString("latin1"))?.[1];
  const end = tail
    .toString("latin1")
    .replace(/<!--[\s\S]*?-->/g, "")
    .trimEnd();
  return root !== undefined && (end.endsWith(`</${root}>`) || new RegExp(`<${root}[^<]*/>$`).test(end));
}
