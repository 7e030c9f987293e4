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
