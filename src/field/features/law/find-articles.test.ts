import { expect, test } from "vitest";
import { buildLibrary } from "#domain/law/library.ts";
import { sampleArticle, sampleVersion } from "#domain/law/sample-library.ts";
import { articleEntries, findArticles } from "./find-articles.ts";

const library = buildLibrary({
  ...{ version: 1, items: [], citations: [] },
  instruments: [
    { id: "fire", title: "消防法", kind: "law", divisionCode: "000000" },
    { id: "old", title: "旧办法", kind: "rule", divisionCode: "000000" },
  ],
  versions: [
    sampleVersion("fire", { effectiveFrom: "2009-05-01", effectiveTo: "2026-05-31", replacedBy: "新" }),
    sampleVersion("fire", { version: 2, effectiveFrom: "2026-06-01" }),
    sampleVersion("old", { effectiveTo: "2020-01-01" }),
  ],
  articles: [
    sampleArticle("fire", "28", { summary: "不得占用疏散通道" }),
    sampleArticle("fire", "28", { version: 2, summary: "不得占用、堵塞疏散通道" }),
    sampleArticle("fire", "60", { topic: "罚则", keywords: "罚款" }),
    sampleArticle("old", "3", { summary: "疏散通道保持畅通" }),
  ],
});
const find = (query: string, day: string) =>
  findArticles(articleEntries(library, day), query, 10).map(({ title, article, summary }) => [title, article, summary]);

test("an article stands once, with the words of the day", () => {
  expect(find("疏散 消防法", "2026-05-01")).toEqual([["消防法", "28", "不得占用疏散通道"]]);
  expect(find("疏散 消防法", "2026-07-01")).toEqual([["消防法", "28", "不得占用、堵塞疏散通道"]]);
});

test("what is in force comes before what is not", () => {
  expect(find("疏散通道", "2026-07-01").map(([title]) => title)).toEqual(["消防法", "旧办法"]);
});

test("by number as it is spoken, by keyword, and not by half of the words", () => {
  expect(find("消防法 第28条", "2026-07-01")).toHaveLength(1);
  expect(find("罚款", "2026-05-01").map(([, article]) => article)).toEqual(["60"]);
  expect(find("疏散 罚款", "2026-05-01")).toEqual([]);
  expect(find(" ", "2026-05-01")).toEqual([]);
});
