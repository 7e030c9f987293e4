// A village's or residential community's name as lists write it, found among the names the office has on its roster.
import { compact } from "./half-width.ts";

export type CommunityMatch =
  | { readonly kind: "found"; readonly name: string }
  | { readonly kind: "unknown"; readonly suggestion: string | undefined };

/** The name without what offices add or leave out: 柳溪, 柳溪村 and 柳溪村委会 are one. */
function stem(name: string): string {
  return compact(name)
    .replace(/(村民委员会|居民委员会|村委会|居委会|委员会)$/, "")
    .replace(/(社区|村)$/, "");
}

/** Differs by one character changed, added or left out. */
function isOneOff(left: string, right: string): boolean {
  const [shorter, longer] = [[...left], [...right]].sort((one, other) => one.length - other.length);
  if (!shorter || !longer || longer.length - shorter.length > 1) return false;
  let index = 0;
  while (index < shorter.length && shorter[index] === longer[index]) index += 1;
  const rest = shorter.length === longer.length ? index + 1 : index;
  return shorter.slice(rest).join("") === longer.slice(index + 1).join("");
}

export function matchCommunity(written: string, roster: readonly string[]): CommunityMatch {
  const exact = roster.find((name) => compact(name) === compact(written));
  if (exact !== undefined) return { kind: "found", name: exact };
  const sameStem = roster.filter((name) => stem(name) === stem(written));
  if (sameStem.length === 1 && sameStem[0] !== undefined) return { kind: "found", name: sameStem[0] };
  const near = roster.filter((name) => isOneOff(stem(name), stem(written)));
  return { kind: "unknown", suggestion: near.length === 1 ? near[0] : undefined };
}
