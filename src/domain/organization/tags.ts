// Tags of an enterprise or site in its one text column: a JSON array, sorted and without doubles.
import { z } from "zod";
import { text } from "../kernel/text.ts";

export const tagsSchema = z.array(text(60)).max(40);

const storedSchema = z
  .string()
  .transform((value, context) => {
    try {
      return JSON.parse(value);
    } catch {
      context.addIssue({ code: "custom", message: "not JSON" });
      return z.NEVER;
    }
  })
  .pipe(z.array(z.string()));

export function storedTags(tags: readonly string[]): string {
  return JSON.stringify([...new Set(tags)].sort((left, right) => (left < right ? -1 : 1)));
}

/** The tags of a stored column; a column that is no array of words holds none. */
export function readTags(stored: string): readonly string[] {
  const parsed = storedSchema.safeParse(stored);
  return parsed.success ? parsed.data : [];
}
