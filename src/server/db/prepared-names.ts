// Names for statements that are put together from parts. A prepared statement keeps its plan in every connection, so only
// shapes that come again get one, and only so many; the others are planned each time they come.
import { createHash } from "node:crypto";

const COMES_AGAIN = 3;
const MOST = 64;

const seen = new Map<string, number>();
const names = new Map<string, string>();

/** The name to prepare this text under, or undefined where it is not worth one. */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MOST) return undefined;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < COMES_AGAIN) {
    if (seen.size > 10 * MOST) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  names.set(text, name);
  return name;
}
