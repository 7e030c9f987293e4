// Answers every case as of its day and counts, as the published figures are defined.
import { formatReference } from "#domain/law/reference.ts";
import type { Suggestion, SuggestionProvider } from "#domain/law/suggestion/suggest.ts";
import type { SuggestCase } from "./suggest-cases.ts";

const DEEPEST = 5;
const CLAUSE_DEPTH = 3;

/** The figures. A share of no cases is null. */
export interface SuggestFigures {
  readonly cases: number;
  readonly recall: { readonly "1": number | null; readonly "3": number | null; readonly "5": number | null };
  readonly multi: number | null;
  readonly none: number | null;
  readonly refs: number | null;
  readonly unacceptable: number;
  readonly msPerQuery: number;
}

export interface Answered {
  readonly one: SuggestCase;
  readonly answer: readonly Suggestion[];
}

/** One answer a case, and the milliseconds a query took on the average once warm. */
export async function answerCases(
  provider: SuggestionProvider,
  cases: readonly SuggestCase[],
  division: string,
): Promise<{ readonly answered: readonly Answered[]; readonly msPerQuery: number }> {
  const ask = (one: SuggestCase) => provider({ text: one.text, day: one.inspected_on, division, limit: DEEPEST });
  for (const one of cases) await ask(one);
  const started = performance.now();
  const answered: Answered[] = [];
  for (const one of cases) answered.push({ one, answer: await ask(one) });
  return { answered, msPerQuery: (performance.now() - started) / Math.max(1, cases.length) };
}

export function figuresOf(answered: readonly Answered[], msPerQuery: number): SuggestFigures {
  const single = answered.filter(({ one }) => one.expected_codes.length === 1);
  const named = answered.filter(({ one }) => one.acceptable_refs.length > 0);
  return {
    cases: answered.length,
    recall: { "1": recallAt(single, 1), "3": recallAt(single, 3), "5": recallAt(single, 5) },
    multi: share(ofKind(answered, "multi"), hasAllCodes),
    none: share(ofKind(answered, "none"), ({ answer }) => answer.length === 0),
    refs: share(named, ({ one, answer }) =>
      refsOf(answer, CLAUSE_DEPTH).some((ref) => one.acceptable_refs.includes(ref)),
    ),
    unacceptable: answered.reduce((sum, { one, answer }) => sum + countUnacceptable(one, answer), 0),
    msPerQuery: Number(msPerQuery.toFixed(2)),
  };
}

/** Whether one of the first `depth` items is expected or also right. */
export function isFound({ one, answer }: Answered, depth: number): boolean {
  const right = [...one.expected_codes, ...one.also_ok_codes];
  return answer.slice(0, depth).some(({ code }) => right.includes(code));
}

function recallAt(answered: readonly Answered[], depth: number): number | null {
  return share(answered, (one) => isFound(one, depth));
}

export function hasAllCodes({ one, answer }: Answered): boolean {
  const codes = new Set(answer.map(({ code }) => code));
  return one.expected_codes.every((code) => codes.has(code));
}

function ofKind(answered: readonly Answered[], kind: string): readonly Answered[] {
  return answered.filter(({ one }) => one.kind === kind);
}

export function countUnacceptable(one: SuggestCase, answer: readonly Suggestion[]): number {
  const offered = new Set(refsOf(answer, DEEPEST));
  return one.unacceptable_refs.filter((ref) => offered.has(ref)).length;
}

export function refsOf(answer: readonly Suggestion[], depth: number): readonly string[] {
  return answer.slice(0, depth).flatMap(({ clauses }) => clauses.map(formatReference));
}

function share<T>(list: readonly T[], holds: (one: T) => boolean): number | null {
  return list.length === 0 ? null : Number((list.filter(holds).length / list.length).toFixed(4));
}
