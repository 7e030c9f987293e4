// A customer's own model in the place of our ranker. It names items; the clauses, and what may not be offered, are
// worked out here from the library of the day, so that no model can bring in a clause that is not in force.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { SuggestGround, Suggestion, SuggestionProvider, SuggestQuestion } from "#domain/law/suggestion/suggest.ts";
import { supportedClauses } from "#domain/law/suggestion/support.ts";

const OFFERED = 3;

const answerSchema = z.array(
  z.object({
    code: z.string().min(1),
    score: z.number(),
    because: z.array(z.string()).default([]),
    part: z.string().optional(),
  }),
);

/** Loads a module whose default export answers a question; throws a sentence that names the file when it does not. */
export async function loadSuggestionProvider(path: string): Promise<SuggestionProvider> {
  const module: { default?: unknown } = await import(pathToFileURL(resolve(path)).href);
  if (typeof module.default !== "function") {
    throw new Error(`BIHUAN_SUGGESTIONS: ${path} has no function as its default export.`);
  }
  return module.default as SuggestionProvider;
}

/** The provider's items that the catalogue knows, each once, best first as it gave them. Throws when the answer is no list. */
export async function askProvider(
  provider: SuggestionProvider,
  { model, library }: SuggestGround,
  question: SuggestQuestion,
): Promise<readonly Suggestion[]> {
  const answered = answerSchema.parse(await provider(question));
  const first = new Map(answered.toReversed().map((one) => [one.code, one]));
  return answered
    .filter((one) => library.items.has(one.code) && first.get(one.code) === one)
    .slice(0, question.limit ?? OFFERED)
    .map(({ code, score, because, part }) => ({
      code,
      score,
      because,
      part: part ?? question.text,
      ...supportedClauses(model, library, code, question),
    }));
}
