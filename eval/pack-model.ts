// Packs trained weights small enough for a phone: sizes in steps, items as single characters.
import { FIRST_ITEM, type PackedModel, ZERO_SIZE } from "#domain/law/suggestion/model.ts";
import type { FaultWeights } from "./train-fault.ts";
import type { ItemWeights } from "./train-items.ts";

const MOST_FAULT_WEIGHTS = 7000;
const STEPS = 20;
const NEGLIGIBLE_STEPS = 1;
/** Pairs of sounds say much the same as the pairs of characters: only the stronger weights travel. */
const NEGLIGIBLE_SOUND_STEPS = 3;

type PackedWeights = Pick<
  PackedModel,
  "characters" | "pairs" | "sounds" | "others" | "counts" | "items" | "sizes" | "step" | "bias"
>;

/** A pair of characters stays named even without weights: its name says that the pair exists. A pair of sounds does not. */
export function packItems({ features, starts, items: met, weights, width }: ItemWeights): PackedWeights {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = Number((largest / STEPS).toPrecision(4));
  const kinds = features.map(kindOf);
  const sizeAt = (place: number) => Math.round((weights[place] ?? 0) / step);
  const placesOf = (index: number) => {
    const least = kinds[index] === SOUND ? NEGLIGIBLE_SOUND_STEPS : NEGLIGIBLE_STEPS;
    const places = Array.from(
      { length: at(starts, index + 1) - at(starts, index) },
      (_, one) => at(starts, index) + one,
    );
    return places.filter((place) => Math.abs(sizeAt(place)) > least);
  };
  const order = [...features.keys()]
    .filter((index) => kinds[index] !== SOUND || placesOf(index).length > 0)
    .toSorted((a, b) => (kinds[a] ?? 0) - (kinds[b] ?? 0) || a - b);
  const namesOf = (kind: number) => order.flatMap((index) => (kinds[index] === kind ? [features[index] ?? ""] : []));
  const counts: number[] = [];
  let items = "";
  let sizes = "";
  for (const index of order) {
    const places = placesOf(index);
    for (const place of places) {
      items += String.fromCharCode(FIRST_ITEM + (met[place] ?? 0));
      sizes += String.fromCharCode(ZERO_SIZE + sizeAt(place));
    }
    counts.push(places.length);
  }
  return {
    characters: namesOf(CHARACTER)
      .map((name) => name.slice(1))
      .join(""),
    pairs: namesOf(PAIR)
      .map((name) => name.slice(1))
      .join(""),
    sounds: namesOf(SOUND)
      .map((name) => name.slice(1))
      .join(""),
    others: namesOf(OTHER).join("\n"),
    counts,
    items,
    sizes,
    step,
    bias: Array.from({ length: width }, () => 0),
  };
}

const [CHARACTER, PAIR, SOUND, OTHER] = [0, 1, 2, 3];

function at(list: Uint32Array, index: number): number {
  return list[index] ?? 0;
}

function kindOf(feature: string): number {
  if (feature.length === 2 && feature.startsWith("1")) return CHARACTER;
  if (feature.startsWith("s")) return SOUND;
  return feature.length === 3 && feature.startsWith("2") ? PAIR : OTHER;
}

export function packFault({ weights, bias }: FaultWeights): Pick<PackedModel, "fault" | "faultBias"> {
  const strongest = [...weights].toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a)).slice(0, MOST_FAULT_WEIGHTS);
  const lines = strongest.map(([feature, weight]) => `${feature}\t${Math.round(weight * 10)}`).toSorted();
  return { fault: lines.join("\n"), faultBias: Number(bias.toFixed(3)) };
}
