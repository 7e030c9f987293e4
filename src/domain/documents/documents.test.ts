import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { agencyWords, saysOrder } from "./agency-words.ts";
import { canonicalBytes, canonicalDigest } from "./canonical-digest.ts";
import { printedArticle } from "./citation.ts";
import { inspectionReportOf, inspectionReportSchema } from "./inspection-report.ts";
import { onSiteRecordOf, onSiteRecordSchema } from "./on-site-record.ts";
import { referralPackageOf, referralPackageSchema } from "./referral-package.ts";
import { releaseOf } from "./release.ts";
import {
  SAMPLE_LONG_VISIT,
  SAMPLE_VISIT,
  sampleHazards,
  sampleInspectionReport,
  sampleOnSiteRecord,
  sampleReferralPackage,
} from "./sample-facts.ts";
import { signingOf } from "./signing.ts";

const record = onSiteRecordOf(sampleOnSiteRecord(SAMPLE_VISIT, 3, 12));
const report = inspectionReportOf(sampleInspectionReport(SAMPLE_VISIT, 6, 1));
const referral = referralPackageOf(sampleReferralPackage(SAMPLE_VISIT, 1, 5));

describe("facts become the data of a form", () => {
  it("the on-site record", () => expect(record).toMatchSnapshot());
  it("the inspection report", () => expect(report).toMatchSnapshot());
  it("the referral package", () => expect(referral).toMatchSnapshot());

  it("reads back what it wrote", () => {
    expect(onSiteRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
    expect(inspectionReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(referralPackageSchema.parse(JSON.parse(JSON.stringify(referral)))).toEqual(referral);
  });

  it("prints the clock of Shanghai", () => {
    expect(record.visit).toMatchObject({ startedOn: "2026-11-23", startedAt: "09:10", endedAt: "11:45" });
    const late = { ...SAMPLE_VISIT, endedAt: "2026-11-23T16:30:00.000Z" };
    expect(onSiteRecordOf(sampleOnSiteRecord(late, 0, 0)).visit).toMatchObject({
      endedOn: "2026-11-24",
      endedAt: "00:30",
    });
  });

  it("keeps the reason only when nobody of the subdistrict came", () => {
    expect(onSiteRecordOf(sampleOnSiteRecord(SAMPLE_LONG_VISIT, 0, 0)).visit.accompanimentReason).toContain("防汛");
    const accompanied = { ...SAMPLE_VISIT, accompanimentReason: "无" };
    expect(onSiteRecordOf(sampleOnSiteRecord(accompanied, 0, 0)).visit.accompanimentReason).toBeNull();
  });

  it("counts families, direct clauses and hazards that stand on the fallback alone", () => {
    expect(report.counts).toEqual({
      hazards: 6,
      records: 1,
      onSite: 5,
      fixedOnSite: 2,
      suspectedMajor: 1,
      major: 0,
      withoutPhoto: 1,
      withDirectClause: 4,
      fallbackOnly: 1,
      carriedOver: 1,
    });
  });

  it("puts the service log in the order of time", () => {
    const facts = sampleReferralPackage(SAMPLE_VISIT, 1, 5);
    const reversed = referralPackageOf({ ...facts, serviceLog: facts.serviceLog.toReversed() });
    expect(reversed.serviceLog).toEqual(referral.serviceLog);
  });
});

describe("an agency gives no orders", () => {
  it("finds the word even when it is spaced", () => {
    expect(saysOrder("责 令停产")).toBe(true);
    expect(saysOrder("建议先停用，按“责令整改通知”的要求落实责任")).toBe(false);
    expect(agencyWords(10).safeParse("责令整改").success).toBe(false);
  });

  it.each(["text", "advice", "standard", "place"])("refuses it in a hazard's %s", (field) => {
    const hazards = sampleHazards(1, 1).map((hazard) => ({ ...hazard, [field]: "责令限期整改" }));
    expect(() => onSiteRecordOf({ ...sampleOnSiteRecord(SAMPLE_VISIT, 0, 0), hazards })).toThrow(
      "document.agency_orders",
    );
  });

  it("leaves what a clause says alone", () => {
    expect(referral.penalties[0]?.summary).toContain("责令");
  });
});

describe("the digest that a signature binds", () => {
  it("does not depend on the number or on the order of keys", () => {
    const shuffled = Object.fromEntries(Object.entries(record).toReversed());
    expect(canonicalDigest(onSiteRecordSchema.parse({ ...shuffled, number: null }))).toBe(canonicalDigest(record));
  });

  it("changes with one character", () => {
    const other = onSiteRecordOf({ ...sampleOnSiteRecord(SAMPLE_VISIT, 3, 12), remarks: "企业有异议。" });
    expect(canonicalDigest(other)).not.toBe(canonicalDigest(record));
  });

  it("is SHA-256 over RFC 8785 bytes", () => {
    const small = { number: "1", formVersion: 1, form: "x", 价: 1.0, a: ["é", null] };
    const bytes = canonicalBytes(small);
    expect(new TextDecoder().decode(bytes)).toBe('{"a":["é",null],"form":"x","formVersion":1,"价":1}');
    expect(canonicalDigest(small)).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
});

describe("an article as printed", () => {
  it.each([
    ["41", "第41条"],
    ["41第2款", "第41条第2款"],
    ["16第1款第(二)项", "第16条第1款第(二)项"],
    ["10.0.4", "10.0.4"],
    ["4.5.10(1)", "4.5.10(1)"],
    ["全文", ""],
  ])("%s → %s", (stored, printed) => expect(printedArticle(stored)).toBe(printed));
});

describe("beside the data", () => {
  it("signatures and a refusal carry day and clock", () => {
    const digest = canonicalDigest(record);
    const signing = signingOf(
      [{ role: "expert", name: "王堃", signedAt: "2026-11-23T03:40:00.000Z", device: "a1", digest }],
      { reason: "认为隐患不属实", refusedAt: "2026-11-23T03:42:00.000Z" },
    );
    expect(signing.signatures[0]).toMatchObject({ roleText: "检查专家", signedAt: "11:40", imageSha256: null });
    expect(signing.refusal).toMatchObject({ name: null, witness: null, refusedAt: "11:42" });
  });

  it("a release names its two hands", () => {
    const hand = { name: "孙审", at: "2026-11-24T01:00:00.000Z" };
    expect(releaseOf(hand, null, false).reviewedBy).toEqual({ name: "孙审", on: "2026-11-24", at: "09:00" });
  });
});
