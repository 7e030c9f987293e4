// An uploaded enterprise list: the sheet that holds the list among a workbook's sheets, read by the domain's rules.
import { ok, type Result } from "#domain/kernel/result.ts";
import {
  type EnterpriseListReading,
  type ListOptions,
  readEnterpriseList,
} from "#domain/organization/enterprise-list.ts";
import { readSheet, type SheetContent } from "./spreadsheet.ts";

export interface EnterpriseListFile {
  readonly sheet: SheetContent;
  readonly reading: EnterpriseListReading;
}

export interface ListFileOptions extends ListOptions {
  /** The sheet a person chose; without it the first one that holds a list. */
  readonly sheet?: string;
}

/** Reads the list, or says why the file or the first sheet holds none. */
export async function readEnterpriseListFile(
  bytes: Uint8Array,
  options: ListFileOptions = {},
): Promise<Result<EnterpriseListFile>> {
  const first = await readSheet(bytes, { sheet: options.sheet });
  if (!first.ok) return first;
  const reading = readEnterpriseList(first.value.rows, options);
  if (reading.ok) return ok({ sheet: first.value, reading: reading.value });
  const others = options.sheet === undefined ? first.value.sheetNames.slice(1) : [];
  for (const name of others) {
    const sheet = await readSheet(bytes, { sheet: name });
    const found = sheet.ok ? readEnterpriseList(sheet.value.rows, options) : sheet;
    if (sheet.ok && found.ok) return ok({ sheet: sheet.value, reading: found.value });
  }
  return reading;
}
