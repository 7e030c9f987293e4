// The smallest list in which every rule has its case: above and below scale, in and out of scope, two that come in later.
import { type InventedEnterprise, inventEnterprises } from "#cli/invented-enterprises.ts";

const LINE_FEN = 1_000_000_000;

/** Twelve enterprises out of the invented list, in its order. */
export function smallList(): readonly InventedEnterprise[] {
  const all = inventEnterprises();
  const above = all.filter(({ ground }) => ground === "a").slice(0, 2);
  const below = all.filter(({ ground }) => ground === "b");
  const larger = below.filter(({ mainRevenueFen }) => mainRevenueFen >= LINE_FEN).slice(0, 3);
  const smaller = below.filter(({ mainRevenueFen }) => mainRevenueFen < LINE_FEN).slice(0, 4);
  const out = all.filter(({ ground, remark }) => ground === null && remark === null).slice(0, 1);
  const later = all.filter(({ ground, remark }) => ground === null && remark !== null);
  const chosen = new Set([...above, ...larger, ...smaller, ...out, ...later]);
  return all.filter((one) => chosen.has(one));
}
