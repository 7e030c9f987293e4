// Items of the catalogue for people: by words, the initials of the item's name, or its code.

import type { CatalogueItem, Library } from "#domain/law/library.ts";
import { splitQuery } from "#domain/law/search/query.ts";
import { initialsOf } from "./initials.ts";

/** Codes of the items that hold every word, those that hold it in their name first. */
export function findItems(library: Library, query: string): readonly string[] {
  const words = splitQuery(query);
  if (words.length === 0) return [];
  const scored = [...library.items.values()].flatMap((item) => {
    const score = scoreOf(item, words);
    return score > 0 ? [{ code: item.code, score }] : [];
  });
  return scored.toSorted((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1)).map(({ code }) => code);
}

/** 0 where a word is missing. */
function scoreOf(item: CatalogueItem, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    const found = wordScore(item, word);
    if (found === 0) return 0;
    score += found;
  }
  return score;
}

function wordScore(item: CatalogueItem, word: string): number {
  if (item.code.toLowerCase().startsWith(word)) return 8;
  if (folded(item.item).includes(word)) return 5;
  if (/^[a-z]{2,}$/.test(word) && initialsOf(item.item).includes(word)) return 4;
  if (folded(item.level2).includes(word)) return 3;
  return [item.typicalHazard, item.standard, item.advice].some((text) => folded(text).includes(word)) ? 2 : 0;
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
