// The tables that go with the weights: words of the trade, conditions of clauses, items easily confused, how characters sound.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "hucre/csv";
import { pinyin } from "pinyin-pro";
import { z } from "zod";
import { foldSyllable } from "#domain/law/suggestion/by-ear.ts";
import type { ClauseCondition, ConfusableItem } from "#domain/law/suggestion/model.ts";
import { type TradeConcept, WORD_KINDS } from "#domain/law/suggestion/trade-words.ts";

const filled = z.string().min(1);
const list = z.string().transform((cell) => cell.split(";").filter((word) => word !== ""));

const conceptLine = z.object({ kind: z.enum(WORD_KINDS), concept: filled, words: list });
const conditionLine = z.object({
  clause: filled,
  must: z.enum(["yes", "no"]),
  condition: filled,
  named: list,
  against: list,
  ask: z.string(),
});
const confusableLine = z.object({ family: filled, item: filled, objects: list, place: z.enum(["yes", "no"]) });
const ordinaryLine = z.object({ item: filled, clauses: list });

export interface TradeTables {
  readonly concepts: readonly TradeConcept[];
  readonly conditions: readonly ClauseCondition[];
  readonly confusables: readonly ConfusableItem[];
  readonly ordinaryClauses: Readonly<Record<string, readonly string[]>>;
}

/** Reads the tables of the reference folder; the first wrong line is named by file, line and column. */
export function readTradeTables(folder: string): TradeTables {
  const concepts = readLines(folder, "trade-words.csv", conceptLine);
  const conditions = readLines(folder, "clause-conditions.csv", conditionLine);
  const confusables = readLines(folder, "confusable-items.csv", confusableLine);
  const ordinary = readLines(folder, "ordinary-clauses.csv", ordinaryLine);
  return {
    concepts: concepts.map(({ kind, concept, words }) => ({ kind, name: concept, words })),
    conditions: conditions.map((line) => ({ ...line, must: line.must === "yes" })),
    confusables: confusables.map(({ place, ...line }) => ({ ...line, isPlace: place === "yes" })),
    ordinaryClauses: Object.fromEntries(ordinary.map(({ item, clauses }) => [item, clauses])),
  };
}

function readLines<T>(folder: string, file: string, line: z.ZodType<T>): T[] {
  const [header = [], ...body] = parseCsv(readFileSync(join(folder, file), "utf8"), { delimiter: "," });
  return body.map((cells, index) => {
    const record = Object.fromEntries(header.map((name, column) => [String(name), String(cells[column] ?? "").trim()]));
    const parsed = line.safeParse(record);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new Error(`${file} 第 ${index + 2} 行 ${issue?.path.join(".")}: ${issue?.message}`);
  });
}

const LEVEL_ONE = { from: 0xb0, to: 0xd7 } as const;

/** A syllable and its characters a line: the 3,755 commonest of GB 2312 and those met in the texts. */
export function syllableTable(texts: Iterable<string>): string {
  const characters = new Set<string>();
  const decoder = new TextDecoder("gb2312");
  for (let high: number = LEVEL_ONE.from; high <= LEVEL_ONE.to; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) characters.add(decoder.decode(new Uint8Array([high, low])));
  }
  for (const text of texts) for (const character of text) characters.add(character);
  const bySound = new Map<string, string>();
  for (const character of [...characters].filter((one) => /^[㐀-鿿]$/.test(one)).toSorted()) {
    const sound = foldSyllable(pinyin(character, { toneType: "none" }));
    bySound.set(sound, (bySound.get(sound) ?? "") + character);
  }
  return [...bySound]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([sound, all]) => `${sound}:${all}`)
    .join("\n");
}
