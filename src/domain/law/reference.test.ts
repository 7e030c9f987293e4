import { describe, expect, it } from "vitest";
import { enclosingArticles, formatReference, parseReference } from "./reference.ts";

describe("a reference", () => {
  it.each([
    ["消防法#16第1款第(四)项", "消防法", "16第1款第(四)项"],
    ["安全生产法#42第2款", "安全生产法", "42第2款"],
    ["机械安全 生产设备安全卫生设计总则#5.6.6.1", "机械安全 生产设备安全卫生设计总则", "5.6.6.1"],
    ["消防应急照明和疏散指示系统技术标准#4.5.10(1)", "消防应急照明和疏散指示系统技术标准", "4.5.10(1)"],
    ["建筑物防雷设计规范#全文", "建筑物防雷设计规范", "全文"],
    ["消防法#16第1款第（四）项", "消防法", "16第1款第(四)项"],
  ])("%s is read", (text, instrumentId, article) => {
    expect(parseReference(text)).toEqual({ ok: true, value: { instrumentId, article } });
  });

  it.each(["消防法", "消防法#", "#16", "消防法#第十六条", "消防法#16#2", "消防法#16 罚款"])("%s is refused", (text) => {
    expect(parseReference(text)).toMatchObject({ ok: false, problem: { code: "law.reference_malformed" } });
  });

  it("is written as it was read", () => {
    expect(formatReference({ instrumentId: "消防法", article: "28" })).toBe("消防法#28");
  });

  it("knows the clauses around it, nearest first", () => {
    expect(enclosingArticles("16第1款第(二)项")).toEqual(["16第1款", "16"]);
    expect(enclosingArticles("4.5.10(1)")).toEqual(["4.5.10", "4.5", "4"]);
    expect(enclosingArticles("28")).toEqual([]);
    expect(enclosingArticles("全文")).toEqual([]);
  });
});
