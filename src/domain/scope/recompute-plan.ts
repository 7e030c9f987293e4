// What recomputing the scope from the register would change on a day, before anything is stored: who comes in, who goes out,
// whose ground changes. The same rules as `scope.recompute` then refuses by, so a plan that is stored at once is accepted.
import type { LocalDate } from "../calendar/local-date.ts";
import type { Enterprises } from "../rows.generated.ts";
import { figuresOf } from "./decide.ts";
import { groundFor } from "./ground-for.ts";
import type { Ground } from "./grounds.ts";
import { type ScopeDecision, scopeOn } from "./scope-on.ts";
import type { ScopeThresholds } from "./thresholds.ts";

export interface PlannedMove {
  readonly enterpriseId: string;
  readonly registerNo: number;
  readonly name: string;
  readonly before: Ground | null;
  readonly after: Ground | null;
  readonly figures: string;
}

export interface RecomputePlan {
  /** In the order of the register; those who go out first, since that hurts most. */
  readonly moves: readonly PlannedMove[];
  readonly unchanged: number;
  /** In scope by a person's decision, and so left alone. */
  readonly byPerson: number;
  readonly warnings: readonly { readonly enterpriseId: string; readonly name: string; readonly text: string }[];
}

export function recomputePlan(
  enterprises: readonly Enterprises[],
  decisions: readonly ScopeDecision[],
  thresholds: ScopeThresholds,
  day: LocalDate,
): RecomputePlan {
  const held = scopeOn(decisions, day);
  const moves: PlannedMove[] = [];
  const warnings: { enterpriseId: string; name: string; text: string }[] = [];
  let [unchanged, byPerson] = [0, 0];
  for (const enterprise of enterprises) {
    const { id: enterpriseId, registerNo, name } = enterprise;
    const before = held.get(enterpriseId)?.ground ?? null;
    if (before === "c" || before === "d") {
      byPerson += 1;
      continue;
    }
    const found = groundFor(enterprise, thresholds);
    warnings.push(...found.warnings.map(({ text }) => ({ enterpriseId, name, text })));
    if (found.ground === before) unchanged += 1;
    else moves.push({ enterpriseId, registerNo, name, before, after: found.ground, figures: figuresOf(enterprise) });
  }
  return { moves: moves.toSorted(outFirst), unchanged, byPerson, warnings };
}

function outFirst(left: PlannedMove, right: PlannedMove): number {
  const [leftOut, rightOut] = [left.after === null, right.after === null];
  return leftOut === rightOut ? left.registerNo - right.registerNo : Number(rightOut) - Number(leftOut);
}
