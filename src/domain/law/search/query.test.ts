import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeNumber } from "../statute/chinese-number.ts";
import { isShortFor, lookupPairs, pairsOf, readNumberQuery, splitQuery } from "./query.ts";

describe("a query by number", () => {
  it.each([
    ["安法三十三条", "安法", "33", null],
    ["消防法第28条", "消防法", "28", null],
    ["消防法 28", "消防法", "28", null],
    ["《消防法》第二十八条", "消防法", "28", null],
    ["安全生产法第３３条第二款", "安全生产法", "33", 2],
    ["刑法一百三十四条之一", "刑法", "134-1", null],
    ["安全生产法的第三十六条", "安全生产法", "36", null],
    ["第一百一十条", "", "110", null],
    ["消防法#16条第1款第（四）项", "消防法", "16", 1],
  ])("%s", (typed, law, article, paragraph) => {
    expect(readNumberQuery(typed)).toEqual({ law, article, paragraph });
  });

  it.each(["安全生产法", "灭火器 每月检查", "条例", "零条", "GB 50016-2014"])("%s asks for no article", (typed) => {
    expect(readNumberQuery(typed)).toBeUndefined();
  });

  it("reads every number as statutes write it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1260 }), (n) => {
        expect(readNumberQuery(`民法典第${writeNumber(n)}条`)).toMatchObject({ law: "民法典", article: String(n) });
      }),
    );
  });
});

it("words are folded, and every pair of a word is what the index holds", () => {
  expect(splitQuery("  疏散　通道，ＧＢ50016 疏散 ")).toEqual(["疏散", "通道", "gb50016"]);
  expect(pairsOf("疏散通道")).toEqual(["疏散", "散通", "通道"]);
  expect(pairsOf("门")).toEqual([]);
  expect(lookupPairs("疏散")).toEqual(["疏散"]);
  expect(lookupPairs("灭火器")).toEqual(["灭火", "火器"]);
  expect(lookupPairs("可燃气体报警装置")).toEqual(["可燃", "报警", "装置"]);
});

it("a short name keeps the order of its letters and its first one", () => {
  expect(isShortFor("特设法", "特种设备安全法")).toBe(true);
  expect(isShortFor("安法", "安全生产法")).toBe(true);
  expect(isShortFor("法安", "安全生产法")).toBe(false);
  expect(isShortFor("全产法", "安全生产法")).toBe(false);
  expect(isShortFor("安", "安全生产法")).toBe(false);
});
