// How an item that is due climbs, by its holder (design §2 "Whose clock"): first the holder is reminded, then the community,
// the office and the leading group are told. The last step is off until the office turns it on after a preview.
import { z } from "zod";
import type { LocalDate } from "../calendar/local-date.ts";
import type { Hazard } from "../hazard/statuses.ts";
import type { Row } from "../kernel/entities.ts";

/** Those who have a date of their own; the others show since when they hold an item. */
export const climbingHolders = ["enterprise", "agency"] as const satisfies readonly Hazard["holder"][];
export type ClimbingHolder = (typeof climbingHolders)[number];

export const toldParties = ["enterprise", "agency", "community", "office", "leadingGroup"] as const;
export type Told = (typeof toldParties)[number];

/** Whole days; null switches a step off. */
const days = z.int().min(1).max(365).nullable();

export const ladderSchema = z.object({
  /** The holder, so many days before the due date. */
  before: days,
  /** The holder again, so many days after it; on the day itself it is always told. */
  again: days,
  /** Days overdue at which each further party is told. */
  community: days,
  office: days,
  leadingGroup: days,
});
export type Ladder = z.output<typeof ladderSchema>;

export const laddersSchema = z.object({
  enterprise: ladderSchema,
  /** The community has no part in the agency's delay: `community` is null. */
  agency: ladderSchema,
  /** Days overdue at which the system proposes a referral for a person to decide; null never. */
  referralAfterDays: days,
});
export type Ladders = z.output<typeof laddersSchema>;

/** What stands until the office changes it. */
export const defaultLadders: Ladders = {
  enterprise: { before: 3, again: 1, community: 3, office: 7, leadingGroup: null },
  agency: { before: 2, again: 1, community: null, office: 3, leadingGroup: null },
  referralAfterDays: 30,
};

/** Who is told at which moment, counted in days after the due date; negative is before it. */
export interface ClimbingStep {
  readonly holder: ClimbingHolder;
  readonly told: Told;
  readonly afterDays: number;
  /** The same party's next moment, from which on this one is missed; null for its last. */
  readonly untilDays: number | null;
}

const above = ["community", "office", "leadingGroup"] as const;

/** Every moment of the rules. A server that was away tells only the latest that was reached, not all it missed. */
export function stepsOf(ladders: Ladders): readonly ClimbingStep[] {
  return climbingHolders.flatMap((holder) => {
    const ladder = ladders[holder];
    const own = [ladder.before === null ? null : -ladder.before, 0, ladder.again].filter((one) => one !== null);
    const reminders = own.map((afterDays, index) => ({
      ...{ holder, told: holder, afterDays },
      untilDays: own[index + 1] ?? null,
    }));
    const climbs = above.flatMap((told) => {
      const afterDays = ladder[told];
      return afterDays === null ? [] : [{ holder, told, afterDays, untilDays: null }];
    });
    return [...reminders, ...climbs];
  });
}

/** Where one party would be told before the one below it, as the name of the lower step; undefined when the order holds. */
export function misplacedStep(ladders: Ladders): (typeof above)[number] | undefined {
  for (const holder of climbingHolders) {
    const set = above.filter((told) => ladders[holder][told] !== null);
    const wrong = set.find((told, index) => {
      const next = set[index + 1];
      return next !== undefined && (ladders[holder][told] ?? 0) >= (ladders[holder][next] ?? 0);
    });
    if (wrong) return wrong;
  }
  return undefined;
}

/** Whether a change turns on the telling of the leading group for anyone. */
export function turnsOnLastStep(before: Ladders, after: Ladders): boolean {
  return climbingHolders.some((holder) => before[holder].leadingGroup === null && after[holder].leadingGroup !== null);
}

/** The rules of a day: of those that stand by then the last that was written; before any, the defaults. */
export function laddersOn(
  versions: readonly Pick<Row<"climbingRules">, "validFrom" | "changedAt" | "ladders">[],
  day: LocalDate,
): Ladders {
  const standing = versions.filter(({ validFrom }) => validFrom <= day);
  const last = standing.toSorted(
    (a, b) => b.validFrom.localeCompare(a.validFrom) || b.changedAt.localeCompare(a.changedAt),
  )[0];
  return last ? laddersSchema.parse(JSON.parse(last.ladders)) : defaultLadders;
}
