// `npm run eval:suggest -- FILE [--provider MODULE] [--division CODE] [--misses]`: one JSON line of figures.
// A provider module's default export answers a question as our own ranker does, so that a customer's model is scored alike.
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { PACKED_MODEL } from "#domain/law/suggestion/model.generated.ts";
import { openModel } from "#domain/law/suggestion/model.ts";
import { type SuggestionProvider, suggest } from "#domain/law/suggestion/suggest.ts";
import { type Answered, answerCases, countUnacceptable, figuresOf, hasAllCodes, isFound, refsOf } from "./measure.ts";
import { referenceLibrary } from "./reference-library.ts";
import { readCases } from "./suggest-cases.ts";

const XIAOSHAN = "330109";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    provider: { type: "string" },
    division: { type: "string", default: XIAOSHAN },
    misses: { type: "boolean", default: false },
  },
});
const [file] = positionals;
if (!file) {
  console.error("Usage: npm run eval:suggest -- FILE [--provider MODULE] [--division CODE] [--misses]");
  process.exit(2);
}
const provider = values.provider ? await loadProvider(values.provider) : ownProvider();
const { answered, msPerQuery } = await answerCases(provider, readCases(file), values.division);
if (values.misses) for (const one of answered) explainMiss(one);
console.log(JSON.stringify(figuresOf(answered, msPerQuery)));

function ownProvider(): SuggestionProvider {
  const ground = { model: openModel(PACKED_MODEL), library: referenceLibrary() };
  return (question) => suggest(ground, question);
}

async function loadProvider(path: string): Promise<SuggestionProvider> {
  const module: { default?: unknown } = await import(pathToFileURL(path).href);
  if (typeof module.default !== "function") throw new Error(`${path}: 没有默认导出的函数`);
  return module.default as SuggestionProvider;
}

function explainMiss(case_: Answered): void {
  const { one, answer } = case_;
  const refs = refsOf(answer, 3);
  const faults = [
    one.expected_codes.length === 1 && !isFound(case_, 1) ? "first" : "",
    one.kind === "multi" && !hasAllCodes(case_) ? "multi" : "",
    one.kind === "none" && answer.length > 0 ? "none" : "",
    one.acceptable_refs.length > 0 && !refs.some((ref) => one.acceptable_refs.includes(ref)) ? "refs" : "",
    countUnacceptable(one, answer) > 0 ? "unacceptable" : "",
  ].filter((fault) => fault !== "");
  if (faults.length === 0) return;
  const offered = answer.map(({ code, score }) => `${code} ${score.toFixed(2)}`).join(", ");
  console.error(`${one.id} ${faults.join(" ")}: ${one.text} | ${one.expected_codes.join("+")} | ${offered}`);
}
