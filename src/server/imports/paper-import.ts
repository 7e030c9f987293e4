// A kept sheet of paper hazards under a person's choices: what it would do, and doing it under one operation with progress.
import type { PaperChoices, PaperPreview } from "#api/hazard-imports.ts";
import { type PaperHazard, type PaperList, readPaperList } from "#domain/hazard/paper-list.ts";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";
import { cellText, type SheetRow } from "#domain/organization/sheet-cells.ts";
import { readSheet, type SheetContent } from "../files/spreadsheet.ts";
import type { SheetToWrite } from "../files/spreadsheet-writer.ts";
import type { Services } from "../server-parts.ts";
import { type ChainSender, sendInChain } from "./command-chain.ts";
import { type HazardImport, type HazardImportSummary, importHazards, type RowPhotos } from "./import-hazards.ts";
import { paperPhotos } from "./paper-photos.ts";

export interface OpenedPaper {
  readonly sheet: SheetContent;
  readonly list: PaperList;
  readonly choices: PaperChoices;
}

export async function openPaper(bytes: Uint8Array, choices: PaperChoices): Promise<Result<OpenedPaper>> {
  const sheet = await readSheet(bytes, choices.sheet ? { sheet: choices.sheet } : {});
  if (!sheet.ok) return sheet;
  const chosen = Object.fromEntries(Object.entries(choices.fields).map(([index, field]) => [Number(index), field]));
  const list = readPaperList(sheet.value.rows, chosen);
  return list === "no head" ? refuse("import.no_head") : ok({ sheet: sheet.value, list, choices });
}

export interface PaperGround {
  readonly services: Services;
  readonly sender: ChainSender;
}

/** A dry run: photos are only looked for by their names. */
function tryOut(
  { services, sender }: PaperGround,
  { list, choices }: OpenedPaper,
  onTaken: (hazard: PaperHazard) => void = () => {},
): Promise<HazardImportSummary> {
  const sent = new Set(choices.photos.map(({ name }) => name));
  const photosOf = (hazard: PaperHazard): Promise<RowPhotos> =>
    Promise.resolve({
      slots: [],
      missing: hazard.photos.filter((name) => !sent.has(name)),
      fill: () => Promise.resolve(),
    });
  return importHazards({ services, sender, fileName: choices.fileName, ...list, photosOf, dryRun: true, onTaken });
}

export async function previewPaper(ground: PaperGround, opened: OpenedPaper): Promise<PaperPreview> {
  const { sheet, list } = opened;
  const taken: PaperHazard[] = [];
  const summary = await tryOut(ground, opened, (hazard) => taken.push(hazard));
  const refusedRows = new Set(summary.refused.map(({ row }) => row));
  return {
    ...{ sheet: sheet.name, sheetNames: [...sheet.sheetNames], headRow: list.headRow, missing: [...list.missing] },
    columns: list.columns.map((column) => ({ ...column, samples: [...column.samples] })),
    counts: {
      ...{ taken: summary.accepted, known: summary.known, refused: refusedRows.size },
      open: taken.filter(({ closedOn }) => closedOn === null).length,
      photosNamed: taken.reduce((sum, { photos }) => sum + photos.length, 0),
      photosMissing: summary.warnings.length,
    },
    refused: summary.refused.map((one) => ({ ...one, enterprise: enterpriseIn(opened, one.row) })),
    photosMissing: summary.warnings.map(({ row, reason }) => ({ row, reason })),
  };
}

function enterpriseIn({ sheet, list }: OpenedPaper, row: number): string {
  const index = list.columns.find(({ field }) => field === "enterprise")?.index;
  const cells = sheet.rows.find((one) => one.row === row)?.cells;
  return index === undefined ? "" : cellText(cells?.[index] ?? null);
}

/** The refused rows as they stood, with the row they came from and why. Mended, they go through the same import. */
export async function refusedPaper(ground: PaperGround, opened: OpenedPaper): Promise<SheetToWrite> {
  const { refused } = await tryOut(ground, opened);
  const reasons = Map.groupBy(refused, ({ row }) => row);
  const { columns } = opened.list;
  const line = ({ row, cells }: SheetRow) => [
    row,
    ...columns.map(({ index }) => cells[index] ?? null),
    reasons
      .get(row)
      ?.map(({ field, reason }) => `${field}：${reason}`)
      .join("；") ?? "",
  ];
  return {
    sheetName: "没收的行",
    columns: ["原表行号", ...columns.map(({ head }) => head), "为什么没收"].map((header) => ({ header })),
    rows: opened.sheet.rows.filter(({ row }) => reasons.has(row)).map(line),
  };
}

const ROWS_A_REPORT = 20;

/** Ends the operation whatever happens; what was saved stays, and the same file goes on where it stopped. */
export async function savePaper(ground: PaperGround, opened: OpenedPaper, operationId: string): Promise<void> {
  const { services, sender } = ground;
  const tell = (name: string, args: object) => sendInChain(services.writePath, sender, name, { operationId, ...args });
  const shas = new Map(opened.choices.photos.map(({ name, sha256 }) => [name, sha256]));
  const read = async (name: string) => {
    const sha256 = shas.get(name);
    return sha256 ? services.blobs.get(sender.tenantId, sha256) : undefined;
  };
  const given: HazardImport = {
    ...{ services, sender, fileName: opened.choices.fileName, ...opened.list, dryRun: false },
    photosOf: paperPhotos({ services, sender, dryRun: false }, read),
    advance: async (done) => {
      if (done % ROWS_A_REPORT === 0) await tell("operation.advance", { done, summary: "正在存入隐患" });
    },
  };
  try {
    const { accepted, known, refused, warnings } = await importHazards(given);
    const rows = new Set(refused.map(({ row }) => row)).size;
    const result = { accepted, known, refused: rows, photosMissing: warnings.length };
    await tell("operation.end", { state: "done", summary: JSON.stringify(result) });
  } catch (error) {
    // Where a person stopped it, ending it again is refused; the first reason is the one to tell.
    const summary = error instanceof Error ? error.message : "导入没有完成";
    await tell("operation.end", { state: "failed", summary }).catch(() => {});
    throw error;
  }
}
