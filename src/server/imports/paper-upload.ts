// Photos of a paper list, one by one or packed: each is looked at and kept by its hash, under the name its row calls it.
import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";
import { problemText } from "#domain/problems.ts";
import { readPhoto } from "../files/photo-intake.ts";
import { unpack } from "../files/workbook-sheets.ts";
import { readZipDirectory, type ZipEntry } from "../files/zip-directory.ts";
import { type Asking, rememberBlob } from "../sync/receive-photo.ts";
import type { KeptKind } from "./kept-file.ts";

const MEGABYTE = 1024 * 1024;
const PACK_MEGABYTES = 100;
const MOST_PHOTO_BYTES = 40 * MEGABYTE;

export const PHOTO_PACK: KeptKind = {
  mime: "application/octet-stream",
  mostBytes: PACK_MEGABYTES * MEGABYTE,
  refuseBySize: (bytes) =>
    bytes > PACK_MEGABYTES * MEGABYTE ? refuse("import.pack_too_large", { megabytes: PACK_MEGABYTES }) : undefined,
};

export interface PaperPhotosKept {
  readonly kept: { readonly name: string; readonly sha256: string }[];
  readonly refused: { readonly name: string; readonly reason: string }[];
}

export async function keepPaperPhotos(
  asking: Asking,
  name: string,
  bytes: Uint8Array,
): Promise<Result<PaperPhotosKept>> {
  const answer: PaperPhotosKept = { kept: [], refused: [] };
  if (!/\.zip$/i.test(name)) {
    await keepOne(asking, answer, name, bytes);
    return ok(answer);
  }
  const directory = readZipDirectory(bytes);
  if (directory.kind !== "read") return refuse("import.pack_damaged");
  for (const entry of directory.entries.filter(isPhoto)) {
    const plain =
      entry.unpackedBytes > MOST_PHOTO_BYTES ? undefined : await unpack(bytes, entry).catch(() => undefined);
    if (plain) await keepOne(asking, answer, baseOf(entry.name), plain);
    else answer.refused.push({ name: baseOf(entry.name), reason: "解不开，请重新打包" });
  }
  return ok(answer);
}

/** Folders and what the Mac packs beside the files are no photos. */
function isPhoto({ name }: ZipEntry): boolean {
  return !name.endsWith("/") && !name.startsWith("__MACOSX/") && !baseOf(name).startsWith(".");
}

const baseOf = (name: string) => name.split(/[/\\]/).at(-1) ?? name;

async function keepOne(asking: Asking, answer: PaperPhotosKept, name: string, bytes: Uint8Array): Promise<void> {
  const reading = await readPhoto(bytes, null);
  if (!reading.ok) {
    answer.refused.push({ name, reason: problemText(reading.problem) });
    return;
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const stored = await asking.services.blobs.put(asking.tenantId, sha256, [bytes]);
  if (!stored.ok) {
    answer.refused.push({ name, reason: problemText(stored.problem) });
    return;
  }
  await rememberBlob(asking, sha256, bytes.byteLength, reading.value);
  answer.kept.push({ name, sha256 });
}
