// Writing .xlsx: exports of lists row by row, and small sheets cell by cell with titles and formulas.
// Texts are always text cells: one that begins with = is shown as written and never computed.
import { writeXlsx, writeXlsxStream } from "hucre/xlsx";
import type { SheetCell } from "#domain/organization/sheet-cells.ts";

export interface SheetColumn {
  readonly header: string;
  /** In characters; Chinese ones count two. */
  readonly width?: number;
  /** How Excel shows it. Text columns stay text even after editing a cell. Default: text. */
  readonly format?: "text" | "number" | "integer" | "money" | "date" | "time";
}

export interface SheetToWrite {
  readonly sheetName: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>;
}

const FORMATS = {
  text: "@",
  number: "General",
  integer: "#,##0",
  money: "#,##0.00",
  date: "yyyy-mm-dd",
  time: "yyyy-mm-dd hh:mm",
} as const;

/** Excel's longest text in a cell. */
const LONGEST_TEXT = 32_767;

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters XML 1.0 does not allow are exactly what is taken out
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as a sheet can hold it: well formed, no characters outside XML, escapes of the format written literally. */
function writableText(text: string): string {
  const clean = text.toWellFormed().replace(NOT_IN_XML, "").replaceAll("\r\n", "\n").slice(0, LONGEST_TEXT);
  return clean.replace(/_x([\da-f]{4})_/gi, "_x005F_x$1_");
}

function writableCell(cell: SheetCell): SheetCell {
  return typeof cell === "string" ? writableText(cell) : cell;
}

/** A sheet's name without what Excel forbids, at most 31 characters. */
function writableName(name: string): string {
  const clean = writableText(name)
    .replace(/[[\]:*?/\\]/g, "")
    .replace(/^'+|'+$/g, "")
    .trim();
  return clean.slice(0, 31) || "Sheet1";
}

async function* writableRows(rows: SheetToWrite["rows"]) {
  for await (const row of rows) yield row.map(writableCell);
}

/** The workbook as bytes while rows are pulled, for exports of any length. The head stays in sight when scrolling. */
function streamSheet({ sheetName, columns, rows }: SheetToWrite): ReadableStream<Uint8Array> {
  return writeXlsxStream(writableRows(rows), {
    name: writableName(sheetName),
    freezePane: { rows: 1 },
    columns: columns.map(({ header, width, format }) => ({
      header: writableText(header),
      width: width ?? Math.min(40, Math.max(10, header.length * 2 + 2)),
      numFmt: FORMATS[format ?? "text"],
    })),
  });
}

export async function writeSheet(sheet: SheetToWrite): Promise<Uint8Array> {
  return new Uint8Array(await new Response(streamSheet(sheet)).arrayBuffer());
}

/** A cell, or a formula with the value it has. */
export type GridCell = SheetCell | { readonly formula: string; readonly value: number | string };

function isFormula(cell: GridCell): cell is Exclude<GridCell, SheetCell> {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}

/** A small sheet cell by cell: titles above the head, blank rows, formulas. */
export async function writeGrid(sheetName: string, rows: readonly (readonly GridCell[])[]): Promise<Uint8Array> {
  const formulas = new Map<string, { value: SheetCell; type: "formula"; formula: string; formulaResult: SheetCell }>();
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (!isFormula(cell)) continue;
      const { formula, value } = cell;
      formulas.set(`${row},${column}`, { value, type: "formula", formula, formulaResult: value });
    }
  }
  const values = rows.map((cells) => cells.map((cell) => (isFormula(cell) ? cell.value : writableCell(cell))));
  return writeXlsx({ sheets: [{ name: writableName(sheetName), rows: values, cells: formulas }] });
}
