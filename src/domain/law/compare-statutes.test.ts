import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ComparedArticle, proposeMoves } from "./compare-statutes.ts";
import { readStatute } from "./statute/read-statute.ts";
import { SAMPLE_2019, SAMPLE_2024 } from "./statute/sample-statutes.ts";

function articlesOf(text: string): readonly ComparedArticle[] {
  const statute = readStatute(text);
  if (!statute.ok) throw new Error(statute.problem.code);
  return statute.value.articles.map(({ article, lines }) => ({ article, words: lines.join("\n") }));
}

describe("two versions of a law", () => {
  it("are compared article by article, moved numbers with them", () => {
    const moves = proposeMoves(articlesOf(SAMPLE_2019), articlesOf(SAMPLE_2024));
    expect(moves.map(({ from, to, change }) => [from, to, change])).toEqual([
      ["1", "1", "same"],
      ["2", "2", "same"],
      ["3", "4", "changed"],
      ["4", "5", "same"],
      ["5", "6", "changed"],
      ["6", "7", "changed"],
    ]);
  });

  it("say what was dropped, and take nothing for its successor only because of the number", () => {
    const before = [{ article: "1", words: "企业应当建立台账并保存三年。" }];
    const after = [{ article: "1", words: "国家鼓励科学技术研究和推广。" }];
    expect(proposeMoves(before, after)).toEqual([{ from: "1", to: null, change: "dropped", likeness: 0 }]);
  });

  it("give every article one answer and no article twice, and find every one whose words stayed", () => {
    const words = fc.string({ unit: fc.constantFrom(..."安全生产单位应当检查记录设备"), minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.uniqueArray(words, { minLength: 1, maxLength: 12 }),
        fc.uniqueArray(words, { maxLength: 12 }),
        (old, fresh) => {
          const before = old.map((text, index) => ({ article: String(index + 1), words: text }));
          const after = fresh.map((text, index) => ({ article: String(index + 1), words: text }));
          const moves = proposeMoves(before, after);
          const places = moves.flatMap(({ to }) => to ?? []);
          expect(moves.map(({ from }) => from)).toEqual(before.map(({ article }) => article));
          expect(new Set(places).size).toBe(places.length);
          for (const one of before) {
            const same = after.find((other) => other.words === one.words);
            if (same)
              expect(moves.find(({ from }) => from === one.article)).toMatchObject({
                to: same.article,
                change: "same",
              });
          }
        },
      ),
    );
  });
});
