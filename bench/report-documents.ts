// Inspection reports to print: 20 hazards with 40 photos of the size a phone sends, every report another one, so that nothing
// is answered from what was laid out before.
import { createHash } from "node:crypto";
import { inspectionReportOf } from "#domain/documents/inspection-report.ts";
import { releaseOf } from "#domain/documents/release.ts";
import { SAMPLE_VISIT, sampleInspectionReport } from "#domain/documents/sample-facts.ts";
import type { PrintedDocument } from "#server/documents/printed-photos.ts";
import { makePhoto, SCENES } from "../scenario/photos.ts";

const HAZARDS = 20;
const PHOTOS_EACH = 2;
const WORKING_COPY_WIDTH = 1600;
const RELEASE = releaseOf(
  { name: "孙审", at: "2026-11-24T01:00:00.000Z" },
  { name: "周发", at: "2026-11-24T07:00:00.000Z" },
  false,
);

export interface Photo {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export async function makePhotos(): Promise<Photo[]> {
  const scenes = Object.keys(SCENES);
  const photos: Photo[] = [];
  for (let seed = 0; seed < HAZARDS * PHOTOS_EACH; seed += 1) {
    const scene = scenes[seed % scenes.length];
    const bytes = await makePhoto({
      ...{ seed, scene: scene as keyof typeof SCENES, caption: "演示", takenAt: "2026-11-23T02:00:00.000Z" },
      ...{ lat: 30.18, lng: 120.26, width: WORKING_COPY_WIDTH },
    });
    photos.push({ sha256: createHash("sha256").update(bytes).digest("hex"), bytes });
  }
  return photos;
}

/** The same pictures as files of their own, as every report has: a comment with the number behind the head of each JPEG. */
export function photosOf(photos: readonly Photo[], no: number): Photo[] {
  const words = Buffer.from(`report ${no}`);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words]);
  return photos.map(({ bytes }) => {
    const own = Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)]);
    return { sha256: createHash("sha256").update(own).digest("hex"), bytes: own };
  });
}

/** Report number `no` with these photos, two a hazard. */
export function reportWith(photos: readonly Photo[], no: number): PrintedDocument {
  const facts = sampleInspectionReport(SAMPLE_VISIT, HAZARDS, 2);
  const hazards = facts.hazards.map((hazard, index) => ({
    ...hazard,
    ...{ place: `${no}号厂房 ${hazard.place}`, noPhotoReason: null },
    photos: photos.slice(index * PHOTOS_EACH, (index + 1) * PHOTOS_EACH).map(({ sha256 }) => ({
      ...{ sha256, stage: "found" as const, takenAt: "2026-11-23T02:00:00.000Z" },
    })),
  }));
  const form = inspectionReportOf({ ...facts, number: `湘安检〔2026〕${String(no).padStart(4, "0")}号`, hazards });
  return { form, release: RELEASE, proofUrl: "https://bihuan.example.cn/proof/7F3K9QXW2M" };
}
