// Reading and writing .xlsx: the only place that knows which library does it.
// Reading takes one sheet, within limits checked before unpacking; what enterprises are in it is the domain's question.
import { streamXlsxRows } from "hucre/xlsx";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";
import { type SheetCell, type SheetRow, UNCOMPUTED_FORMULA } from "#domain/organization/sheet-cells.ts";
import { isWhole } from "./part-integrity.ts";
import { inspectWorkbook, type SpreadsheetLimits, spreadsheetLimits } from "./spreadsheet-format.ts";
import { columnLetters, findUncomputedFormulas } from "./uncomputed-formulas.ts";
import { listSheets, type WorkbookSheet } from "./workbook-sheets.ts";
import type { ZipEntry } from "./zip-directory.ts";

export type { SpreadsheetLimits } from "./spreadsheet-format.ts";
export { refuseByFileSize, spreadsheetLimits } from "./spreadsheet-format.ts";
export { type SheetColumn, type SheetToWrite, writeGrid, writeSheet } from "./spreadsheet-writer.ts";

export interface SheetContent {
  readonly name: string;
  /** Names of all sheets that are not hidden. */
  readonly sheetNames: readonly string[];
  /** Rows with anything in them. */
  readonly rows: readonly SheetRow[];
}

export interface SheetQuestion {
  /** The sheet's name; without it, the first that is not hidden. */
  readonly sheet?: string;
  readonly limits?: SpreadsheetLimits;
}

/** Blank formatted rows below a list are common; four times the limit may be looked through to skip them. */
const BLANK_ROWS_FACTOR = 4;

/** Excel's own last row. */
const LAST_ROW = 1_048_576;

/** Places of a sheet, filled or not, that may be gone through: a cell at the far right makes a whole row of empty ones. */
const MOST_PLACES = 10_000_000;

/** Rows of one sheet, or the problem with the file. Formulas come as their last computed value, errors as their text. */
export async function readSheet(bytes: Uint8Array, question: SheetQuestion = {}): Promise<Result<SheetContent>> {
  const limits = question.limits ?? spreadsheetLimits;
  const inspected = inspectWorkbook(bytes, limits);
  if (!inspected.ok) return inspected;
  try {
    return await readInspected(bytes, inspected.value, limits, question.sheet);
  } catch {
    // The library throws many kinds of errors at broken parts; to the person they are one: the file is damaged.
    return refuse("spreadsheet.damaged");
  }
}

async function readInspected(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  limits: SpreadsheetLimits,
  wanted: string | undefined,
): Promise<Result<SheetContent>> {
  const sheets = await listSheets(bytes, entries);
  const shown = sheets.filter((sheet) => !sheet.hidden);
  const sheet = wanted === undefined ? shown[0] : sheets.find((candidate) => candidate.name === wanted);
  if (!sheet)
    return wanted === undefined
      ? refuse("spreadsheet.damaged")
      : refuse("spreadsheet.no_such_sheet", { sheet: wanted });
  const texts = entries.find(({ name }) => name.endsWith("/sharedStrings.xml"));
  const whole = sheet.part && (await isWhole(bytes, sheet.part)) && (!texts || (await isWhole(bytes, texts)));
  if (!whole) return refuse("spreadsheet.damaged");
  const rows = await readRows(bytes, sheet, limits);
  if (!rows.ok) return rows;
  return ok({ name: sheet.name, sheetNames: shown.map(({ name }) => name), rows: rows.value });
}

async function readRows(
  bytes: Uint8Array,
  sheet: WorkbookSheet,
  limits: SpreadsheetLimits,
): Promise<Result<SheetRow[]>> {
  const uncomputed = await findUncomputedFormulas(bytes, sheet.part);
  const mostRows = limits.rows * BLANK_ROWS_FACTOR;
  const rows: SheetRow[] = [];
  let [seen, places, last] = [0, 0, 0];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: sheet.index, maxRows: mostRows + 1 })) {
    const row = index + 1;
    if (!Number.isInteger(row) || row <= last || row > LAST_ROW) return refuse("spreadsheet.damaged");
    last = row;
    seen += 1;
    places += values.length;
    const tooWide = values.slice(limits.columns).some((value) => value !== null) || places > MOST_PLACES;
    if (tooWide) return refuse("spreadsheet.too_many_columns", { limit: limits.columns, row });
    const cells = trimmed(
      values.slice(0, limits.columns).map((value, column) => cellOf(value, column, row, uncomputed)),
    );
    if (cells.length > 0) rows.push({ row, cells });
    if (rows.length > limits.rows || seen > mostRows)
      return refuse("spreadsheet.too_many_rows", { limit: limits.rows });
  }
  return ok(rows);
}

function cellOf(value: SheetCell, column: number, row: number, uncomputed: ReadonlySet<string>): SheetCell {
  if (value === null) {
    const missing = uncomputed.size > 0 && uncomputed.has(`${columnLetters(column)}${row}`);
    return missing ? UNCOMPUTED_FORMULA : null;
  }
  // Readers disagree by a millisecond on times of day; nobody writes fractions of a second.
  if (value instanceof Date) return new Date(Math.round(value.getTime() / 1000) * 1000);
  return value === "" ? null : value;
}

function trimmed(cells: readonly SheetCell[]): SheetCell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}
