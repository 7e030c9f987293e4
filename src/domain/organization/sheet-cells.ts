// What a spreadsheet's reader hands over, and a cell as the text a person sees in it. Knows nothing of enterprises.
import { cleanText } from "../kernel/text.ts";
import { halfWidth } from "./half-width.ts";

/** A formula cell comes as the value last computed. A date is a Date whose UTC parts are the day written in the sheet. */
export type SheetCell = string | number | boolean | Date | null;

/** One row with its number as Excel shows it (from 1); blank rows may be missing. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

/** What the reader writes for a formula whose value was never computed (files made by programs, not by Excel). */
export const UNCOMPUTED_FORMULA = "#UNCOMPUTED!";

const FORMULA_ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|UNCOMPUTED!)$/;

/** What people type into a cell they have nothing for. */
const NOTHING = /^([-–—/\\.·、*]+|无|暂无|没有|未填|空|不详|n\/?a|null)$/i;

/** The cell as cleaned text; numbers without exponent, days as YYYY-MM-DD, truth as 是 or 否. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cleanText(cell);
  if (typeof cell === "boolean") return cell ? "是" : "否";
  if (typeof cell === "number") return Number.isFinite(cell) ? plainNumber(cell) : "";
  return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
}

/** Excel keeps 15 significant digits; more are the noise of binary fractions. */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded);
}

/** '' for a cell that is empty or says only 无, /, —. */
export function meaningfulText(cell: SheetCell | undefined): string {
  const text = cellText(cell);
  return NOTHING.test(halfWidth(text).trim()) ? "" : text;
}

export function isBlankRow(row: SheetRow): boolean {
  return row.cells.every((cell) => cellText(cell) === "");
}

/** Why a formula has no usable value, as the tail of a sentence; undefined for any other cell. */
export function findFormulaFault(cell: SheetCell | undefined): string | undefined {
  const text = cellText(cell);
  if (!FORMULA_ERROR.test(text)) return undefined;
  if (text === UNCOMPUTED_FORMULA) return "是公式，还没有算出结果。请在Excel里打开存一次，或改成数值";
  return `是公式，结果出错（${text}）。请改成数值`;
}
