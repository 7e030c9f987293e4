// The editor's answers over the proposal: where each article of the earlier version went.
import type { ComparedPair } from "#api/law-library.ts";

/** By article of the earlier version; null says it was dropped. What is not answered stays as proposed. */
export type Answers = Readonly<Record<string, string | null>>;

export function movesOf({ rows }: ComparedPair, answers: Answers) {
  return rows.map(({ from, to }) => ({ from, to: answerOf(answers, from, to) }));
}

export function answerOf(answers: Answers, from: string, proposed: string | null): string | null {
  const answer = answers[from];
  return answer === undefined ? proposed : answer;
}

/** Articles of the later version that two of the earlier one are said to have become. */
export function takenTwice(pair: ComparedPair, answers: Answers): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { to } of movesOf(pair, answers)) {
    if (to !== null && seen.has(to)) twice.add(to);
    if (to !== null) seen.add(to);
  }
  return twice;
}
