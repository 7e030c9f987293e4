// In which unit a list states revenue: 1,822 may be yuan or 万元, and the difference decides who is in scope.
import { findYearOfHead } from "./enterprise-columns.ts";
import type { ListColumn } from "./enterprise-list-layout.ts";
import { compact } from "./half-width.ts";
import { findMoneyUnit, type MoneyUnit } from "./revenue-cell.ts";
import { cellText, type SheetRow } from "./sheet-cells.ts";

export interface RevenueReading {
  readonly unit: MoneyUnit;
  /** Where the unit was found: the column's head, a title line, a person's choice, or guessed from the size of the numbers. */
  readonly unitFrom: "head" | "title" | "chosen" | "guess";
  readonly year: number | null;
  /** What a person should look at before saving, as a sentence; null when nothing is odd. */
  readonly doubt: string | null;
}

/** The middle one of a column's numbers, as written; undefined when it has none. */
function medianOf(body: readonly SheetRow[], index: number): number | undefined {
  const numbers = body.map((row) => Number(compact(cellText(row.cells[index])).replaceAll(",", "") || Number.NaN));
  const sorted = numbers.filter((value) => value > 0).sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

/** An enterprise's revenue in yuan has six digits or more, in 万元 five or less. */
function doubtOf(unit: MoneyUnit, from: RevenueReading["unitFrom"], median: number | undefined): string | null {
  if (from === "guess") return `主营收入这一列没写单位，按数的大小猜是${unit}，请核对。`;
  if (median === undefined || from === "chosen") return null;
  const middle = `这一列中间的数是${median}`;
  if (unit === "元" && median < 10_000) return `主营收入标的单位是元，${middle}，是不是万元，请核对。`;
  if (unit === "万元" && median >= 1_000_000) return `主营收入标的单位是万元，${middle}，是不是元，请核对。`;
  return null;
}

/** Unit and year of the revenue column; null when the list has none. */
export function readRevenueHead(
  columns: readonly ListColumn[],
  titles: readonly string[],
  body: readonly SheetRow[],
  chosen: MoneyUnit | undefined,
): RevenueReading | null {
  const column = columns.find((candidate) => candidate.field === "mainRevenue");
  if (!column) return null;
  const year = findYearOfHead(column.head) ?? null;
  const median = medianOf(body, column.index);
  const reading = (unit: MoneyUnit, unitFrom: RevenueReading["unitFrom"]): RevenueReading => {
    return { unit, unitFrom, year, doubt: doubtOf(unit, unitFrom, median) };
  };
  if (chosen) return reading(chosen, "chosen");
  const inHead = findMoneyUnit(column.head);
  if (inHead) return reading(inHead, "head");
  const inTitle = findUnitInTitles(titles);
  if (inTitle) return reading(inTitle, "title");
  return reading((median ?? 0) >= 100_000 ? "元" : "万元", "guess");
}

/** “单位：万元、人” in a title line; 填报单位 is somebody's name and has no 元 behind its colon. */
function findUnitInTitles(titles: readonly string[]): MoneyUnit | undefined {
  for (const title of titles) {
    const named = /单位\s*[:：]\s*([^\s:：]*元)/.exec(title)?.[1];
    if (named !== undefined) return findMoneyUnit(named);
  }
  return undefined;
}
