// An uploaded list read under a person's choices: rows left out, cells mended, columns and unit as chosen.
import type { ImportChoices } from "#api/imports.ts";
import { ok, type Result } from "#domain/kernel/result.ts";
import type { EnterpriseField } from "#domain/organization/enterprise-columns.ts";
import { type EnterpriseListReading, readEnterpriseList } from "#domain/organization/enterprise-list.ts";
import type { SheetRow } from "#domain/organization/sheet-cells.ts";
import { type EnterpriseListFile, readEnterpriseListFile } from "../files/enterprise-list-file.ts";
import type { SheetContent } from "../files/spreadsheet.ts";

export interface ReadList {
  readonly sheet: SheetContent;
  /** The rows as read, mended cells in their place. */
  readonly rows: readonly SheetRow[];
  readonly reading: EnterpriseListReading;
}

/** `roster` names the communities a list may name; without one any name is taken. */
export async function readList(
  bytes: Uint8Array,
  choices: ImportChoices,
  roster: readonly string[] | undefined,
): Promise<Result<ReadList>> {
  const options = optionsOf(choices, roster);
  const file = await readEnterpriseListFile(bytes, { ...options, ...(choices.sheet ? { sheet: choices.sheet } : {}) });
  if (!file.ok) return file;
  if (choices.repairs.length === 0 && choices.dropped.length === 0) {
    const { sheet, reading } = file.value;
    return ok({ sheet, rows: sheet.rows, reading });
  }
  const rows = mended(file.value, choices);
  const again = readEnterpriseList(rows, options);
  return again.ok ? ok({ sheet: file.value.sheet, rows, reading: again.value }) : again;
}

function optionsOf({ fields, unit }: ImportChoices, roster: readonly string[] | undefined) {
  const chosen = Object.fromEntries(Object.entries(fields ?? {}).map(([index, field]) => [Number(index), field]));
  return { choices: { fields: chosen, ...(unit ? { unit } : {}) }, ...(roster ? { roster } : {}) };
}

function mended({ sheet, reading }: EnterpriseListFile, { repairs, dropped }: ImportChoices): SheetRow[] {
  const columnOf = new Map<EnterpriseField, number>();
  for (const { field, index } of reading.layout.columns) if (field && !columnOf.has(field)) columnOf.set(field, index);
  const out = new Set(dropped);
  const byRow = Map.groupBy(repairs, (repair) => repair.row);
  return sheet.rows.flatMap((row): SheetRow[] => {
    if (out.has(row.row)) return [];
    const own = byRow.get(row.row);
    if (!own) return [row];
    const cells = [...row.cells];
    for (const { field, value } of own) {
      const index = columnOf.get(field);
      if (index === undefined) continue;
      while (cells.length <= index) cells.push(null);
      cells[index] = value === "" ? null : value;
    }
    return [{ row: row.row, cells }];
  });
}
