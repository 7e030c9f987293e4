// One model out of written texts and the reference tables: what `train` ships and what the held-out check builds thrice.
import { fileURLToPath } from "node:url";
import { type PackedModel, soundsOf } from "#domain/law/suggestion/model.ts";
import { buildTradeWords } from "#domain/law/suggestion/trade-words.ts";
import { readReference } from "#server/library/read-reference.ts";
import { composeTexts, NO_COMPOSED } from "./compose-texts.ts";
import { mishear } from "./mishear.ts";
import { packFault, packItems } from "./pack-model.ts";
import { readTradeTables, syllableTable } from "./trade-tables.ts";
import { trainFault } from "./train-fault.ts";
import { trainItems } from "./train-items.ts";
import { catalogueTexts, type TrainingText } from "./training-texts.ts";

const REFERENCE = fileURLToPath(new URL("../reference", import.meta.url));

/** `words: false` leaves the words of the trade out, `composed: false` the texts put together from the lexicon: to see their worth. */
export function buildModelFile(
  texts: readonly TrainingText[],
  use: { readonly words?: boolean; readonly composed?: boolean } = {},
): PackedModel {
  const { items } = readReference(REFERENCE);
  const codes = items.map((item) => item.code);
  const read = readTradeTables(REFERENCE);
  const tables = use.words !== false ? read : { ...read, concepts: [] };
  const words = buildTradeWords(tables.concepts);
  const hazards = texts.filter((text) => text.codes.length > 0);
  const heard = [...texts.map((text) => text.text), ...tables.concepts.flatMap((concept) => concept.words)];
  const syllables = syllableTable(heard);
  const learned = trainItems(
    words,
    soundsOf(syllables),
    [...catalogueTexts(items), ...hazards],
    codes,
    mishear(hazards, syllables),
  );
  const fault = trainFault(
    words,
    read.concepts,
    [...catalogueTexts(items).filter((one) => one.weight === 1), ...texts],
    use.composed === false ? NO_COMPOSED : composeTexts(),
  );
  return { codes, ...packItems(learned), ...packFault(fault), syllables, ...tables };
}
