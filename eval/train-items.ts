// Learns which features speak for which item: multinomial logistic regression, AdaGrad, features left out by chance so
// that no single word carries a text. Repeats exactly.
import { featuresOf, normalize } from "#domain/law/suggestion/features.ts";
import { shareOf } from "#domain/law/suggestion/rank.ts";
import type { TradeWords } from "#domain/law/suggestion/trade-words.ts";
import { seededNumbers, shuffle } from "./seeded.ts";
import type { TrainingText } from "./training-texts.ts";

const ROUNDS = 40;
const STEP = 0.5;
const DECAY = 1e-4;
const LEFT_OUT = 0.5;
const SEED = 7;
const NEGLIGIBLE = 1e-5;

/** Dense weights: feature number times items, then item. */
export interface ItemWeights {
  readonly features: readonly string[];
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

interface Row {
  readonly ids: readonly number[];
  readonly items: readonly number[];
  readonly weight: number;
}

/** Trains on texts with at least one item. */
export function trainItems(words: TradeWords, texts: readonly TrainingText[], codes: readonly string[]): ItemWeights {
  const number = new Map(codes.map((code, index) => [code, index]));
  const ids = new Map<string, number>();
  const rows: Row[] = texts.map((text) => ({
    ids: featuresOf(words, normalize(text.text)).map((feature) => idOf(ids, feature)),
    items: text.codes.map((code) => numberOf(number, code)),
    weight: text.weight,
  }));
  const features = [...ids.keys()];
  const shares = Float32Array.from(features, shareOf);
  const width = codes.length;
  const weights = new Float32Array(features.length * width);
  const squares = new Float32Array(features.length * width).fill(1e-3);
  const met = new Uint8Array(features.length * width);
  for (const row of rows) for (const id of row.ids) for (const item of row.items) met[id * width + item] = 1;
  const next = seededNumbers(SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(rows, next);
    for (const row of rows) {
      const kept = row.ids.filter(() => next() >= LEFT_OUT);
      if (kept.length > 0) learn({ weights, squares, shares, met, width }, { ...row, ids: kept });
    }
  }
  return { features, weights, bias: new Float32Array(width) };
}

interface State {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly shares: Float32Array;
  /** A feature weighs only for items it was met with: a third of the size, and no worse on text held out. */
  readonly met: Uint8Array;
  readonly width: number;
}

function learn({ weights, squares, shares, met, width }: State, row: Row): void {
  const norm = 1 / Math.sqrt(row.ids.reduce((sum, id) => sum + at(shares, id) ** 2, 0));
  const errors = probabilities({ weights, shares, width }, row.ids, norm);
  for (const item of row.items) errors[item] = at(errors, item) - 1 / row.items.length;
  for (const id of row.ids) {
    const share = norm * at(shares, id);
    for (let item = 0; item < width; item += 1) {
      const place = id * width + item;
      if (!met[place]) continue;
      const slope = at(errors, item) * share * row.weight + DECAY * at(weights, place);
      if (Math.abs(slope) < NEGLIGIBLE) continue;
      squares[place] = at(squares, place) + slope * slope;
      weights[place] = at(weights, place) - (STEP * slope) / Math.sqrt(at(squares, place));
    }
  }
}

function probabilities(
  state: Pick<State, "weights" | "shares" | "width">,
  ids: readonly number[],
  norm: number,
): Float32Array {
  const sums = new Float32Array(state.width);
  for (const id of ids) {
    const share = norm * at(state.shares, id);
    for (let item = 0; item < state.width; item += 1) {
      sums[item] = at(sums, item) + at(state.weights, id * state.width + item) * share;
    }
  }
  const most = sums.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

function at(list: Float32Array, index: number): number {
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
