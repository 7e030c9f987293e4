// `bihuan import catalogue FILE [--dry-run] [--json]`: a catalogue sheet into the shared catalogue, as the system.
import { readFile } from "node:fs/promises";
import type { CatalogueImport } from "#api/catalogue.ts";
import { platformTenantId } from "#domain/access/roles.ts";
import type { Problem } from "#domain/kernel/result.ts";
import { problemText } from "#domain/problems.ts";
import { issue } from "#server/commands/issue.ts";
import { importCatalogue, readCatalogueFile } from "#server/imports/import-catalogue.ts";
import type { Services } from "#server/server-parts.ts";
import { withInstance } from "./with-instance.ts";

const JOB = "import catalogue";

export async function runCatalogueImport(file: string, args: readonly string[]): Promise<number> {
  const bytes = await readFile(file).catch(() => undefined);
  const summary = bytes
    ? await withInstance(({ services }) => importFile(services, bytes, args.includes("--dry-run")))
    : refused({ code: "spreadsheet.missing", params: { file } });
  print(summary, args.includes("--json"));
  return summary.rows === summary.refused.length ? 1 : 0;
}

async function importFile(services: Services, bytes: Uint8Array, dryRun: boolean): Promise<CatalogueImport> {
  const { library } = await services.library();
  const sheet = await readCatalogueFile(library, bytes);
  if (!sheet.ok) return refused(sheet.problem);
  const result = await importCatalogue(
    library,
    sheet.value,
    "从表导入",
    dryRun ? undefined : (one) => save(services, one),
  );
  return result.ok ? result.value : refused(result.problem);
}

async function save(services: Services, args: object): Promise<Problem | undefined> {
  return (await issue(services.writePath, JOB, platformTenantId, "catalogue.save", args)).problem;
}

function refused(problem: Problem): CatalogueImport {
  const nothing = { rows: 0, created: [], changed: [], unchanged: 0, saved: false };
  return { ...nothing, refused: [{ row: 0, field: "file", reason: problemText(problem) }] };
}

/** One JSON line, or the words. */
function print(summary: CatalogueImport, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(summary));
    return;
  }
  const { rows, created, changed, unchanged, saved } = summary;
  console.log(
    [
      `看了${rows}行：${saved ? "新增" : "会新增"}${created.length}项，${saved ? "改了" : "会改"}${changed.length}项，没变${unchanged}项。`,
      ...(summary.refused.length > 0 ? [`没收${summary.refused.length}行：`] : []),
      ...summary.refused.map(({ row, field, reason }) => `  第${row}行 ${field}：${reason}`),
    ].join("\n"),
  );
}
