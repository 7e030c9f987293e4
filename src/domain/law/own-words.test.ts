import { describe, expect, it } from "vitest";
import { forbiddenOrderWords } from "./own-words.ts";

describe("an agency's own words", () => {
  it.each([
    "责令停产整改",
    "现责 令改正",
    "建议：責令限期整改",
    "「安全生产法」第102条。责令消除",
    "“未闭合的引号责令停产",
  ])("may not say: %s", (text) => {
    expect(forbiddenOrderWords(text)).toHaveLength(1);
  });

  it.each([
    "建议立即整改",
    "依据：“责令消除事故隐患”（安全生产法第102条）",
    "「责令限期改正」由执法部门决定",
    "《责令限期整改指令书》由执法部门出具",
    "专人负责令牌发放",
    "职责令行禁止",
    "",
  ])("may say: %s", (text) => {
    expect(forbiddenOrderWords(text)).toEqual([]);
  });

  it("are pointed at where they stand in the text as given", () => {
    expect(forbiddenOrderWords("《指令书》，责令停用")).toEqual([{ word: "责令", index: 6 }]);
  });
});
