// A year's main-business revenue as an office writes it: a number, a number typed as text, with or without its unit.
import { type CellReading, read, unreadable } from "./cell-reading.ts";
import { compact } from "./half-width.ts";
import { cellText, findFormulaFault, meaningfulText, type SheetCell } from "./sheet-cells.ts";

export const moneyUnits = ["元", "千元", "万元", "亿元"] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

const UNIT_FEN: Readonly<Record<MoneyUnit, number>> = { 元: 1e2, 千元: 1e5, 万元: 1e6, 亿元: 1e10 };

/** One trillion yuan in fen: no enterprise of a subdistrict earns it, so the unit must be wrong. */
const LIMIT_FEN = 1e14;

const WRITTEN = /^[¥￥]?(-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)(亿元?|万元?|千元|元)?$/;

/** The unit named in a text such as a column's head or a title, the most specific one first. */
export function findMoneyUnit(text: string): MoneyUnit | undefined {
  const plain = compact(text);
  return (["亿元", "万元", "千元", "元"] as const).find((unit) => plain.includes(unit));
}

function toFen(amount: number, unit: MoneyUnit): number {
  return Math.round(Number((Number(amount.toPrecision(15)) * UNIT_FEN[unit]).toPrecision(15)));
}

function checkedFen(amount: number, unit: MoneyUnit, note?: string): CellReading<number | null> {
  if (amount < 0) return unreadable("是负数，应为0或更大");
  const fen = toFen(amount, unit);
  if (fen > LIMIT_FEN) return unreadable(`按${unit}算超过一万亿元，请核对单位`);
  return read(fen, note);
}

/** Revenue in fen. A unit written in the cell itself goes before the column's. Blank is null, anything else is refused. */
export function readRevenue(cell: SheetCell | undefined, columnUnit: MoneyUnit): CellReading<number | null> {
  const fault = findFormulaFault(cell);
  if (fault) return unreadable(fault);
  if (typeof cell === "number" && Number.isFinite(cell)) return checkedFen(cell, columnUnit);
  if (cell instanceof Date) return unreadable(`是日期（${cellText(cell)}），应为${columnUnit}数`);
  const text = meaningfulText(cell);
  if (text === "") return read(null);
  const [, digits, suffix] = WRITTEN.exec(compact(text).replaceAll("，", ",")) ?? [];
  if (digits === undefined) return unreadable(`写的“${text}”不是数字，请填${columnUnit}数，如${exampleIn(columnUnit)}`);
  const unit = suffix === undefined ? columnUnit : unitOf(suffix);
  const note = unit === columnUnit ? undefined : `写的是“${text}”，按${unit}算`;
  return checkedFen(Number(digits.replaceAll(",", "")), unit, note);
}

function unitOf(suffix: string): MoneyUnit {
  return findMoneyUnit(suffix.endsWith("元") ? suffix : `${suffix}元`) ?? "元";
}

function exampleIn(unit: MoneyUnit): string {
  return { 元: "30000000", 千元: "30000", 万元: "3000", 亿元: "0.3" }[unit];
}
