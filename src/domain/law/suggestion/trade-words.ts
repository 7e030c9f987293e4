// Finds the words of the trade in a text: what a thing is, what is wrong with it, where it stands. Longest word first.

/** object 物, record 台账资料, state 毛病, place 地方, conform 合格或已改, material 材料与介质. */
export const WORD_KINDS = ["object", "record", "state", "place", "conform", "material"] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** One meaning with all the ways it is written. */
export interface TradeConcept {
  readonly kind: WordKind;
  readonly name: string;
  readonly words: readonly string[];
}

/** Where a word stands in the text: from `start`, up to but not including `end`. */
export interface WordFound {
  readonly concept: TradeConcept;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export interface TradeWords {
  /** A word may carry more than one meaning. */
  readonly byWord: ReadonlyMap<string, readonly TradeConcept[]>;
  readonly longest: number;
}

export function buildTradeWords(concepts: readonly TradeConcept[]): TradeWords {
  const byWord = new Map<string, TradeConcept[]>();
  let longest = 1;
  for (const concept of concepts) {
    for (const word of concept.words) {
      const known = byWord.get(word) ?? [];
      byWord.set(word, [...known, concept]);
      longest = Math.max(longest, word.length);
    }
  }
  return { byWord, longest };
}

/**
 * Every word found. At each place the longest of a kind counts, so that 消火栓箱 is not also 消火栓;
 * a word inside a longer one of another kind still counts, as 压力 in 压力不足.
 */
export function findTradeWords(words: TradeWords, text: string): readonly WordFound[] {
  const found: WordFound[] = [];
  const coveredTo = new Map<WordKind, number>();
  for (let start = 0; start < text.length; start += 1) {
    for (let length = Math.min(words.longest, text.length - start); length > 0; length -= 1) {
      const word = text.slice(start, start + length);
      for (const concept of words.byWord.get(word) ?? []) {
        const end = start + length;
        if ((coveredTo.get(concept.kind) ?? 0) >= end) continue;
        found.push({ concept, word, start, end });
      }
      for (const concept of words.byWord.get(word) ?? []) {
        coveredTo.set(concept.kind, Math.max(coveredTo.get(concept.kind) ?? 0, start + length));
      }
    }
  }
  return found;
}
