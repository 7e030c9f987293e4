// The two sums of the ranker: how likely each catalogue item is, and whether the text speaks of a fault at all.
import { FEATURE_SHARES, featuresOf, polarityFeaturesOf } from "./features.ts";
import type { SuggestModel } from "./model.ts";

/** How much each feature added to one item, for saying why. */
export type Contribution = readonly [feature: string, weight: number];

/** Probabilities of the items, in the order of `model.codes`, for a normalized text put right by ear. */
export function probabilitiesOf(model: SuggestModel, text: string): Float64Array {
  const sums = Float64Array.from(model.bias);
  const features = featuresOf(model.words, model.sounds, text);
  const norm = normOf(features);
  for (const feature of features) {
    const known = model.weights.get(feature);
    if (!known) continue;
    const share = shareOf(feature) * norm;
    for (let at = 0; at < known.items.length; at += 1) {
      const item = known.items[at] ?? 0;
      sums[item] = (sums[item] ?? 0) + (known.sizes[at] ?? 0) * share;
    }
  }
  return toProbabilities(sums);
}

/** The features that speak for one item, the strongest first. */
export function contributionsOf(model: SuggestModel, text: string, item: number): readonly Contribution[] {
  const found: Contribution[] = [];
  for (const feature of featuresOf(model.words, model.sounds, text)) {
    const known = model.weights.get(feature);
    const at = known ? known.items.indexOf(item) : -1;
    const weight = (known?.sizes[at] ?? 0) * shareOf(feature);
    if (weight > 0) found.push([feature, weight]);
  }
  return found.toSorted(([, a], [, b]) => b - a);
}

/** Probability that the text speaks of a fault, from 0 to 1. */
export function faultProbability(model: SuggestModel, text: string): number {
  const features = polarityFeaturesOf(model.words, text);
  let sum = model.faultBias;
  const norm = 1 / Math.sqrt(Math.max(1, features.length));
  for (const feature of features) sum += (model.fault.get(feature) ?? 0) * norm;
  return 1 / (1 + Math.exp(-sum));
}

/** One over the length of the features as a vector: long texts do not shout. Unknown features count too. */
export function normOf(features: readonly string[]): number {
  let square = 0;
  for (const feature of features) square += shareOf(feature) ** 2;
  return 1 / Math.sqrt(square || 1);
}

export function shareOf(feature: string): number {
  return FEATURE_SHARES[feature[0] as keyof typeof FEATURE_SHARES] ?? 1;
}

function toProbabilities(sums: Float64Array): Float64Array {
  const most = sums.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}
