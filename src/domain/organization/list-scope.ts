// Which enterprises of a list would be in scope by grounds (a) and (b), before anything is saved.
import { groundFor, owesStandardization } from "../scope/ground-for.ts";
import type { ScopeThresholds } from "../scope/thresholds.ts";
import type { EnterpriseRow } from "./enterprise-row.ts";
import type { ListWarning } from "./list-findings.ts";

export interface ListScope {
  readonly counts: { readonly a: number; readonly b: number; readonly none: number };
  /** By the enterprise's row. */
  readonly groundOf: ReadonlyMap<number, "a" | "b" | null>;
  /** Enterprises that owe standardization (R4). */
  readonly standardization: number;
  readonly warnings: readonly ListWarning[];
}

export function scopeOfList(enterprises: readonly EnterpriseRow[], thresholds: ScopeThresholds): ListScope {
  const counts = { a: 0, b: 0, none: 0 };
  const groundOf = new Map<number, "a" | "b" | null>();
  const warnings: ListWarning[] = [];
  let standardization = 0;
  for (const enterprise of enterprises) {
    const finding = groundFor(enterprise, thresholds);
    counts[finding.ground ?? "none"] += 1;
    groundOf.set(enterprise.row, finding.ground);
    if (owesStandardization(enterprise, thresholds)) standardization += 1;
    for (const { field, text } of finding.warnings) {
      warnings.push({ row: enterprise.row, field, text: `第${enterprise.row}行，${text}` });
    }
  }
  return { counts, groundOf, standardization, warnings };
}
