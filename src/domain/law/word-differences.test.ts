import fc from "fast-check";
import { expect, it } from "vitest";
import { type Stretch, wordDifferences } from "./word-differences.ts";

const textOf = (stretches: readonly Stretch[]) => stretches.map(({ text }) => text).join("");
const common = (stretches: readonly Stretch[]) => textOf(stretches.filter(({ differs }) => !differs));

it("shows what was put in and what was taken out", () => {
  const { before, after } = wordDifferences("处一万元以下罚款。", "责令改正，处五万元以下罚款。");
  expect(before).toEqual([
    { text: "处", differs: false },
    { text: "一", differs: true },
    { text: "万元以下罚款。", differs: false },
  ]);
  expect(after).toEqual([
    { text: "责令改正，", differs: true },
    { text: "处", differs: false },
    { text: "五", differs: true },
    { text: "万元以下罚款。", differs: false },
  ]);
});

it("loses no character, and what is common is the same on both sides", () => {
  const text = fc.string({ unit: fc.constantFrom(..."安全生产单位应当，。"), maxLength: 30 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { before, after } = wordDifferences(one, other);
      expect([textOf(before), textOf(after)]).toEqual([one, other]);
      expect(common(before)).toBe(common(after));
      if (one === other) expect([...before, ...after].some(({ differs }) => differs)).toBe(false);
    }),
  );
});

it("shows texts too long to compare whole", () => {
  const long = "甲".repeat(3001);
  expect(wordDifferences(long, "乙").before).toEqual([{ text: long, differs: true }]);
});
