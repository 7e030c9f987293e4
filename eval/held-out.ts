// `npm run eval:held-out [-- STYLE …]`: leaves the texts of one author's style out of the training, asks for them, and
// prints one JSON line a style: what the ranker does with text nobody showed it.
import { openModel } from "#domain/law/suggestion/model.ts";
import { suggest } from "#domain/law/suggestion/suggest.ts";
import { buildModelFile } from "./build-model.ts";
import { answerCases, figuresOf, hasAllCodes, isFound } from "./measure.ts";
import { referenceLibrary } from "./reference-library.ts";
import { readWrittenTexts, toCase } from "./training-texts.ts";

const XIAOSHAN = "330109";

const texts = readWrittenTexts();
const styles = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const showsMisses = process.argv.includes("--misses");
const library = referenceLibrary();
for (const style of styles.length > 0 ? styles : [...new Set(texts.map((text) => text.style))]) {
  const model = openModel(buildModelFile(texts.filter((text) => text.style !== style)));
  const cases = texts.filter((text) => text.style === style).map(toCase);
  const { answered, msPerQuery } = await answerCases(
    (question) => suggest({ model, library }, question),
    cases,
    XIAOSHAN,
  );
  if (showsMisses) {
    for (const case_ of answered) {
      const { one, answer } = case_;
      const good =
        one.kind === "none" ? answer.length === 0 : one.kind === "multi" ? hasAllCodes(case_) : isFound(case_, 3);
      if (!good) console.error(one.text, one.expected_codes.join("+"), answer.map(({ code }) => code).join(" "));
    }
  }
  const { cases: count, recall, multi, none } = figuresOf(answered, msPerQuery);
  const silent = answered.filter(({ one, answer }) => one.kind === "single" && answer.length === 0).length;
  console.log(JSON.stringify({ style, cases: count, recall, multi, none, wronglySilent: silent, msPerQuery }));
}
