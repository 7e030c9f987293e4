// Lines of a list that are no enterprise: totals, who made the list, section heads, a head printed again, numbers alone.
import type { EnterpriseField } from "./enterprise-columns.ts";
import { compact } from "./half-width.ts";
import { cellText, type SheetRow } from "./sheet-cells.ts";

export type SkippedLine = "total" | "signature" | "section" | "repeatedHead" | "numberOnly";

const TOTAL = /^(合计|总计|小计|共计|累计)([:：]?(共?\d+[家户个]?)?)?$/;
const SIGNATURE = /^(制表|填表|填报|审核|复核|审批|联系)(人|单位|日期|时间|电话|部门)?(签字|签名|盖章)?[:：]/;
const SIGNATURE_ALONE = /^(制表人|填表人|填报人|审核人|制表日期|填报日期|填表日期)$/;
const REMARK = /^(备注|说明|注)\d*[:：]/;
const SECTION = /^[(（]?[一二三四五六七八九十]+[)）、.．]/;

/** What line this is, or undefined when it should be an enterprise. `columnOf` gives the column of a field. */
export function findSkippedLine(
  row: SheetRow,
  heads: readonly string[],
  columnOf: ReadonlyMap<EnterpriseField, number>,
): SkippedLine | undefined {
  const texts = row.cells.map((cell) => compact(cellText(cell)));
  const filled = texts.filter((text) => text !== "");
  const first = filled[0] ?? "";
  if (TOTAL.test(first)) return "total";
  if (SIGNATURE.test(first) || REMARK.test(first) || SIGNATURE_ALONE.test(first)) return "signature";
  if (filled.length >= 2 && filled.every((text) => heads.some((head) => compact(head) === text))) return "repeatedHead";
  if (filled.length !== 1) return undefined;
  if (SECTION.test(first)) return "section";
  const serial = columnOf.get("serial");
  if (serial === undefined || texts[serial] === "") return undefined;
  return /^\d+$/.test(first) ? "numberOnly" : "section";
}

/** The number of enterprises a total line states (合计 共161家), if it states one. */
export function findStatedCount(row: SheetRow): number | undefined {
  for (const cell of row.cells) {
    const count = /共?计?(\d+)[家户]/.exec(compact(cellText(cell)))?.[1];
    if (count !== undefined) return Number(count);
  }
  return undefined;
}
