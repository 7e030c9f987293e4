// `node scenario/check/main.ts EXPORT.jsonl`: recomputes every rule from nothing but an export; exits 1 when one fails.
import { readReferenceData } from "./reference-data.ts";
import { checkAll } from "./rules/all.ts";
import { readExport } from "./tables.ts";
import { printed } from "./verdict.ts";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("node scenario/check/main.ts EXPORT.jsonl");
  process.exitCode = 2;
} else {
  const verdicts = checkAll(await readExport(file), readReferenceData());
  for (const verdict of verdicts) console.log(printed(verdict));
  process.exitCode = verdicts.some(({ state }) => state === "fails") ? 1 : 0;
}
