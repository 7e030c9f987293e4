// The expert's own phrases, kept on this phone for each item of the catalogue: what he wrote once he need not write again.
import type { FieldDatabase } from "../store/field-database.ts";

const KEPT = 4;

const keyOf = (itemCode: string) => `phrases/${itemCode}`;

/** Latest first. */
export async function readPhrases(db: FieldDatabase, itemCode: string): Promise<readonly string[]> {
  const kept = await db.meta.get(keyOf(itemCode));
  return Array.isArray(kept?.value) ? kept.value.filter((one) => typeof one === "string") : [];
}

export async function keepPhrase(db: FieldDatabase, itemCode: string, words: string): Promise<void> {
  const before = await readPhrases(db, itemCode);
  const value = [words, ...before.filter((one) => one !== words)].slice(0, KEPT);
  await db.meta.put({ name: keyOf(itemCode), value });
}
