// `bihuan import hazards FILE [--photos DIR] [--dry-run] [--json] [--tenant ID]`: half a year already on paper.
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type RefusedRow, readPaperList } from "#domain/hazard/paper-list.ts";
import { problemText } from "#domain/problems.ts";
import { systemActor } from "#server/commands/issue.ts";
import { readSheet, refuseByFileSize } from "#server/files/spreadsheet.ts";
import { type HazardImportSummary, importHazards } from "#server/imports/import-hazards.ts";
import { paperPhotos } from "#server/imports/paper-photos.ts";
import type { Services } from "#server/server-parts.ts";

export interface HazardImportOptions {
  readonly photos: string | undefined;
  readonly dryRun: boolean;
}

const NO_HEAD = "没有找到表头：第一行要有“企业”“隐患”“查出日期”三列。改好表头再导。";

/** The file into a subdistrict, as the system. A dry run reads the register and writes nothing. */
export async function importHazardFile(
  services: Services,
  tenantId: string,
  file: string,
  options: HazardImportOptions,
): Promise<HazardImportSummary> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return refusedFile(problemText({ code: "spreadsheet.missing", params: { file } }));
  const bySize = refuseByFileSize(bytes.byteLength);
  if (bySize) return refusedFile(problemText(bySize.problem));
  const sheet = await readSheet(bytes);
  if (!sheet.ok) return refusedFile(problemText(sheet.problem));
  const list = readPaperList(sheet.value.rows);
  if (list === "no head" || list.missing.length > 0) return refusedFile(NO_HEAD);
  const actor = systemActor("import");
  const sender = { accountKey: "system:import", actor, tenantId, membershipId: null };
  return importHazards({
    ...{ services, sender, fileName: basename(file), dryRun: options.dryRun, ...list },
    photosOf: paperPhotos({ services, sender, dryRun: options.dryRun }, (name) => readNamed(options.photos, name)),
  });
}

/** By plain file name in the named folder and nowhere else. */
async function readNamed(folder: string | undefined, name: string): Promise<Uint8Array | undefined> {
  if (!folder || name !== basename(name) || name.startsWith(".")) return undefined;
  return readFile(join(folder, name)).catch(() => undefined);
}

function refusedFile(reason: string): HazardImportSummary {
  return { accepted: 0, known: 0, refused: [{ row: 0, field: "file", reason }], warnings: [] };
}

/** One JSON line, or the words. */
export function printHazardImport(summary: HazardImportSummary, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(summary));
    return;
  }
  const line = ({ row, field, reason }: RefusedRow) => `  第${row}行 ${field}：${reason}`;
  const { accepted, known, refused, warnings } = summary;
  console.log(
    [
      `导入${accepted}条，以前导过没有动的${known}条。`,
      ...(refused.length > 0 ? [`没收${refused.length}行：`, ...refused.map(line)] : []),
      ...(warnings.length > 0 ? [`要看一眼的${warnings.length}处：`, ...warnings.map(line)] : []),
    ].join("\n"),
  );
}
