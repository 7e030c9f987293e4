// Packs trained weights small enough for a phone: sizes in steps, items as single characters.
import { FIRST_ITEM, type PackedModel, ZERO_SIZE } from "#domain/law/suggestion/model.ts";
import type { FaultWeights } from "./train-fault.ts";
import type { ItemWeights } from "./train-items.ts";

const MOST_FAULT_WEIGHTS = 3600;
const STEPS = 22;
const NEGLIGIBLE_STEPS = 1;

type PackedWeights = Pick<
  PackedModel,
  "characters" | "pairs" | "others" | "counts" | "items" | "sizes" | "step" | "bias"
>;

/** Every feature stays named, even one left without weights: its name says that the pair of characters exists. */
export function packItems({ features, weights, bias }: ItemWeights): PackedWeights {
  const width = bias.length;
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = Number((largest / STEPS).toPrecision(4));
  const kinds = features.map(kindOf);
  const order = [...features.keys()].toSorted((a, b) => (kinds[a] ?? 0) - (kinds[b] ?? 0) || a - b);
  const namesOf = (kind: number) => order.flatMap((index) => (kinds[index] === kind ? [features[index] ?? ""] : []));
  const counts: number[] = [];
  let items = "";
  let sizes = "";
  for (const index of order) {
    let count = 0;
    for (let item = 0; item < width; item += 1) {
      const weight = weights[index * width + item] ?? 0;
      const size = Math.round(weight / step);
      if (Math.abs(size) <= NEGLIGIBLE_STEPS) continue;
      items += String.fromCharCode(FIRST_ITEM + item);
      sizes += String.fromCharCode(ZERO_SIZE + size);
      count += 1;
    }
    counts.push(count);
  }
  return {
    characters: namesOf(CHARACTER)
      .map((name) => name.slice(1))
      .join(""),
    pairs: namesOf(PAIR)
      .map((name) => name.slice(1))
      .join(""),
    others: namesOf(OTHER).join("\n"),
    counts,
    items,
    sizes,
    step,
    bias: [...bias].map((one) => Number(one.toFixed(3))),
  };
}

const [CHARACTER, PAIR, OTHER] = [0, 1, 2];

function kindOf(feature: string): number {
  if (feature.length === 2 && feature.startsWith("1")) return CHARACTER;
  return feature.length === 3 && feature.startsWith("2") ? PAIR : OTHER;
}

export function packFault({ weights, bias }: FaultWeights): Pick<PackedModel, "fault" | "faultBias"> {
  const strongest = [...weights].toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a)).slice(0, MOST_FAULT_WEIGHTS);
  const lines = strongest.map(([feature, weight]) => `${feature}\t${Math.round(weight * 10)}`).toSorted();
  return { fault: lines.join("\n"), faultBias: Number(bias.toFixed(3)) };
}
