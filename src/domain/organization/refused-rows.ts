// The refused rows of a list as a sheet of their own: same columns, the row they came from, and why they were refused.
// Corrected, it goes through the same import; its two extra columns mean nothing there.
import type { EnterpriseListReading } from "./enterprise-list.ts";
import type { SheetCell, SheetRow } from "./sheet-cells.ts";

export interface RefusedRowsSheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** Columns as the list had them. A unit that stood only in the title goes into the head, or it would be lost. */
export function refusedRowsSheet(sheet: readonly SheetRow[], reading: EnterpriseListReading): RefusedRowsSheet {
  const { columns, revenue } = reading.layout;
  const heads = columns.map(({ head, field }) => {
    if (field !== "mainRevenue" || !revenue || revenue.unitFrom === "head") return head;
    return `${head}（${revenue.unit}）`;
  });
  const reasons = new Map<number, string[]>();
  for (const { row, reason } of reading.refused) reasons.set(row, [...(reasons.get(row) ?? []), reason]);
  const rows = sheet
    .filter(({ row }) => reasons.has(row))
    .map(({ row, cells }) => {
      const own = columns.map(({ index }) => cells[index] ?? null);
      return [row, ...own, reasons.get(row)?.join("") ?? ""];
    });
  return { columns: ["原表行号", ...heads, "为什么没收"], rows };
}
