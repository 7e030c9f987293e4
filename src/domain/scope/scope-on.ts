// Who is in scope on a day, recomputed from dated decisions; nothing is ever overwritten, so any past day answers (R3).
import { dayOf, type Instant, type LocalDate } from "../calendar/local-date.ts";
import type { ScopeDecisions } from "../rows.generated.ts";
import type { Ground } from "./grounds.ts";

export type ScopeDecision = Readonly<
  Pick<ScopeDecisions, "id" | "enterpriseId" | "decision" | "ground" | "effectiveFrom" | "decidedAt">
>;

/** The decision that holds for an enterprise which is in scope. */
export interface InScope {
  readonly enterpriseId: string;
  readonly ground: Ground;
  readonly decisionId: string;
  /** From which day this ground holds; the enterprise may have been in scope before on another. */
  readonly since: LocalDate;
}

/** Of two decisions that both hold, the later effective day wins, then the later taken one, then the greater id (UUIDv7). */
function isLater(left: ScopeDecision, right: ScopeDecision): boolean {
  if (left.effectiveFrom !== right.effectiveFrom) return left.effectiveFrom > right.effectiveFrom;
  const [leftAt, rightAt] = [Date.parse(left.decidedAt), Date.parse(right.decidedAt)];
  return leftAt === rightAt ? left.id > right.id : leftAt > rightAt;
}

/**
 * Enterprises in scope at the end of `day`, by enterprise. With `knownAt`, only decisions taken by that instant count:
 * the list as the office had it then; without it, as we know it now.
 */
export function scopeOn(
  decisions: Iterable<ScopeDecision>,
  day: LocalDate,
  knownAt?: Instant,
): ReadonlyMap<string, InScope> {
  const holding = new Map<string, ScopeDecision>();
  for (const decision of decisions) {
    if (decision.effectiveFrom > day) continue;
    if (knownAt !== undefined && Date.parse(decision.decidedAt) > Date.parse(knownAt)) continue;
    const other = holding.get(decision.enterpriseId);
    if (!other || isLater(decision, other)) holding.set(decision.enterpriseId, decision);
  }
  const inScope = new Map<string, InScope>();
  for (const { id, enterpriseId, decision, ground, effectiveFrom } of holding.values()) {
    if (decision === "out" || ground === "none") continue;
    inScope.set(enterpriseId, { enterpriseId, ground, decisionId: id, since: effectiveFrom });
  }
  return inScope;
}

export interface ScopeChange {
  readonly enterpriseId: string;
  readonly before: Ground | null;
  readonly after: Ground | null;
}

/** Who entered, left or changed ground between the ends of two days: nobody leaves the denominator silently. */
export function scopeChanges(decisions: readonly ScopeDecision[], from: LocalDate, to: LocalDate): ScopeChange[] {
  const [before, after] = [scopeOn(decisions, from), scopeOn(decisions, to)];
  const changes: ScopeChange[] = [];
  for (const enterpriseId of new Set([...before.keys(), ...after.keys()])) {
    const change = {
      enterpriseId,
      before: before.get(enterpriseId)?.ground ?? null,
      after: after.get(enterpriseId)?.ground ?? null,
    };
    if (change.before !== change.after) changes.push(change);
  }
  return changes;
}

/** Effective before the day it was taken: it changes a denominator that may have been reported, so the office is told. */
export function isBackdated(decision: ScopeDecision): boolean {
  return decision.effectiveFrom < dayOf(decision.decidedAt);
}
