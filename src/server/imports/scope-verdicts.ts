// What the register's figures say about scope after an import: who enters, leaves or changes ground. Grounds (c) and (d)
// are a person's decision and are left alone.
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Schemes } from "#domain/rows.generated.ts";
import { type EnterpriseFacts, groundFor } from "#domain/scope/ground-for.ts";

export interface Verdict {
  readonly decisionId: string;
  readonly enterpriseId: string;
  readonly decision: "in" | "out";
  readonly ground: "a" | "b" | "none";
  readonly effectiveFrom: LocalDate;
}

const byPerson: ReadonlySet<string> = new Set(["c", "d"]);

/** The ground an enterprise would stand on, given its figures and how it is held now. */
export function groundAfter(facts: EnterpriseFacts, scheme: Schemes, held: string | undefined): string | undefined {
  if (held !== undefined && byPerson.has(held)) return held;
  return groundFor(facts, scheme).ground ?? undefined;
}

export function verdictsOf(
  enterprises: readonly (EnterpriseFacts & { readonly id: string })[],
  grounds: ReadonlyMap<string, string>,
  scheme: Schemes,
  day: LocalDate,
  makeId: () => string,
): Verdict[] {
  return enterprises.flatMap((enterprise): Verdict[] => {
    const held = grounds.get(enterprise.id);
    if (held !== undefined && byPerson.has(held)) return [];
    const { ground } = groundFor(enterprise, scheme);
    if (ground === (held ?? null)) return [];
    const about = { decisionId: makeId(), enterpriseId: enterprise.id, effectiveFrom: day };
    return [ground ? { ...about, decision: "in", ground } : { ...about, decision: "out", ground: "none" }];
  });
}
