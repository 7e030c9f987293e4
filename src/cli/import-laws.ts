// `bihuan import laws PATH [--dry-run] [--json]`: statutes of a file or a folder into the law library. A dry run needs
// neither server nor database.
import { platformTenantId } from "#domain/access/roles.ts";
import { issue } from "#server/commands/issue.ts";
import { importLaws, type LawImportSummary } from "#server/imports/import-laws.ts";
import { withInstance } from "./with-instance.ts";

const JOB = "import laws";

export async function runLawImport(path: string, args: readonly string[]): Promise<number> {
  const summary = args.includes("--dry-run")
    ? await importLaws({ path, places: [], onProgress: tellProgress })
    : await withInstance(async ({ services }) => {
        const places = await services.database.global.selectFrom("divisions").select(["code", "name"]).execute();
        return importLaws({
          path,
          places,
          onProgress: tellProgress,
          save: async (one) => (await issue(services.writePath, JOB, platformTenantId, "law.import", one)).problem,
        });
      });
  print(summary, args.includes("--json"));
  return summary.versions === 0 && summary.refused.length > 0 ? 1 : 0;
}

const A_LINE_EVERY = 100;

function tellProgress(done: number, total: number): void {
  if (done % A_LINE_EVERY === 0 && total > A_LINE_EVERY) console.error(`${done}/${total}`);
}

/** One JSON line with the five keys of a summary, or the words; what to look at goes to the error stream beside JSON. */
function print({ warnings, ...summary }: LawImportSummary, json: boolean): void {
  const seen = warnings.map(({ file, reason }) => `  ${file}：${reason}`);
  if (json) {
    if (seen.length > 0) console.error(seen.join("\n"));
    console.log(JSON.stringify(summary));
    return;
  }
  const { files, instruments, versions, articles, refused } = summary;
  console.log(
    [
      `看了${files}个文件：法规${instruments}部，版本${versions}个，条文${articles}条。`,
      ...(refused.length > 0 ? [`没收${refused.length}个：`] : []),
      ...refused.map(({ file, reason }) => `  ${file}：${reason}`),
      ...(seen.length > 0 ? [`要看一眼的${seen.length}处：`, ...seen] : []),
    ].join("\n"),
  );
}
