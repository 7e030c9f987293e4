// Two versions of a law article by article: what stayed, changed, moved, was dropped or is new. A proposal for the editor,
// who confirms it; only words decide, never numbers alone.

/** An article with its words, in the order of its version. */
export interface ComparedArticle {
  readonly article: string;
  readonly words: string;
}

/** same: word for word, perhaps under another number. changed: recognised, with other words. */
export type ArticleChange = "same" | "changed" | "dropped";

export interface ProposedMove {
  readonly from: string;
  readonly to: string | null;
  readonly change: ArticleChange;
  /** Share of neighbouring characters in common, 0 to 1. */
  readonly likeness: number;
}

const LEAST_LIKENESS = 0.5;
/** An article that keeps its number may have changed more and is still the same one. */
const LEAST_IN_PLACE = 0.3;

/** Where each article of `before` is in `after`. Every one has an answer; no article of `after` is given twice. */
export function proposeMoves(
  before: readonly ComparedArticle[],
  after: readonly ComparedArticle[],
): readonly ProposedMove[] {
  const taken = new Set<string>();
  const found = new Map<string, ProposedMove>();
  const take = (from: string, to: string, likeness: number) => {
    taken.add(to);
    found.set(from, { from, to, change: likeness === 1 ? "same" : "changed", likeness });
  };
  for (const [from, to] of sameWords(before, after)) take(from, to, 1);
  const grams = new Map([...before, ...after].map((one) => [one, gramsOf(one.words)] as const));
  const open = before.filter((one) => !found.has(one.article));
  const pairs = open.flatMap((one) =>
    after
      .filter((other) => !taken.has(other.article))
      .map((other) => ({ one, other, likeness: likenessOf(grams.get(one), grams.get(other)) }))
      .filter(({ other, likeness }) => likeness >= (other.article === one.article ? LEAST_IN_PLACE : LEAST_LIKENESS)),
  );
  for (const { one, other, likeness } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (!found.has(one.article) && !taken.has(other.article))
      take(one.article, other.article, Math.min(likeness, 0.999));
  }
  return before.map(({ article }) => found.get(article) ?? { from: article, to: null, change: "dropped", likeness: 0 });
}

/** Articles that are the same word for word; of several with the same words the same number, else the first. */
function sameWords(
  before: readonly ComparedArticle[],
  after: readonly ComparedArticle[],
): readonly (readonly [string, string])[] {
  const byWords = Map.groupBy(after, (one) => one.words);
  const taken = new Set<string>();
  return before.flatMap((one) => {
    const free = (byWords.get(one.words) ?? []).filter((other) => !taken.has(other.article));
    const chosen = free.find((other) => other.article === one.article) ?? free[0];
    if (!chosen) return [];
    taken.add(chosen.article);
    return [[one.article, chosen.article] as const];
  });
}

function gramsOf(words: string): ReadonlySet<string> {
  const characters = [...words.replace(/[\s，。；：、（）()]/g, "")];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

/** Dice's coefficient over pairs of neighbouring characters. */
function likenessOf(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): number {
  if (!a || !b || a.size + b.size === 0) return 0;
  let common = 0;
  for (const gram of a) if (b.has(gram)) common += 1;
  return (2 * common) / (a.size + b.size);
}
