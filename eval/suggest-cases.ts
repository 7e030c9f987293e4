// Cases for measuring suggestions: a text, the day it was inspected, and what a professional would answer.
import { readFileSync } from "node:fs";
import { z } from "zod";

const suggestCase = z.object({
  id: z.string(),
  text: z.string(),
  expected_codes: z.array(z.string()),
  also_ok_codes: z.array(z.string()).default([]),
  acceptable_refs: z.array(z.string()).default([]),
  unacceptable_refs: z.array(z.string()).default([]),
  kind: z.string(),
  inspected_on: z.iso.date(),
});
export type SuggestCase = z.infer<typeof suggestCase>;

/** Reads a file of one JSON object a line; a line that cannot be read is named by its number. */
export function readCases(path: string): readonly SuggestCase[] {
  const lines = readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  return lines.flatMap((line, index) => (line.trim() === "" ? [] : [readCase(line, index + 1)]));
}

function readCase(line: string, number: number): SuggestCase {
  const parsed = suggestCase.safeParse(parseJson(line, number));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`第 ${number} 行 ${issue?.path.join(".")}: ${issue?.message}`);
}

function parseJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`第 ${number} 行不是一个 JSON 对象`);
  }
}
