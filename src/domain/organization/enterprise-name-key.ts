// How two spellings of one enterprise's name are known as the same, and by what a row finds its enterprise.
import { cleanText } from "../kernel/text.ts";
import { compact } from "./half-width.ts";

/** The name as compared: cleaned, half width (so brackets agree), without spaces. Never stored. */
export function nameKey(name: string): string {
  return compact(cleanText(name)).normalize("NFC");
}

interface Named {
  readonly name: string;
  readonly creditCode: string | null;
}

/** Enterprises by credit code and by name. */
export interface EnterpriseIndex<T extends Named> {
  readonly byCode: ReadonlyMap<string, T>;
  readonly byName: ReadonlyMap<string, readonly T[]>;
}

export function indexEnterprises<T extends Named>(enterprises: Iterable<T>): EnterpriseIndex<T> {
  const byCode = new Map<string, T>();
  const byName = new Map<string, T[]>();
  for (const enterprise of enterprises) {
    if (enterprise.creditCode !== null) byCode.set(enterprise.creditCode, enterprise);
    const key = nameKey(enterprise.name);
    byName.set(key, [...(byName.get(key) ?? []), enterprise]);
  }
  return { byCode, byName };
}

interface Merged extends Named {
  readonly id: string;
  readonly mergedInto: string | null;
}

/** The register as it is searched: a name that was merged into another entry means that one, which keeps its own name too. */
export function underOneRoof<T extends Merged>(enterprises: readonly T[]): readonly T[] {
  const byId = new Map(enterprises.map((one) => [one.id, one]));
  const kept = enterprises.filter((one) => one.mergedInto === null);
  const formerNames = enterprises.flatMap((one) => {
    const roof = roofOf(one, byId);
    return roof === one || nameKey(roof.name) === nameKey(one.name) ? [] : [{ ...roof, name: one.name }];
  });
  // Those with their own names come last, so that a credit code finds them.
  return [...formerNames, ...kept];
}

/** What an entry was merged into, and that again. */
function roofOf<T extends Merged>(one: T, byId: ReadonlyMap<string, T>): T {
  const next = byId.get(one.mergedInto ?? "");
  return next ? roofOf(next, byId) : one;
}

export type EnterpriseMatch<T> =
  | { readonly kind: "new" }
  | { readonly kind: "same"; readonly enterprise: T }
  | { readonly kind: "ambiguous"; readonly enterprises: readonly T[] };

/**
 * The stored enterprise a row is about: the same credit code, else the same name, where two different codes are
 * two enterprises. Without a code and with several of that name nobody can tell.
 */
export function matchEnterprise<T extends Named>(row: Named, index: EnterpriseIndex<T>): EnterpriseMatch<T> {
  const byCode = row.creditCode === null ? undefined : index.byCode.get(row.creditCode);
  if (byCode) return { kind: "same", enterprise: byCode };
  const namesakes = index.byName.get(nameKey(row.name)) ?? [];
  const candidates = namesakes.filter(({ creditCode }) => row.creditCode === null || creditCode === null);
  const [only] = candidates;
  if (only === undefined) return { kind: "new" };
  return candidates.length === 1 ? { kind: "same", enterprise: only } : { kind: "ambiguous", enterprises: candidates };
}
