// `report`: an inspection report with 20 hazards and 40 photos, from the facts and the stored photos to the filed PDF, against
// Typst alone on the same input; then memory over 300 documents.
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printedPhotos } from "#server/documents/printed-photos.ts";
import { type PdfRenderer, startPdfRenderer } from "#server/documents/render-pdf.ts";
import { type BlobStore, localBlobStore } from "#server/files/blob-store.ts";
import { say } from "./machine-facts.ts";
import { median, short, timed } from "./median.ts";
import { makePhotos, type Photo, photosOf, reportWith } from "./report-documents.ts";
import { startTypst } from "./typst-process.ts";

const TENANT = "00000000-0000-7000-8000-0000000000b1";
const WARM_UPS = 3;
const ROUNDS = 15;
const DOCUMENTS = 300;
const SETTLED_AFTER = 100;

interface Printer {
  readonly renderer: PdfRenderer;
  readonly blobs: BlobStore;
}

export async function run(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), "bihuan-bench-"));
  const printer = { renderer: startPdfRenderer(), blobs: localBlobStore(folder) };
  try {
    say("drawing 40 photos …");
    const photos = await makePhotos();
    const times = await compare(printer, photos);
    return { ...times, memory: await memoryOver(printer, photos) };
  } finally {
    await printer.renderer.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the job does with one report: make the form, read its photos, print, file. */
async function print({ renderer, blobs }: Printer, photos: readonly Photo[], no: number): Promise<void> {
  const document = reportWith(photos, no);
  const read = new Map<string, Uint8Array>();
  for (const sha256 of printedPhotos(document).keys()) {
    const bytes = await blobs.get(TENANT, sha256);
    if (bytes) read.set(sha256, bytes);
  }
  const pdf = await renderer.renderPdf({ template: "inspectionReport", data: document, photos: read });
  await blobs.put(TENANT, createHash("sha256").update(pdf).digest("hex"), [pdf]);
}

async function compare(printer: Printer, drawn: readonly Photo[]) {
  const typst = startTypst();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let no = 0; no < WARM_UPS + ROUNDS; no += 1) {
    const photos = await store(printer, photosOf(drawn, no));
    ours.push(await timed(() => print(printer, photos, no)));
    theirs.push(await typst.time(reportWith(photos, no), photos));
  }
  typst.stop();
  const pairs = ours.map((time, index) => time / (theirs[index] ?? Number.NaN)).slice(WARM_UPS);
  return {
    ratio: short(median(pairs), 3),
    wanted: { ratioAtMost: 2 },
    unit: "milliseconds",
    ours: Math.round(median(ours.slice(WARM_UPS))),
    peer: Math.round(median(theirs.slice(WARM_UPS))),
    photoKilobytes: Math.round(drawn.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024),
    rounds: ROUNDS,
  };
}

async function store({ blobs }: Printer, photos: readonly Photo[]): Promise<readonly Photo[]> {
  for (const { sha256, bytes } of photos) await blobs.put(TENANT, sha256, [bytes]);
  return photos;
}

/** Resident memory while 300 reports are printed, each with pictures of its own; flat when the last hundreds add little. */
async function memoryOver({ renderer }: Printer, drawn: readonly Photo[]) {
  const megabytes: Record<string, number> = {};
  for (let no = 1; no <= DOCUMENTS; no += 1) {
    const photos = photosOf(drawn, 10_000 + no);
    const read = new Map(photos.map(({ sha256, bytes }) => [sha256, bytes]));
    await renderer.renderPdf({ template: "inspectionReport", data: reportWith(photos, 10_000 + no), photos: read });
    if (no % SETTLED_AFTER !== 0) continue;
    megabytes[`after${no}`] = Math.round(process.memoryUsage().rss / 2 ** 20);
    say(`${no} documents, ${megabytes[`after${no}`]} MB`);
  }
  const settled = megabytes[`after${SETTLED_AFTER}`] ?? Number.NaN;
  const growth = short((megabytes[`after${DOCUMENTS}`] ?? Number.NaN) / settled, 3);
  return { megabytes, growth, wanted: { growthAtMost: 1.1 } };
}
