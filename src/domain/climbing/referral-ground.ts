// On what ground the system proposes a referral (R9 step 5). It never decides: a person does, and may decline.
import { dayOf, daysBetween, type LocalDate } from "../calendar/local-date.ts";
import { failedRoundsForReferral } from "../enforcement/statuses.ts";
import type { Hazard } from "../hazard/statuses.ts";
import type { Row } from "../kernel/entities.ts";

type Proposed = Pick<Row<"referrals">, "ground" | "proposedAt">;

export interface DueReferral {
  readonly ground: Row<"referrals">["ground"];
  /** What the office reads; the enterprise reads it only once it is decided. */
  readonly reason: string;
  /** Sets apart what may be proposed anew from what was proposed and declined: a new due date, one more failed round. */
  readonly occasion: string;
}

/**
 * The ground that stands on a day and was not yet put to the office, the gravest first. Only the enterprise's own account
 * counts: while somebody else holds the item nothing is proposed. `afterDays` null leaves overdue items alone.
 */
export function referralDue(
  hazard: Hazard,
  proposed: readonly Proposed[],
  afterDays: number | null,
  day: LocalDate,
): DueReferral | undefined {
  if (hazard.status !== "open" || hazard.holder !== "enterprise") return undefined;
  const earlier = (ground: DueReferral["ground"]) => proposed.filter((row) => row.ground === ground);
  if (hazard.refusedByEnterprise && earlier("refusal").length === 0) {
    return { ground: "refusal", reason: "企业拒绝检查、复查或整改，系统提请，请决定是否移送。", occasion: "refusal" };
  }
  const { failedRounds, rectificationDue: due } = hazard;
  const failed = failedRounds - failedRoundsForReferral;
  if (failed >= 0 && earlier("threeFailedRounds").length <= failed) {
    const reason = `已有${failedRounds}轮整改没有通过，系统提请，请决定是否移送。`;
    return { ground: "threeFailedRounds", reason, occasion: `round ${failedRounds}` };
  }
  if (afterDays === null || !due) return undefined;
  const late = daysBetween(due, day);
  if (late < afterDays || earlier("overdue").some((row) => dayOf(row.proposedAt) > due)) return undefined;
  return { ground: "overdue", reason: `逾期${late}天没有交整改，系统提请，请决定是否移送。`, occasion: `due ${due}` };
}
