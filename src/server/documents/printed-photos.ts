// Which pictures a document prints, and whether they are all here. Typst says "file not found" without a name that means
// anything to a person, so this is asked before it starts.
import type { InspectionReport } from "#domain/documents/inspection-report.ts";
import type { OnSiteRecord } from "#domain/documents/on-site-record.ts";
import type { ReferralPackage } from "#domain/documents/referral-package.ts";
import type { Release } from "#domain/documents/release.ts";
import type { Signing } from "#domain/documents/signing.ts";
import type { Problem } from "#domain/kernel/result.ts";

/** A form's data and what stands beside it: its template follows from `form.form`. */
export interface PrintedDocument {
  readonly form: OnSiteRecord | InspectionReport | ReferralPackage;
  readonly signing?: Signing | null;
  readonly release?: Release | null;
  /** What the proof code opens; no code is printed without it. */
  readonly proofUrl?: string | null;
}

export type PhotoBytes = ReadonlyMap<string, Uint8Array>;

/** SHA-256 → what the picture is, in the words of the person who must look for it. */
export function printedPhotos({ form, signing }: PrintedDocument): Map<string, string> {
  const photos = new Map<string, string>();
  if (form.form === "inspectionReport") {
    for (const hazard of form.hazards) {
      for (const photo of hazard.photos)
        photos.set(photo.sha256, `隐患${hazard.no} ${hazard.place}（${photo.stageText}）`);
    }
  }
  if (form.form === "onSiteRecord") {
    for (const signature of signing?.signatures ?? []) {
      if (signature.imageSha256) photos.set(signature.imageSha256, `签名 ${signature.name}`);
    }
  }
  return photos;
}

/** `document.photo_missing` for the first picture that is printed and not here. */
export function findMissingPhoto(document: PrintedDocument, photos: PhotoBytes): Problem | undefined {
  for (const [sha256, name] of printedPhotos(document)) {
    if (!photos.has(sha256)) return { code: "document.photo_missing", params: { sha256, name } };
  }
  return undefined;
}
