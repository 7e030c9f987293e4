// `bihuan import enterprises FILE --dry-run`: what an import would take, warn of and refuse. No server, no database.
import { readFile, stat } from "node:fs/promises";
import type { Problem } from "#domain/kernel/result.ts";
import { scopeOfList } from "#domain/organization/list-scope.ts";
import { spreadsheetProblemText } from "#domain/organization/spreadsheet-problems.ts";
import { defaultThresholds } from "#domain/scope/thresholds.ts";
import { readEnterpriseListFile } from "#server/files/enterprise-list-file.ts";
import { refuseByFileSize } from "#server/files/spreadsheet.ts";

/** What `bihuan import enterprises` answers, dry or not; `row` as Excel numbers it, 0 for the file as a whole. */
export interface ImportSummary {
  /** Enterprises taken, each once. */
  readonly accepted: number;
  /** Of those taken, how many were known before and changed; 0 in a dry run, which knows no register. */
  readonly updated: number;
  readonly scope: { readonly a: number; readonly b: number; readonly none: number };
  readonly warnings: readonly { readonly row: number; readonly field: string; readonly text: string }[];
  readonly refused: readonly { readonly row: number; readonly field: string; readonly reason: string }[];
}

function refusedFile(problem: Problem): ImportSummary {
  const refused = [{ row: 0, field: "file", reason: spreadsheetProblemText(problem) }];
  return { accepted: 0, updated: 0, scope: { a: 0, b: 0, none: 0 }, warnings: [], refused };
}

export async function dryRunEnterpriseImport(file: string): Promise<ImportSummary> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return refusedFile({ code: "spreadsheet.missing", params: { file } });
  const bySize = refuseByFileSize(found.size);
  if (bySize) return refusedFile(bySize.problem);
  const list = await readEnterpriseListFile(await readFile(file));
  if (!list.ok) return refusedFile(list.problem);
  const { enterprises, refused, warnings } = list.value.reading;
  const scope = scopeOfList(enterprises, defaultThresholds);
  return {
    accepted: enterprises.length,
    updated: 0,
    scope: scope.counts,
    warnings: [...warnings, ...scope.warnings].sort((left, right) => left.row - right.row),
    refused: refused.map(({ row, field, reason }) => ({ row, field, reason })),
  };
}

/** The summary in words: counts first, then what was refused, then what to look at. */
export function importSummaryText({ accepted, updated, scope, warnings, refused }: ImportSummary): string {
  const refusedRows = new Set(refused.map((cell) => cell.row)).size;
  const counts = [
    `收${accepted}家${updated > 0 ? `，其中更新${updated}家` : ""}：`,
    `规上${scope.a}家，规下工业${scope.b}家，不纳入${scope.none}家。`,
  ];
  return [
    counts.join(""),
    ...(refused.length > 0 ? [`没收${refusedRows}行：`, ...refused.map((cell) => `  ${cell.reason}`)] : []),
    ...(warnings.length > 0 ? [`要看一眼的${warnings.length}处：`, ...warnings.map((cell) => `  ${cell.text}`)] : []),
  ].join("\n");
}

/** Prints one JSON line, or the words. */
export function printImportSummary(summary: ImportSummary, json: boolean): void {
  console.log(json ? JSON.stringify(summary) : importSummaryText(summary));
}
