import { describe, expect, it } from "vitest";
import { buildLibrary } from "./library.ts";
import { SAMPLE_ROWS, sampleArticle, sampleCitation, sampleLibrary } from "./sample-library.ts";

describe("building the library", () => {
  it("finds no fault in sound rows", () => {
    expect(sampleLibrary().findings).toEqual([]);
  });

  it("keeps the first of two rows with one key and lists the other", () => {
    const twice = {
      ...SAMPLE_ROWS,
      articles: [...SAMPLE_ROWS.articles, sampleArticle("总法", "4", { summary: "另一份" })],
    };
    const library = buildLibrary(twice);
    expect(library.findings).toEqual([expect.objectContaining({ kind: "duplicate", at: "总法#4 v1" })]);
    expect(library.instruments.get("总法")?.versions[0]?.articles.get("4")?.summary).toBe("总法4的摘要");
  });

  it("lists references that meet nothing, or only the article around them", () => {
    const library = sampleLibrary([
      ["没有的法#1", "direct"],
      ["总法#36第3款", "conditional"],
      ["总法#4", "fallback"],
    ]);
    expect(library.findings.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual([
      "unresolvedReference 没有的法#1",
      "enclosingOnly 总法#36第3款",
    ]);
  });

  it("lists an item without a fallback, and a penalty given as the basis", () => {
    const library = sampleLibrary([["总法#99", "direct"]]);
    expect(library.findings.map((finding) => finding.kind)).toEqual(["noFallback", "penaltyFirst"]);
  });

  it("lists rows whose parent is missing", () => {
    const citations = [...SAMPLE_ROWS.citations, sampleCitation("XC-99-99", 1, "总法#4", "fallback")];
    const articles = [...SAMPLE_ROWS.articles, sampleArticle("没有的法", "1")];
    const findings = buildLibrary({ ...SAMPLE_ROWS, articles, citations }).findings;
    expect(findings.map(({ kind, at }) => `${kind} ${at}`)).toEqual(["orphan 没有的法 v1", "orphan XC-99-99"]);
  });
});
