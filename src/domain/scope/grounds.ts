// Why an enterprise is in the scheme's scope (R3), and what may stand in a dated decision about it.
import { z } from "zod";
import type { Label } from "../kernel/label.ts";

/** a and b follow from figures, c from a need, d from the safety committee's minutes. */
export const groundSchema = z.enum(["a", "b", "c", "d"]);
export type Ground = z.infer<typeof groundSchema>;

/** The ground of a stored decision; `none` belongs to a decision that takes an enterprise out. */
export const decisionGroundSchema = z.enum(["a", "b", "c", "d", "none"]);
export type DecisionGround = z.infer<typeof decisionGroundSchema>;

export const scopeDecisionKindSchema = z.enum(["in", "out"]);
export type ScopeDecisionKind = z.infer<typeof scopeDecisionKindSchema>;

export const groundLabels: Readonly<Record<DecisionGround, Label>> = {
  a: { zh: "规模以上企业", en: "Above-scale enterprise" },
  b: { zh: "规下工业企业，主营收入达到标准", en: "Below-scale industrial enterprise at or over the revenue threshold" },
  c: { zh: "需要创建标准化或其他安全服务", en: "Needs standardization or another safety service" },
  d: { zh: "安委会讨论决定纳入", en: "Decided by the safety committee" },
  none: { zh: "不纳入", en: "Not in scope" },
};

export const scopeDecisionKindLabels: Readonly<Record<ScopeDecisionKind, Label>> = {
  in: { zh: "应纳入", en: "In scope" },
  out: { zh: "移出", en: "Out of scope" },
};
