// Tags of an enterprise or site in its one text column: a JSON array, sorted and without doubles.
export { tagsSchema } from "./tags-schema.ts";

export function storedTags(tags: readonly string[]): string {
  return JSON.stringify([...new Set(tags)].sort((left, right) => (left < right ? -1 : 1)));
}

/** The tags of a stored column; a column that is no array of words holds none. */
export function readTags(stored: string): readonly string[] {
  const parsed = parse(stored);
  return Array.isArray(parsed) && parsed.every((one) => typeof one === "string") ? parsed : [];
}

function parse(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}
