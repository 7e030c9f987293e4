// Which catalogue items an expert's own words may mean: BM25 (Robertson and others, TREC-3, 1994) over pairs of
// neighbouring characters, with single characters counting half. The same code on phone and server; no dictionary.
// It offers, a person chooses.
import { clauseStateOn } from "./clause-state.ts";
import type { CatalogueItem, Library } from "./library.ts";

/** An item that may be meant, the higher the score the likelier, with the words found in both. */
export interface Suggestion {
  readonly code: string;
  readonly score: number;
  readonly matched: readonly string[];
}

/** Built once per library and kept beside it. */
export interface SuggestIndex {
  readonly codes: readonly string[];
  /** Per gram: item number and weight of the gram there, lengths already allowed for. */
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
}

interface Posting {
  readonly doc: number;
  readonly weight: number;
}

const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;
const SINGLE_CHARACTER = 0.5;
const RUN = /[\u3400-\u9fff]+|[a-z0-9]+/g;

/** Counts the grams of every item once; the title and the typical hazard count twice. */
export function buildSuggestIndex(library: Library): SuggestIndex {
  const items = [...library.items.values()];
  const counts = items.map((item) => countGrams(fieldsOf(library, item)));
  const lengths = counts.map((count) => [...count.values()].reduce((sum, value) => sum + value, 0));
  const average = lengths.reduce((sum, value) => sum + value, 0) / Math.max(1, items.length);
  const raw = new Map<string, Posting[]>();
  for (const [doc, count] of counts.entries()) {
    const damping = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * (lengths[doc] ?? 0)) / average);
    for (const [gram, times] of count) {
      const list = raw.get(gram) ?? [];
      list.push({ doc, weight: (times * (SATURATION + 1)) / (times + damping) });
      raw.set(gram, list);
    }
  }
  const postings = new Map([...raw].map(([gram, list]) => [gram, withRarity(gram, list, items.length)]));
  return { codes: items.map((item) => item.code), postings };
}

/** The likeliest items for a text, best first; none when not one word is shared. */
export function suggestItems(index: SuggestIndex, text: string, limit = 3): readonly Suggestion[] {
  const scores = new Map<number, number>();
  for (const gram of new Set(gramsOf(text))) {
    for (const { doc, weight } of index.postings.get(gram) ?? []) scores.set(doc, (scores.get(doc) ?? 0) + weight);
  }
  return [...scores]
    .toSorted(([docA, a], [docB, b]) => b - a || docA - docB)
    .slice(0, limit)
    .map(([doc, score]) => ({ code: index.codes[doc] ?? "", score, matched: matchedWords(index, text, doc) }));
}

function withRarity(gram: string, list: readonly Posting[], items: number): readonly Posting[] {
  const rarity = Math.log(1 + (items - list.length + 0.5) / (list.length + 0.5));
  const share = isSingleCharacter(gram) ? SINGLE_CHARACTER : 1;
  return list.map(({ doc, weight }) => ({ doc, weight: weight * rarity * share }));
}

function fieldsOf(library: Library, item: CatalogueItem): readonly (readonly [text: string, weight: number])[] {
  const named = item.citations.filter((citation) => citation.role !== "fallback");
  const keywords = named.map((ref) => clauseStateOn(library, ref, "9999-12-31").row?.keywords ?? "").join(";");
  return [
    [item.item, 2],
    [item.typicalHazard, 2],
    [keywords, 1],
    [item.advice, 1],
  ];
}

function countGrams(fields: readonly (readonly [text: string, weight: number])[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const [text, weight] of fields) {
    for (const gram of gramsOf(text)) count.set(gram, (count.get(gram) ?? 0) + weight);
  }
  return count;
}

/** Characters and pairs of Chinese, whole runs of letters and digits. */
function gramsOf(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    if (/^[a-z0-9]/.test(run)) return [run];
    const characters = [...run];
    return [...characters, ...characters.slice(1).map((character, index) => `${characters[index]}${character}`)];
  });
}

function runsOf(text: string): readonly string[] {
  return text.normalize("NFKC").toLowerCase().match(RUN) ?? [];
}

function isSingleCharacter(gram: string): boolean {
  return gram.length === 1 && !/[a-z0-9]/.test(gram);
}

/** The longest stretches of the text of which every pair stands in the item too. */
function matchedWords(index: SuggestIndex, text: string, doc: number): readonly string[] {
  const isShared = (gram: string) => index.postings.get(gram)?.some((posting) => posting.doc === doc) ?? false;
  const words = runsOf(text).flatMap((run) => {
    if (/^[a-z0-9]/.test(run)) return isShared(run) ? [run] : [];
    return joinPairs([...run], isShared);
  });
  return [...new Set(words)];
}

function joinPairs(characters: readonly string[], isShared: (gram: string) => boolean): string[] {
  const words: string[] = [];
  let word = characters[0] ?? "";
  for (const [index, character] of characters.slice(1).entries()) {
    if (isShared(`${characters[index]}${character}`)) word += character;
    else {
      words.push(word);
      word = character;
    }
  }
  words.push(word);
  return words.filter((candidate) => candidate.length > 1);
}
