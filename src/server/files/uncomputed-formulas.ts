// Cells whose formula was never computed. Programs write such files; Excel computes them on opening, a reader finds nothing.
import { unpack } from "./workbook-sheets.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** Larger sheets come from Excel itself in practice; searching them would hold the whole text in memory. */
const SEARCHED_UP_TO_BYTES = 40 * 1024 * 1024;

const WITHOUT_VALUE = /<c\s([^>]*)>\s*<f\b[^>]*(?:\/>|>[^<]*<\/f>)\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/g;

/** Places like B12. A formula whose result is an empty text is computed. */
export async function findUncomputedFormulas(
  bytes: Uint8Array,
  part: ZipEntry | undefined,
): Promise<ReadonlySet<string>> {
  if (!part || part.unpackedBytes > SEARCHED_UP_TO_BYTES) return new Set();
  const sheet = await unpack(bytes, part);
  if (!sheet.includes("<f")) return new Set();
  const places = new Set<string>();
  for (const [, attributes = ""] of sheet.toString("utf8").matchAll(WITHOUT_VALUE)) {
    const place = /\br="([A-Z]{1,3}\d{1,7})"/.exec(attributes)?.[1];
    if (place !== undefined && !/\bt="str"/.test(attributes)) places.add(place);
  }
  return places;
}

/** The letters Excel shows for a column counted from 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`;
}
