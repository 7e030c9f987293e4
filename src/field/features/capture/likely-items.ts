// Which items to offer before a word is written: the one just recorded, what this enterprise had before, what is found most.
// Pure. A person chooses.
import type { Row } from "#domain/kernel/entities.ts";
import type { ChosenClause } from "../../app/capture-draft.ts";

export interface LikelyItem {
  readonly code: string;
  /** Why it is offered, as the card says it. */
  readonly why: string;
  /** The words that spoke for it, its clause, and what is still to be asked. */
  readonly because?: string;
  /** The clauses its words support; left out, all of the item. */
  readonly clauses?: readonly ChosenClause[];
}

type Hazard = Row<"hazards">;

/**
 * At most `limit` different items, likeliest first. `ofEnterprise` are the enterprise's hazards, `known` all this phone
 * carries, `offered` the items of the site's checklist.
 */
export function likelyItems(
  visitId: string,
  ofEnterprise: readonly Hazard[],
  known: readonly Hazard[],
  offered: ReadonlySet<string>,
  limit = 3,
): readonly LikelyItem[] {
  const latest = (one: Hazard, other: Hazard) => other.number.localeCompare(one.number);
  const own = ofEnterprise.filter((one) => one.visitId === visitId).toSorted(latest);
  const before = ofEnterprise
    .filter((one) => one.visitId !== visitId && one.status !== "voided")
    .toSorted((a, b) => b.foundOn.localeCompare(a.foundOn) || latest(a, b));
  const ranked = [
    ...own.slice(0, 1).map(({ itemCode }) => ({ code: itemCode, why: "和上一条同一项" })),
    ...before.slice(0, limit - 1).map(({ itemCode }) => ({ code: itemCode, why: "这家以前有过" })),
    ...mostFound(known).map((code) => ({ code, why: "各家常见" })),
    ...[...offered].map((code) => ({ code, why: "清单上的" })),
  ];
  const first = new Map<string, LikelyItem>();
  for (const one of ranked) {
    const isOffered = one.why !== "各家常见" || offered.has(one.code);
    if (isOffered && !first.has(one.code)) first.set(one.code, one);
  }
  return [...first.values()].slice(0, limit);
}

function mostFound(hazards: readonly Hazard[]): readonly string[] {
  const groups = [...Map.groupBy(hazards, (one) => one.itemCode)];
  return groups
    .toSorted(([a, ones], [b, others]) => others.length - ones.length || a.localeCompare(b))
    .map(([code]) => code);
}
