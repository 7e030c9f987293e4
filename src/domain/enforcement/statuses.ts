// Where a referral stands, on what grounds it may be proposed, and what enforcement may report.
import type { Row } from "../kernel/entities.ts";

export type Referral = Row<"referrals">;
export type ReferralState = Referral["state"];
export type Ground = Referral["ground"];

export const referralStates = [
  "proposed",
  "declined",
  "referred",
  "received",
  "returned",
  "concluded",
] as const satisfies readonly ReferralState[];

/** Design §2 "Whose clock": the enterprise's own overdue, its refusal, or three failed rounds; nothing else. */
export const grounds = ["overdue", "refusal", "threeFailedRounds"] as const satisfies readonly Ground[];

/** What an enterprise may have refused when a referral is proposed on its refusal. */
export const refusable = [
  "visit",
  "reinspection",
  "rectification",
] as const satisfies readonly Referral["refusedWhat"][];
export type Refusable = (typeof refusable)[number];

/** What enforcement's own documents said. Bihuan prints no orders and computes no fines. */
export const resultKinds = ["orderIssued", "penaltyDecided", "noPenalty", "other"] as const;
export type ResultKind = (typeof resultKinds)[number];

/** Those that exist only as a numbered document issued by two certified officers (行政处罚法 第42条). */
export const documentedResults: readonly ResultKind[] = ["orderIssued", "penaltyDecided"];

export const failedRoundsForReferral = 3;

/** From the office's decision on there is a package to hand over. */
export const packagedStates = [
  "referred",
  "received",
  "returned",
  "concluded",
] as const satisfies readonly ReferralState[];
