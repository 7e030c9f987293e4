// An office's enterprise list from rows of cells to parsed enterprises, refused cells and warnings.
// Pure: reading the file is src/server/files/spreadsheet.ts, saving is the commands'. Nothing here is stored.
import { ok, type Result } from "../kernel/result.ts";
import type { EnterpriseField } from "./enterprise-columns.ts";
import { type LayoutChoices, type ListLayout, readLayout } from "./enterprise-list-layout.ts";
import { type ColumnPlaces, readEnterpriseRow } from "./enterprise-list-row.ts";
import type { EnterpriseRow } from "./enterprise-row.ts";
import { mergeDuplicates } from "./list-duplicates.ts";
import type { ListWarning, RefusedCell } from "./list-findings.ts";
import { findSkippedLine, findStatedCount, type SkippedLine } from "./list-line.ts";
import { cellText, type SheetRow } from "./sheet-cells.ts";

export interface ListOptions {
  /** A person's choices after seeing the guess. */
  readonly choices?: LayoutChoices;
  /** Villages and communities of the office; a name that is none of them is refused. Without it any name is taken. */
  readonly roster?: readonly string[];
}

export interface SkippedRow {
  readonly row: number;
  readonly kind: SkippedLine;
  readonly text: string;
}

export interface EnterpriseListReading {
  readonly layout: ListLayout;
  /** Each enterprise once, in list order. */
  readonly enterprises: readonly EnterpriseRow[];
  readonly refused: readonly RefusedCell[];
  readonly warnings: readonly ListWarning[];
  readonly skipped: readonly SkippedRow[];
}

/** Reads a list. Refused as a whole only when it has no rows, no head, or no column of names. */
export function readEnterpriseList(
  sheet: readonly SheetRow[],
  options: ListOptions = {},
): Result<EnterpriseListReading> {
  const found = readLayout(sheet, options.choices);
  if (!found.ok) return found;
  const { layout, body } = found.value;
  const columnOf = placesOf(layout);
  const heads = layout.columns.map((column) => column.head);
  const rows: EnterpriseRow[] = [];
  const refused: RefusedCell[] = [];
  const warnings: ListWarning[] = [];
  const skipped: SkippedRow[] = [];
  for (const line of body) {
    const kind = findSkippedLine(line, heads, columnOf);
    if (kind) {
      const text = line.cells.map((cell) => cellText(cell)).filter(Boolean);
      skipped.push({ row: line.row, kind, text: text.join(" ") });
      continue;
    }
    const reading = readEnterpriseRow(line, columnOf, layout.revenue, options.roster);
    refused.push(...reading.refused);
    warnings.push(...reading.warnings);
    if (reading.enterprise) rows.push(reading.enterprise);
  }
  const merged = mergeDuplicates(rows);
  const counted = countWarnings(body, skipped, merged.enterprises.length + distinctRows(refused, merged.refused));
  return ok({
    layout,
    enterprises: merged.enterprises,
    refused: [...refused, ...merged.refused].sort((left, right) => left.row - right.row),
    warnings: [...layoutWarnings(layout), ...warnings, ...merged.warnings, ...counted],
    skipped,
  });
}

function placesOf(layout: ListLayout): ColumnPlaces {
  const places = new Map<EnterpriseField, number>();
  for (const { field, index } of layout.columns) if (field && !places.has(field)) places.set(field, index);
  return places;
}

function distinctRows(...lists: (readonly RefusedCell[])[]): number {
  return new Set(lists.flat().map((cell) => cell.row)).size;
}

function layoutWarnings(layout: ListLayout): ListWarning[] {
  const row = layout.headRows[0] ?? 1;
  const has = (field: EnterpriseField) => layout.columns.some((column) => column.field === field);
  const warnings: ListWarning[] = [];
  if (layout.revenue?.doubt) warnings.push({ row, field: "mainRevenue", text: layout.revenue.doubt });
  if (!layout.revenue) {
    warnings.push({ row, field: "mainRevenue", text: "没有主营收入这一列，规下工业企业算不出该不该纳入。" });
  }
  if (!has("creditCode")) {
    warnings.push({ row, field: "creditCode", text: "没有统一社会信用代码这一列，全部按企业名称认。" });
  }
  return warnings;
}

/** A total line that states another number of enterprises than were found. */
function countWarnings(body: readonly SheetRow[], skipped: readonly SkippedRow[], found: number): ListWarning[] {
  const totals = skipped.filter((line) => line.kind === "total" && !line.text.startsWith("小计"));
  return totals.flatMap(({ row }) => {
    const line = body.find((candidate) => candidate.row === row);
    const stated = line && findStatedCount(line);
    if (stated === undefined || stated === found) return [];
    return [{ row, field: "list" as const, text: `第${row}行写共${stated}家，读到${found}家，请核对。` }];
  });
}
