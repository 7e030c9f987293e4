// Grounds (a) and (b) of R3 from an enterprise's figures. Grounds (c) and (d) are a person's decision and never come from here.
import type { Enterprises } from "../rows.generated.ts";
import { revenueText } from "./revenue-text.ts";
import { type ScopeThresholds, tradeScaleHintFen } from "./thresholds.ts";

export type EnterpriseFacts = Readonly<Pick<Enterprises, "industryKind" | "aboveScale" | "mainRevenueFen">>;

/** Something a person should look at; `text` is a whole sentence without the row it came from. */
export interface ScopeWarning {
  readonly field: "industryKind" | "aboveScale" | "mainRevenue";
  readonly text: string;
}

export interface GroundFinding {
  readonly ground: "a" | "b" | null;
  readonly warnings: readonly ScopeWarning[];
}

const TRADE_WORDS = { wholesale: "批发业", retail: "零售业", catering: "住宿餐饮业" } as const;

function finding(ground: GroundFinding["ground"], field?: ScopeWarning["field"], text = ""): GroundFinding {
  return { ground, warnings: field ? [{ field, text }] : [] };
}

/**
 * Ground (a): 是否规上 when it is stated, otherwise industrial from the above-scale line.
 * Ground (b): industrial, below scale, from the in-scope line. Trades other than industry are never guessed.
 */
export function groundFor(facts: EnterpriseFacts, thresholds: ScopeThresholds): GroundFinding {
  if (facts.aboveScale === true) return statedAboveScale(facts, thresholds);
  if (facts.industryKind === "industrial") return industrial(facts, thresholds);
  if (facts.industryKind === null) return unknownTrade(facts, thresholds);
  return otherTrade(facts, facts.industryKind);
}

function statedAboveScale(facts: EnterpriseFacts, thresholds: ScopeThresholds): GroundFinding {
  const line = thresholds.aboveScaleRevenueFen;
  if (facts.industryKind !== "industrial" || facts.mainRevenueFen === null || facts.mainRevenueFen >= line) {
    return finding("a");
  }
  const text = `写的是规上，但主营收入${revenueText(facts.mainRevenueFen)}，不到${revenueText(line)}，请核对。`;
  return finding("a", "aboveScale", text);
}

function industrial(facts: EnterpriseFacts, thresholds: ScopeThresholds): GroundFinding {
  const { aboveScaleRevenueFen, inScopeRevenueFen } = thresholds;
  const revenue = facts.mainRevenueFen;
  if (revenue === null) return finding(null, "mainRevenue", "没填主营收入，算不出该不该纳入，先不纳入。");
  if (revenue >= aboveScaleRevenueFen && facts.aboveScale === null) {
    const text = `没写是否规上，主营收入达到${revenueText(aboveScaleRevenueFen)}，按规上工业企业算。`;
    return finding("a", "aboveScale", text);
  }
  if (revenue < inScopeRevenueFen) return finding(null);
  if (revenue < aboveScaleRevenueFen) return finding("b");
  const text = `写的不是规上，但主营收入${revenueText(revenue)}，达到${revenueText(aboveScaleRevenueFen)}，请核对。`;
  return finding("b", "aboveScale", text);
}

function unknownTrade(facts: EnterpriseFacts, thresholds: ScopeThresholds): GroundFinding {
  if (facts.mainRevenueFen !== null && facts.mainRevenueFen < thresholds.inScopeRevenueFen) return finding(null);
  return finding(null, "industryKind", "看不出是不是工业企业，先不纳入。请填行业代码或门类。");
}

function otherTrade(facts: EnterpriseFacts, kind: "wholesale" | "retail" | "catering" | "other"): GroundFinding {
  if (facts.aboveScale === null) {
    const trade = kind === "other" ? "不是工业企业" : `是${TRADE_WORDS[kind]}`;
    return finding(null, "aboveScale", `${trade}，是否规上不按收入推算，先不纳入。请填是否规上。`);
  }
  if (kind === "other" || facts.mainRevenueFen === null || facts.mainRevenueFen < tradeScaleHintFen[kind]) {
    return finding(null);
  }
  const hint = `${TRADE_WORDS[kind]}从${revenueText(tradeScaleHintFen[kind])}起通常算规上`;
  return finding(null, "aboveScale", `写的不是规上，主营收入${revenueText(facts.mainRevenueFen)}，${hint}，请核对。`);
}

/** R4: industrial enterprises from the standardization line owe standardization. */
export function owesStandardization(facts: EnterpriseFacts, thresholds: ScopeThresholds): boolean {
  return facts.industryKind === "industrial" && (facts.mainRevenueFen ?? 0) >= thresholds.standardizationRevenueFen;
}
