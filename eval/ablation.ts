// `npm run eval:ablation -- FILE STYLE`: what each part of the method is worth. For every part left out, one JSON line: the
// figures on FILE, and recall on the texts of STYLE, which no variant has learned from.
import { openModel, type PackedModel } from "#domain/law/suggestion/model.ts";
import { suggest } from "#domain/law/suggestion/suggest.ts";
import { buildModelFile } from "./build-model.ts";
import { answerCases, figuresOf } from "./measure.ts";
import { referenceLibrary } from "./reference-library.ts";
import { readCases } from "./suggest-cases.ts";
import { readWrittenTexts, toCase } from "./training-texts.ts";

const XIAOSHAN = "330109";

const [file = "eval/suggest-dev.jsonl", style = "on-site"] = process.argv.slice(2);
const texts = readWrittenTexts();
const others = texts.filter((text) => text.style !== style);
const full = buildModelFile(others);
const variants: readonly (readonly [name: string, model: PackedModel])[] = [
  ["everything", full],
  ["no words of the trade", buildModelFile(others, { words: false })],
  ["no composed texts", buildModelFile(others, { composed: false })],
  ["no hearing", full],
  ["no conditions of clauses, no telling apart", { ...full, conditions: [], confusables: [], ordinaryClauses: {} }],
  [
    "catalogue's own words only",
    { ...buildModelFile([], { composed: false }), fault: full.fault, faultBias: full.faultBias },
  ],
];
const library = referenceLibrary();
for (const [without, packed] of variants) {
  const opened = openModel(packed);
  const model = without === "no hearing" ? { ...opened, ear: { ...opened.ear, longest: 0 } } : opened;
  const measure = async (cases: Parameters<typeof answerCases>[1]) => {
    const { answered, msPerQuery } = await answerCases(
      (question) => suggest({ model, library }, question),
      cases,
      XIAOSHAN,
    );
    return figuresOf(answered, msPerQuery);
  };
  const heldOut = await measure(texts.filter((text) => text.style === style).map(toCase));
  console.log(JSON.stringify({ without, file: await measure(readCases(file)), heldOut: heldOut.recall }));
}
