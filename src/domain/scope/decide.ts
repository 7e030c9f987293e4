// What a dated scope decision must carry before it counts (R3). Nobody enters on a person's word without evidence, nobody leaves silently.
import type { Instant, LocalDate } from "../calendar/local-date.ts";
import { type Change, insert } from "../kernel/change.ts";
import { type Refused, refuse } from "../kernel/result.ts";
import type { Enterprises, Schemes, ScopeDecisions } from "../rows.generated.ts";
import { groundFor } from "./ground-for.ts";
import { type DecisionGround, groundLabels, type ScopeDecisionKind } from "./grounds.ts";
import { revenueText } from "./revenue-text.ts";
import { scopeOn } from "./scope-on.ts";

export interface ScopeVerdict {
  readonly decisionId: string;
  readonly enterpriseId: string;
  readonly decision: ScopeDecisionKind;
  readonly ground: DecisionGround;
  readonly effectiveFrom: LocalDate;
  /** Minutes, need, figures or reason; may be empty for grounds (a) and (b), which follow from the register. */
  readonly evidence: string | null;
}

/** Grounds a person decides: the committee's minutes for (d), the need in writing for (c). */
const decidedGrounds: ReadonlySet<DecisionGround> = new Set<DecisionGround>(["c", "d"]);

/** What a single verdict lacks, or that it says nothing new on its day. */
export function faultOfVerdict(verdict: ScopeVerdict, decisions: readonly ScopeDecisions[]): Refused | undefined {
  const { decision, ground, effectiveFrom, enterpriseId, evidence } = verdict;
  if (decisions.some((row) => row.id === verdict.decisionId)) return refuse("scope.known");
  if ((decision === "out") !== (ground === "none")) return refuse("scope.ground_unfit");
  if (decision === "out" && !evidence) return refuse("scope.reason_missing");
  if (decidedGrounds.has(ground) && !evidence) {
    return refuse(ground === "d" ? "scope.minutes_missing" : "scope.need_missing");
  }
  const held = scopeOn(decisions, effectiveFrom).get(enterpriseId);
  if (decision === "out" && !held) return refuse("scope.not_in");
  if (decision === "in" && held?.ground === ground)
    return refuse("scope.unchanged", { ground: groundLabels[ground].zh });
  return undefined;
}

/**
 * What a verdict computed from the register must agree with. An enterprise in scope on ground (c) or (d) is a person's
 * decision and is neither taken out nor moved by a computation.
 */
export function faultOfRecomputed(
  verdict: ScopeVerdict,
  enterprise: Enterprises,
  scheme: Schemes,
  decisions: readonly ScopeDecisions[],
): Refused | undefined {
  const held = scopeOn(decisions, verdict.effectiveFrom).get(enterprise.id);
  const { name } = enterprise;
  if (held && decidedGrounds.has(held.ground)) return refuse("scope.decided_by_person", { name });
  if ((groundFor(enterprise, scheme).ground ?? "none") !== verdict.ground)
    return refuse("scope.figures_differ", { name });
  return undefined;
}

/** The figures a computed decision stands on, in words. */
export function figuresOf(enterprise: Enterprises): string {
  const { mainRevenueFen, revenueYear, aboveScale } = enterprise;
  const year = revenueYear === null ? "" : `${revenueYear}年`;
  const revenue = mainRevenueFen === null ? "主营收入未填" : `主营收入${revenueText(mainRevenueFen)}`;
  const scale = aboveScale === null ? "" : aboveScale ? "，规上" : "，规下";
  return `按名册：${year}${revenue}${scale}`;
}

export function insertVerdict(verdict: ScopeVerdict, tenantId: string, byName: string, at: Instant): Change {
  const { decisionId: id, enterpriseId, decision, ground, effectiveFrom } = verdict;
  return insert("scopeDecisions", {
    ...{ tenantId, id, enterpriseId, decision, ground, effectiveFrom },
    evidence: verdict.evidence ?? "",
    decidedByName: byName,
    decidedAt: at,
  });
}
