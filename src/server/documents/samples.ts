// The samples of templates/<form>/samples, made from invented facts; the test beside writes and compares them.
import { canonicalDigest } from "#domain/documents/canonical-digest.ts";
import { inspectionReportOf } from "#domain/documents/inspection-report.ts";
import { onSiteRecordOf } from "#domain/documents/on-site-record.ts";
import { referralPackageOf } from "#domain/documents/referral-package.ts";
import { releaseOf } from "#domain/documents/release.ts";
import {
  SAMPLE_LONG_VISIT,
  SAMPLE_VISIT,
  sampleInspectionReport,
  sampleOnSiteRecord,
  samplePhotoId,
  sampleReferralPackage,
} from "#domain/documents/sample-facts.ts";
import { signingOf } from "#domain/documents/signing.ts";
import type { PrintedDocument } from "./printed-photos.ts";

const PROOF_URL = "https://bihuan.example.cn/proof/7F3K9QXW2M";

function signedRecord(): PrintedDocument {
  const form = onSiteRecordOf(sampleOnSiteRecord(SAMPLE_VISIT, 6, 42));
  const digest = canonicalDigest(form);
  const signed = { device: "field-07", digest, imageSha256: samplePhotoId(0) };
  const signatures = [
    { ...signed, role: "expert", name: "王堃", signedAt: "2026-11-23T03:40:00.000Z" },
    { ...signed, role: "accompanying", name: "赵明", signedAt: "2026-11-23T03:41:00.000Z" },
  ] as const;
  const refusal = {
    name: "陶喆",
    reason: "对第2条有不同意见，待查清再签",
    witness: "赵明",
    refusedAt: "2026-11-23T03:44:00.000Z",
  };
  return { form, signing: signingOf(signatures, refusal), proofUrl: PROOF_URL };
}

function releasedReport(hazards: number, carriedOver: number, visit = SAMPLE_VISIT): PrintedDocument {
  const release = releaseOf(
    { name: "孙审", at: "2026-11-24T01:00:00.000Z" },
    { name: "周发", at: "2026-11-24T07:00:00.000Z" },
    false,
  );
  return {
    form: inspectionReportOf(sampleInspectionReport(visit, hazards, carriedOver)),
    release,
    proofUrl: PROOF_URL,
  };
}

/** Path below `templates` → the document. */
export const SAMPLES: Readonly<Record<string, () => PrintedDocument>> = {
  "on-site-record/samples/signed.json": signedRecord,
  "on-site-record/samples/no-items.json": () => ({ form: onSiteRecordOf(sampleOnSiteRecord(SAMPLE_VISIT, 0, 0)) }),
  "on-site-record/samples/forty-items-long-names.json": () => ({
    form: onSiteRecordOf(sampleOnSiteRecord(SAMPLE_LONG_VISIT, 40, 42)),
  }),
  "inspection-report/samples/twenty-hazards-forty-photos.json": () => releasedReport(20, 2),
  "inspection-report/samples/no-items.json": () => releasedReport(0, 0),
  "inspection-report/samples/forty-items-long-names.json": () => releasedReport(40, 3, SAMPLE_LONG_VISIT),
  "referral-package/samples/forty-log-lines.json": () => ({
    form: referralPackageOf(sampleReferralPackage(SAMPLE_LONG_VISIT, 2, 40)),
    proofUrl: PROOF_URL,
  }),
  "referral-package/samples/no-log.json": () => ({
    form: referralPackageOf(sampleReferralPackage(SAMPLE_VISIT, 1, 0)),
  }),
};
