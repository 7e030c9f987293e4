// `npm run train:decision`: prints the weights that stand in `decide.ts`, one JSON line.
// Learns how much each piece of evidence decides whether a text speaks of a fault. Fault model and ranker know the texts they
// learned from too well, so the evidence is taken from models that never saw the author: one for each group of styles.
import { evidenceOf } from "#domain/law/suggestion/decide.ts";
import { markPauses, normalize } from "#domain/law/suggestion/features.ts";
import { openModel, type PackedModel } from "#domain/law/suggestion/model.ts";
import { splitParts } from "#domain/law/suggestion/parts.ts";
import { buildModelFile } from "./build-model.ts";
import { readWrittenTexts, type TrainingText } from "./training-texts.ts";

/** Left out together; the other styles are always learned from. */
const GROUPS: readonly (readonly string[])[] = [
  ["dialect", "in-order"],
  ["community", "owner", "brief", "graduate"],
  ["fitter", "veteran", "electrician", "auditor", "engineer"],
  ["seen", "cleared", "told", "visited"],
];
const ROUNDS = 20_000;
const STEP = 0.08;
const DECAY = 0.0005;

interface Row {
  readonly evidence: readonly number[];
  readonly fault: number;
}

/** The weights of the evidence, in its order. */
function trainDecision(texts: readonly TrainingText[]): readonly number[] {
  const rows = GROUPS.flatMap((group) => {
    const asked = texts.filter((text) => group.includes(text.style));
    return asked.length > 0 ? rowsOf(buildModelFile(texts.filter((text) => !group.includes(text.style))), asked) : [];
  });
  const weights = new Array<number>(rows[0]?.evidence.length ?? 0).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slopes = slopesOf(rows, weights);
    for (const [index, slope] of slopes.entries()) {
      const weight = weights[index] ?? 0;
      weights[index] = weight - STEP * (slope + DECAY * weight);
    }
  }
  return weights.map((weight) => Number(weight.toFixed(2)));
}

/** A text with faults is asked as a whole, one without in its parts, none of which may speak of a fault. */
function rowsOf(packed: PackedModel, texts: readonly TrainingText[]): readonly Row[] {
  const model = openModel(packed);
  return texts.flatMap(({ text, codes }) => {
    const written = normalize(markPauses(text));
    if (codes.length > 0) return [{ evidence: evidenceOf(model, written), fault: 1 }];
    return splitParts(written).map((part) => ({ evidence: evidenceOf(model, part), fault: 0 }));
  });
}

function slopesOf(rows: readonly Row[], weights: readonly number[]): readonly number[] {
  const slopes = weights.map(() => 0);
  for (const { evidence, fault } of rows) {
    const sum = evidence.reduce((total, one, index) => total + one * (weights[index] ?? 0), 0);
    const error = (1 / (1 + Math.exp(-sum)) - fault) / rows.length;
    for (const [index, one] of evidence.entries()) slopes[index] = (slopes[index] ?? 0) + error * one;
  }
  return slopes;
}

console.log(JSON.stringify(trainDecision(readWrittenTexts())));
