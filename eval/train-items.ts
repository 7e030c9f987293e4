// Learns which features speak for which item: multinomial logistic regression, AdaGrad, features left out by chance so
// that no single word carries a text; the mean of the later rounds is kept. Repeats exactly.
import { featuresOf, normalize, type Sounds } from "#domain/law/suggestion/features.ts";
import { shareOf } from "#domain/law/suggestion/rank.ts";
import type { TradeWords } from "#domain/law/suggestion/trade-words.ts";
import { seededNumbers, shuffle } from "./seeded.ts";
import type { TrainingText } from "./training-texts.ts";

const ROUNDS = 40;
const KEPT_FROM = ROUNDS / 2;
const STEP = 0.5;
const DECAY = 1e-4;
const LEFT_OUT = 0.5;
const SEED = 7;
const NEGLIGIBLE = 1e-5;

/** A weight for every feature and each item it was met with: those of a feature stand from `starts[feature]` on. */
export interface ItemWeights {
  readonly features: readonly string[];
  readonly starts: Uint32Array;
  readonly items: Uint16Array;
  readonly weights: Float32Array;
  readonly width: number;
}

interface Row {
  readonly ids: readonly number[];
  readonly items: readonly number[];
  readonly weight: number;
}

interface State extends ItemWeights {
  readonly squares: Float32Array;
  readonly shares: Float32Array;
}

/** Trains on texts with at least one item. A text written as misheard teaches nothing new of how words are written. */
export function trainItems(
  words: TradeWords,
  sounds: Sounds,
  texts: readonly TrainingText[],
  codes: readonly string[],
  misheard: readonly TrainingText[] = [],
): ItemWeights {
  const number = new Map(codes.map((code, index) => [code, index]));
  const ids = new Map<string, number>();
  const toRow = (text: TrainingText, idOf: (feature: string) => number | undefined): Row => ({
    ids: featuresOf(words, sounds, normalize(text.text)).flatMap((feature) => idOf(feature) ?? []),
    items: text.codes.map((code) => numberOf(number, code)),
    weight: text.weight,
  });
  const written = texts.map((text) => toRow(text, (feature) => idOf(ids, feature)));
  const rows = [...written, ...misheard.map((text) => toRow(text, (feature) => ids.get(feature)))];
  const features = [...ids.keys()];
  const state: State = { ...placesOf(features, written, codes.length), shares: Float32Array.from(features, shareOf) };
  const mean = new Float32Array(state.weights.length);
  const next = seededNumbers(SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(rows, next);
    for (const row of rows) {
      const kept = row.ids.filter(() => next() >= LEFT_OUT);
      if (kept.length > 0) learn(state, { ...row, ids: kept });
    }
    if (round >= KEPT_FROM) addTo(mean, state.weights, 1 / (ROUNDS - KEPT_FROM));
  }
  return { ...state, weights: mean };
}

/** A feature weighs only for items it was met with: a third of the size, and no worse on text held out. */
function placesOf(features: readonly string[], written: readonly Row[], width: number): Omit<State, "shares"> {
  const met = features.map(() => new Set<number>());
  for (const row of written) for (const id of row.ids) for (const item of row.items) met[id]?.add(item);
  const starts = new Uint32Array(features.length + 1);
  for (const [id, items] of met.entries()) starts[id + 1] = (starts[id] ?? 0) + items.size;
  const count = starts[features.length] ?? 0;
  return {
    features,
    starts,
    items: Uint16Array.from(met.flatMap((items) => [...items].toSorted((a, b) => a - b))),
    weights: new Float32Array(count),
    squares: new Float32Array(count).fill(1e-3),
    width,
  };
}

function learn({ weights, squares, shares, starts, items, width }: State, row: Row): void {
  const norm = 1 / Math.sqrt(row.ids.reduce((sum, id) => sum + at(shares, id) ** 2, 0));
  const errors = new Float32Array(width);
  for (const id of row.ids) {
    const share = norm * at(shares, id);
    const end = at(starts, id + 1);
    for (let place = at(starts, id); place < end; place += 1) {
      errors[at(items, place)] = at(errors, at(items, place)) + at(weights, place) * share;
    }
  }
  toProbabilities(errors);
  for (const item of row.items) errors[item] = at(errors, item) - 1 / row.items.length;
  for (const id of row.ids) {
    const share = norm * at(shares, id) * row.weight;
    const end = at(starts, id + 1);
    for (let place = at(starts, id); place < end; place += 1) {
      const slope = at(errors, at(items, place)) * share + DECAY * at(weights, place);
      if (Math.abs(slope) < NEGLIGIBLE) continue;
      const square = at(squares, place) + slope * slope;
      squares[place] = square;
      weights[place] = at(weights, place) - (STEP * slope) / Math.sqrt(square);
    }
  }
}

function toProbabilities(sums: Float32Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const sum of sums) most = Math.max(most, sum);
  let total = 0;
  for (let item = 0; item < sums.length; item += 1) {
    const power = Math.exp(at(sums, item) - most);
    sums[item] = power;
    total += power;
  }
  for (let item = 0; item < sums.length; item += 1) sums[item] = at(sums, item) / total;
}

function addTo(sum: Float32Array, weights: Float32Array, share: number): void {
  for (let place = 0; place < sum.length; place += 1) sum[place] = at(sum, place) + at(weights, place) * share;
}

function at(list: Float32Array | Uint16Array | Uint32Array, index: number): number {
  return list[index] ?? 0;
}

function idOf(ids: Map<string, number>, feature: string): number {
  const known = ids.get(feature);
  if (known !== undefined) return known;
  ids.set(feature, ids.size);
  return ids.size - 1;
}

function numberOf(numbers: ReadonlyMap<string, number>, code: string): number {
  const number = numbers.get(code);
  if (number === undefined) throw new Error(`训练文本写了目录里没有的编码：${code}`);
  return number;
}
