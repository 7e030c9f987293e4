// What the ranker sees of a text: its characters in ones and twos, the words of the trade, whatever way they are written.
import { readDialect } from "./dialect.ts";
import { findTradeWords, type TradeWords } from "./trade-words.ts";

const RUN = /[㐀-鿿]+|[a-z]+|\d+(?:\.\d+)?/g;
/** Where something stands says little about what is wrong with it. */
const PLACE = /(?:\d+|[一二三四五六七八九十])?[#号]?(?:车间|厂房|楼|层|库|线|工位)?[东南西北]+(?:面|侧|边|角)?/g;

/** How much a feature of each kind counts; found on text of authors left out of the training. */
export const FEATURE_SHARES = { "1": 1.4, "2": 1, w: 0.7, s: 0.7 } as const;

/** One character for all that sound alike, so that 出城器 and 除尘器 have the same pairs of sounds. */
export type Sounds = ReadonlyMap<string, string>;

/** One writing for all: half width, lower case, no spaces, no dialect. */
export function normalize(text: string): string {
  return readDialect(text.normalize("NFKC").toLowerCase().replace(/\s+/g, ""));
}

const PAUSE = /(?<=[㐀-鿿]{4})[ 　]+(?=[㐀-鿿]{4})/g;

/** A space between two longer stretches of Chinese is a pause: 没做演练 责任书没签. */
export function markPauses(text: string): string {
  return text.replace(PAUSE, "，");
}

/** Runs of Chinese, of letters, of digits. */
export function runsOf(text: string): readonly string[] {
  return text.match(RUN) ?? [];
}

/**
 * The features of a normalized text, each once. Names say their kind: `1` and `2` characters, `s` two as they sound, `w` word
 * of the trade.
 */
export function featuresOf(words: TradeWords, sounds: Sounds, text: string): readonly string[] {
  const features = new Set<string>();
  for (const run of runsOf(text.replace(PLACE, "，"))) {
    addGrams(features, run);
    addSounds(features, sounds, run);
  }
  for (const { concept } of findTradeWords(words, text)) {
    if (concept.kind !== "place") features.add(`w${concept.kind[0]}${concept.name}`);
  }
  return [...features];
}

function addGrams(features: Set<string>, run: string): void {
  if (/^\d/.test(run)) {
    features.add("1#");
    return;
  }
  if (/^[a-z]/.test(run)) {
    features.add(`2${run}`);
    return;
  }
  for (let at = 0; at < run.length; at += 1) {
    features.add(`1${run[at]}`);
    if (at + 1 < run.length) features.add(`2${run.slice(at, at + 2)}`);
  }
}

function addSounds(features: Set<string>, sounds: Sounds, run: string): void {
  for (let at = 0; at + 1 < run.length; at += 1) {
    const [one, other] = [sounds.get(run[at] ?? ""), sounds.get(run[at + 1] ?? "")];
    if (one && other) features.add(`s${one}${other}`);
  }
}

const DENIAL = /(?:不|欠|[未无没非][^，,。；;]{0,4}|超过[^，,。；;]{0,4}|过了)$/;
const LONGEST_DENIAL = 7;

/** Whether a word of good order is taken back by what stands before it: 不合格, 无检测合格标识, 超过有效期. */
export function isDenied(text: string, start: number): boolean {
  return DENIAL.test(text.slice(Math.max(0, start - LONGEST_DENIAL), start));
}

/**
 * What tells fault from good order: the text with every thing and place replaced by one mark, in ones, twos and threes,
 * so that 灭火器压力正常 teaches something of 消火栓水压正常.
 */
export function polarityFeaturesOf(words: TradeWords, text: string): readonly string[] {
  const masked = ` ${maskThings(words, text)} `;
  const features = new Set<string>();
  for (let at = 0; at < masked.length; at += 1) {
    for (let length = 1; length <= 3 && at + length <= masked.length; length += 1)
      features.add(masked.slice(at, at + length));
  }
  for (const { concept, start } of findTradeWords(words, text)) {
    features.add(concept.kind === "conform" && isDenied(text, start) ? "kind denied" : `kind ${concept.kind}`);
  }
  for (const run of runsOf(text))
    for (let at = 0; at + 1 < run.length; at += 1) features.add(`=${run.slice(at, at + 2)}`);
  return [...features];
}

function maskThings(words: TradeWords, text: string): string {
  const characters = [...text.replaceAll(/[，,。；;！!、\t\n]+/g, "，")];
  for (const { concept, start, end } of findTradeWords(words, text)) {
    if (concept.kind === "state" || concept.kind === "conform") continue;
    for (let at = start; at < end; at += 1) characters[at] = at === start ? "○" : "";
  }
  return characters.join("").replaceAll(/○+/g, "○").replaceAll(/\d+/g, "0");
}
