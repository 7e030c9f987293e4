// The clauses of a notice as it is pasted: 第三条, 三、, 3. or 3 begins a clause, what follows belongs to it. A number that
// is missing, twice or out of order is refused: it is never half a document that is kept.
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { NUMBER_CHARACTERS, readNumber } from "../statute/chinese-number.ts";
import type { OwnClause } from "./own-instrument.ts";

const N = `[${NUMBER_CHARACTERS}]+`;
const ARTICLE = new RegExp(`^第(${N})条[\\s　、:：]*(.*)$`, "s");
const LISTED = new RegExp(`^(${N})[、.．\\s　]+(.*)$`, "s");
const PENALTY = /处.{0,40}罚款|吊销.{0,12}(?:执照|许可证)/;

/** Every clause in order, from the first number on. What stands before it is the preamble and is left out. */
export function readClauses(text: string): Result<readonly OwnClause[]> {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  // A document that counts by 第…条 may list 一、 inside an article.
  const begins = lines.some((line) => ARTICLE.test(line)) ? ARTICLE : LISTED;
  const clauses: { readonly number: number; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const [, count = "", rest = ""] = begins.exec(line) ?? [];
    const number = readNumber(count);
    if (number === undefined) clauses.at(-1)?.lines.push(line);
    else clauses.push({ number, lines: rest.trim() === "" ? [] : [rest.trim()] });
  }
  const fault = faultOf(clauses);
  if (fault) return fault;
  return ok(
    clauses.map(({ number, lines: own }) => {
      const words = own.join("\n");
      return { article: String(number), nature: PENALTY.test(words) ? "penalty" : "duty", words };
    }),
  );
}

function faultOf(clauses: readonly { readonly number: number; readonly lines: readonly string[] }[]) {
  if (clauses.length === 0) return refuse("ownInstrument.no_clauses");
  for (const [index, { number, lines }] of clauses.entries()) {
    const before = clauses[index - 1]?.number ?? 0;
    if (number === before) return refuse("ownInstrument.clause_twice", { number });
    if (number !== before + 1) return refuse("ownInstrument.clause_missing", { number: before + 1, found: number });
    if (lines.length === 0) return refuse("ownInstrument.clause_empty", { number });
  }
  return undefined;
}

/** As the form shows them again. */
export function writeClauses(clauses: readonly Pick<OwnClause, "article" | "words">[]): string {
  return clauses.map(({ article, words }) => `第${article}条 ${words}`).join("\n");
}
