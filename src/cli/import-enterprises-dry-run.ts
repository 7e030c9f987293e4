// `bihuan import enterprises FILE --dry-run`: what an import would take, warn of and refuse. No server, no database.
import { readFile, stat } from "node:fs/promises";
import type { Problem } from "#domain/kernel/result.ts";
import { enterpriseColumns } from "#domain/organization/enterprise-columns.ts";
import { scopeOfList } from "#domain/organization/list-scope.ts";
import { problemText } from "#domain/problems.ts";
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

/** How a column's head was understood; null when it is not imported. */
export interface MappedColumn {
  readonly head: string;
  readonly field: string | null;
}

export interface DryRunSummary extends ImportSummary {
  readonly columns: readonly MappedColumn[];
}

function refusedFile(problem: Problem): DryRunSummary {
  const refused = [{ row: 0, field: "file", reason: problemText(problem) }];
  return { accepted: 0, updated: 0, scope: { a: 0, b: 0, none: 0 }, warnings: [], refused, columns: [] };
}

export async function dryRunEnterpriseImport(file: string): Promise<DryRunSummary> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return refusedFile({ code: "spreadsheet.missing", params: { file } });
  const bySize = refuseByFileSize(found.size);
  if (bySize) return refusedFile(bySize.problem);
  const list = await readEnterpriseListFile(await readFile(file));
  if (!list.ok) return refusedFile(list.problem);
  const { enterprises, refused, warnings, layout } = list.value.reading;
  const scope = scopeOfList(enterprises, defaultThresholds);
  return {
    accepted: enterprises.length,
    updated: 0,
    scope: scope.counts,
    warnings: [...warnings, ...scope.warnings].sort((left, right) => left.row - right.row),
    refused: refused.map(({ row, field, reason }) => ({ row, field, reason })),
    columns: layout.columns.map(({ head, field }) => ({ head, field: field && enterpriseColumns[field].label.zh })),
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

/** “单位名称→企业名称”, and the columns that are not imported. */
function mappingText(columns: readonly MappedColumn[]): string[] {
  const known = columns.filter(({ field }) => field !== null).map(({ head, field }) => `${head}→${field}`);
  const left = columns.filter(({ field }) => field === null).map(({ head }) => head);
  return [
    ...(known.length > 0 ? [`列名这样对上：${known.join("，")}。`] : []),
    ...(left.length > 0 ? [`没对上、不导入：${left.join("，")}。`] : []),
  ];
}

/** Prints one JSON line with the five keys of a summary, or the words, those of a dry run with the columns first. */
export function printImportSummary(summary: ImportSummary & Partial<DryRunSummary>, json: boolean): void {
  const { accepted, updated, scope, warnings, refused, columns } = summary;
  if (json) console.log(JSON.stringify({ accepted, updated, scope, warnings, refused }));
  else console.log([...mappingText(columns ?? []), importSummaryText(summary)].join("\n"));
}
