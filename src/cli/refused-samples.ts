// Rows an import must refuse, each for one reason, to stand at the end of an invented list.
import { inventedCreditCode } from "#domain/organization/invented-credit-code.ts";
import type { InventedEnterprise } from "./invented-enterprises.ts";

export interface RefusedSample {
  readonly enterprise: InventedEnterprise;
  /** The column that is written wrongly, from 0, and the field it stands for. */
  readonly column: number;
  readonly field: "name" | "creditCode" | "mainRevenue" | "aboveScale";
  readonly written: string | number | null;
}

const COLUMNS = { name: 1, creditCode: 2, mainRevenue: 6, aboveScale: 7 } as const;

/** The last character changed to another of the alphabet. */
function wrongCheck(code: string): string {
  return `${code.slice(0, 17)}${code.endsWith("A") ? "B" : "A"}`;
}

export function refusedSamples(seed: number, list: readonly InventedEnterprise[]): RefusedSample[] {
  const [first] = list;
  if (!first) return [];
  const codeOf = (index: number) => inventedCreditCode(seed * 1000 + 500 + index);
  const faults: readonly (readonly [RefusedSample["field"], RefusedSample["written"]])[] = [
    ["creditCode", codeOf(0).slice(0, 17)],
    ["creditCode", wrongCheck(codeOf(1))],
    ["creditCode", `${codeOf(2).slice(0, 10)}O${codeOf(2).slice(11)}`],
    ["creditCode", first.creditCode],
    ["creditCode", 9.13301091234567e17],
    ["mainRevenue", "约三千"],
    ["mainRevenue", -5],
    ["name", null],
    ["aboveScale", "不清楚"],
  ];
  return faults.map(([field, written], index) => ({
    enterprise: { ...first, name: `青岚待改${index + 1}号厂（演示）`, creditCode: codeOf(index), remark: null },
    column: COLUMNS[field],
    field,
    written,
  }));
}
