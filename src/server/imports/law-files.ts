// Files of statutes: found below a path, read, and taken for what they hold; everything not understood keeps its reason.
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";
import type { InstrumentKind } from "#domain/law/library-rows.ts";
import { divisionOf, kindOf, type Place } from "#domain/law/statute/place.ts";
import { readStatute } from "#domain/law/statute/read-statute.ts";
import type { Statute } from "#domain/law/statute/statute.ts";
import { historyEvents, readDay } from "#domain/law/statute/statute-history.ts";
import { readStatuteFile, refuseStatuteBySize } from "../files/statute-file.ts";

/** A file that was understood. */
export interface LawFile {
  readonly statute: Statute;
  readonly kind: InstrumentKind;
  readonly divisionCode: string;
  readonly fileName: string;
  readonly fileSha256: string;
}

/** Every file below a path by name, or the path itself; folders that begin with a dot are passed over (.git). */
export async function listLawFiles(path: string): Promise<Result<readonly string[]>> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return refuse("lawFile.missing", { file: path });
  if (!found.isDirectory()) return ok([path]);
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const shown = files.filter((file) => !/(?:^|[/\\])\.[^/\\]+[/\\]/.test(relative(path, file)));
  return ok(shown.toSorted((a, b) => (a < b ? -1 : 1)));
}

/** One file from the disk; too large a one is refused before it is loaded. */
export async function readLawFile(path: string, places: readonly Place[]): Promise<Result<LawFile>> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return refuse("lawFile.missing", { file: path });
  const bySize = refuseStatuteBySize(found.size);
  return bySize ?? readLawBytes(basename(path), await readFile(path), places);
}

/** What a file's bytes hold. Where the text bears no date, one at the end of the file's name counts: …(2021-06-10).md. */
export async function readLawBytes(
  fileName: string,
  bytes: Uint8Array,
  places: readonly Place[],
): Promise<Result<LawFile>> {
  const text = await readStatuteFile(fileName, bytes);
  if (!text.ok) return text;
  const read = readStatute(text.value);
  if (!read.ok) return read;
  const statute = datedByName(read.value, fileName);
  const division = divisionOf(statute, places);
  if (!division.ok) return division;
  const fileSha256 = createHash("sha256").update(bytes).digest("hex");
  const kind = kindOf(statute.title, division.value, statute.history);
  return ok({ statute, kind, divisionCode: division.value, fileName, fileSha256 });
}

function datedByName(statute: Statute, fileName: string): Statute {
  if (statute.passedOn !== null) return statute;
  const dash = /(\d{4})-(\d{2})-(\d{2})/.exec(fileName);
  const day = dash ? readDay(dash[1] ?? "", dash[2] ?? "", dash[3] ?? "") : historyEvents(`${fileName}公布`)[0]?.day;
  return day === undefined ? statute : { ...statute, passedOn: day };
}
