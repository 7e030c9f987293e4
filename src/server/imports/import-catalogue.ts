// A catalogue sheet into the shared catalogue: read, compared with what stands, saved by commands of at most 300 items.
import type { CatalogueImport } from "#api/catalogue.ts";
import { ok, type Problem, type Result } from "#domain/kernel/result.ts";
import { contentOf } from "#domain/law/catalogue/content-rows.ts";
import { type CatalogueSheet, readCatalogueSheet, type SheetItem } from "#domain/law/catalogue/read-sheet.ts";
import { MOST_ITEMS } from "#domain/law/catalogue/save-command.ts";
import type { Library } from "#domain/law/library.ts";
import { problemText } from "#domain/problems.ts";
import { readSheet, refuseByFileSize } from "../files/spreadsheet.ts";

/** Takes up to 300 items into the catalogue; answers what refused them. */
export type SaveItems = (args: {
  readonly items: readonly Pick<SheetItem, "code" | "content">[];
  readonly note: string;
}) => Promise<Problem | undefined>;

/** The file read against the library; a problem with the file as a whole refuses it. */
export async function readCatalogueFile(library: Library, bytes: Uint8Array): Promise<Result<CatalogueSheet>> {
  const bySize = refuseByFileSize(bytes.byteLength);
  if (bySize) return bySize;
  const sheet = await readSheet(bytes);
  return sheet.ok ? readCatalogueSheet(library, sheet.value.rows) : sheet;
}

/** What the sheet would change; saved where `save` is given. What stands already is not sent. */
export async function importCatalogue(
  library: Library,
  sheet: CatalogueSheet,
  note: string,
  save?: SaveItems,
): Promise<Result<CatalogueImport>> {
  const created = sheet.items.filter(({ code }) => !library.items.has(code));
  const changed = sheet.items.filter((one) => library.items.has(one.code) && differs(library, one));
  const wanted = save ? [...created, ...changed] : [];
  for (let at = 0; at < wanted.length; at += MOST_ITEMS) {
    const items = wanted.slice(at, at + MOST_ITEMS).map(({ code, content }) => ({ code, content }));
    const problem = await save?.({ items, note });
    if (problem) return { ok: false, problem };
  }
  return ok({
    rows: sheet.items.length + sheet.refused.length,
    created: created.map(({ code }) => code),
    changed: changed.map(({ code }) => code),
    unchanged: sheet.items.length - created.length - changed.length,
    refused: sheet.refused.map(({ row, field, problem }) => ({ row, field, reason: problemText(problem) })),
    saved: save !== undefined,
  });
}

function differs(library: Library, { code, content }: SheetItem): boolean {
  const item = library.items.get(code);
  return !item || JSON.stringify(contentOf(item)) !== JSON.stringify(content);
}
