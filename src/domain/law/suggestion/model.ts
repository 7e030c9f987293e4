// The trained weights and the tables beside them, as shipped: one plain object, made by `npm run train:suggest`.
// Weights are packed into strings because they travel to phones; here they become lists that can be added up.
import { buildEarTable, type EarTable } from "./by-ear.ts";
import type { Sounds } from "./features.ts";
import { buildTradeWords, type TradeConcept, type TradeWords } from "./trade-words.ts";

/** What a clause asks of the facts before it may be offered. One clause may have several; all count. */
export interface ClauseCondition {
  readonly clause: string;
  /** Not offered unless the words name it; otherwise it is asked for. */
  readonly must: boolean;
  readonly condition: string;
  readonly named: readonly string[];
  /** Words that speak against it: then the clause is not offered at all. */
  readonly against: readonly string[];
  readonly ask: string;
}

/** Items told apart by the thing they are about: a blocked extinguisher is not a blocked hydrant. */
export interface ConfusableItem {
  readonly family: string;
  readonly item: string;
  readonly objects: readonly string[];
  /** Its things are places too, where other things stand: naming one excludes nothing. */
  readonly isPlace: boolean;
}

/** The file as it travels. */
export interface PackedModel {
  readonly codes: readonly string[];
  /** The features, in this order: single characters; pairs and pairs of sounds, two characters each; the others by name, one a line. */
  readonly characters: string;
  readonly pairs: string;
  readonly sounds: string;
  readonly others: string;
  /** Per feature, how many items it speaks for or against. */
  readonly counts: readonly number[];
  /** Per weight, the item: one character from U+0100 on. */
  readonly items: string;
  /** Per weight, its size in steps of `step`: one character around U+004E. */
  readonly sizes: string;
  readonly step: number;
  readonly bias: readonly number[];
  /** Weights of the question "is anything wrong at all?": feature, tab, tenths. */
  readonly fault: string;
  readonly faultBias: number;
  /** A syllable and the characters that sound so, one syllable a line. */
  readonly syllables: string;
  readonly concepts: readonly TradeConcept[];
  readonly conditions: readonly ClauseCondition[];
  readonly confusables: readonly ConfusableItem[];
  readonly ordinaryClauses: Readonly<Record<string, readonly string[]>>;
}

export const FIRST_ITEM = 0x100;
export const ZERO_SIZE = 0x4e;

interface FeatureWeights {
  readonly items: Uint16Array;
  readonly sizes: Float32Array;
}

/** Ready to use; built once. */
export interface SuggestModel {
  readonly codes: readonly string[];
  readonly weights: ReadonlyMap<string, FeatureWeights>;
  readonly bias: readonly number[];
  readonly fault: ReadonlyMap<string, number>;
  readonly faultBias: number;
  readonly words: TradeWords;
  readonly sounds: Sounds;
  readonly ear: EarTable;
  readonly conditions: ReadonlyMap<string, readonly ClauseCondition[]>;
  readonly confusables: readonly ConfusableItem[];
  readonly ordinaryClauses: ReadonlyMap<string, readonly string[]>;
}

/** Unpacks the file. */
export function openModel(packed: PackedModel): SuggestModel {
  const names = featureNames(packed);
  const known = new Set(names);
  const syllables = readSyllables(packed.syllables);
  const meant = packed.concepts.filter((concept) => concept.kind !== "place" && concept.kind !== "conform");
  return {
    codes: packed.codes,
    weights: readWeights(packed, names),
    bias: packed.bias,
    fault: readFault(packed.fault),
    faultBias: packed.faultBias,
    words: buildTradeWords(packed.concepts),
    sounds: soundsOf(packed.syllables),
    ear: buildEarTable(
      meant.flatMap((concept) => concept.words),
      syllables,
      (pair) => known.has(`2${pair}`),
    ),
    conditions: Map.groupBy(packed.conditions, (condition) => condition.clause),
    confusables: packed.confusables,
    ordinaryClauses: new Map(Object.entries(packed.ordinaryClauses)),
  };
}

function featureNames({ characters, pairs, sounds, others }: PackedModel): readonly string[] {
  const ones = [...characters].map((character) => `1${character}`);
  return [...ones, ...inTwos("2", pairs), ...inTwos("s", sounds), ...others.split("\n")];
}

function inTwos(kind: string, text: string): readonly string[] {
  return Array.from({ length: text.length / 2 }, (_, index) => `${kind}${text.slice(2 * index, 2 * index + 2)}`);
}

function readWeights(packed: PackedModel, names: readonly string[]): Map<string, FeatureWeights> {
  const weights = new Map<string, FeatureWeights>();
  let at = 0;
  for (const [index, name] of names.entries()) {
    const count = packed.counts[index] ?? 0;
    const items = new Uint16Array(count);
    const sizes = new Float32Array(count);
    for (let one = 0; one < count; one += 1) {
      items[one] = packed.items.charCodeAt(at + one) - FIRST_ITEM;
      sizes[one] = (packed.sizes.charCodeAt(at + one) - ZERO_SIZE) * packed.step;
    }
    weights.set(name, { items, sizes });
    at += count;
  }
  return weights;
}

function readFault(text: string): Map<string, number> {
  const pairs = text.split("\n").map((line) => line.split("\t"));
  return new Map(pairs.map(([name = "", tenths = "0"]) => [name, Number(tenths) / 10]));
}

/** For every character the first one of its line. */
export function soundsOf(syllables: string): Sounds {
  const sounds = new Map<string, string>();
  for (const line of syllables.split("\n")) {
    const [, characters = ""] = line.split(":");
    for (const character of characters) sounds.set(character, characters[0] ?? character);
  }
  return sounds;
}

function readSyllables(text: string): Map<string, string> {
  const syllables = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [syllable = "", characters = ""] = line.split(":");
    for (const character of characters) syllables.set(character, syllable);
  }
  return syllables;
}
