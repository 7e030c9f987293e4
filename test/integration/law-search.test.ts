// Search of law and catalogue: by number as people say it, by words of two characters, by initials, in force or all; and the
// index is used although the tables have row security.

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LawSearchAnswer } from "#api/law-search.ts";
import { platformTenantId } from "#domain/access/roles.ts";
import { mustIssue } from "#server/commands/issue.ts";
import { importArgs } from "#server/imports/import-laws.ts";
import { readLawBytes } from "#server/imports/law-files.ts";
import { AMENDED_LAW, LAW_OF_2021, revisedLaw, wordsOfArticle } from "./setup/amended-law.ts";
import type { Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let officer: Person;

async function importText(name: string, text: string) {
  const file = await readLawBytes(name, new TextEncoder().encode(text), []);
  if (!file.ok) throw new Error(`${name} cannot be read`);
  const { writePath } = subdistrict.office.instance.services;
  await mustIssue(writePath, "test", platformTenantId, "law.import", importArgs(file.value, "演示"));
}

const sample = (title: string, passed: string, words: string) =>
  `# ${title}\n\n${passed} 全国人民代表大会常务委员会通过\n\n第一条 ${words}\n\n第二条 本法自${passed}起施行。\n`;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  officer = subdistrict.officer;
  await inspect(subdistrict, subdistrict.first, 2);
  await importText("安全生产法(2021-06-10).md", LAW_OF_2021);
  await importText("安全生产法(2026-04-10).md", revisedLaw("2026年4月10日", "2027年5月1日"));
  await importText(
    "示例梯台法.md",
    sample("中华人民共和国示例梯台法", "2020年3月1日", "登高要系好ＧＢ６０９５安全带，梯子脚要垫稳。"),
  );
});
afterAll(() => subdistrict.close());

async function search(q: string, force = "inForce", person = officer): Promise<LawSearchAnswer> {
  const { status, json, text } = await person.get(`/api/v1/law/search?q=${encodeURIComponent(q)}&force=${force}`);
  expect([status, text.slice(0, 300)]).toEqual([200, expect.any(String)]);
  return json;
}

const places = ({ articles }: LawSearchAnswer) =>
  articles.map(({ instrumentId, article }) => `${instrumentId}#${article}`);

test.each([
  ["安法三十三条", "安全生产法#33"],
  ["安全生产法第33条", "安全生产法#33"],
  ["《安全生产法》第三十三条第一款", "安全生产法#33"],
  ["安法３３条", "安全生产法#33"],
  // Of these laws only summaries are in the library.
  ["消防法第28条", "消防法#28"],
  ["消法28条", "消防法#28"],
  ["特设法三十三条", "特种设备安全法#33"],
])("%s finds %s and nothing else", async (typed, place) => {
  expect(places(await search(typed))).toEqual([place]);
});

test("an article is answered by its own words where they are here, else by its summary", async () => {
  const [words] = (await search("安法三十三条")).articles;
  expect(words).toMatchObject({
    isSummary: false,
    force: "inForce",
    excerpt: expect.stringContaining(wordsOfArticle(33).slice(0, 12)),
  });
  expect((await search("消防法第28条")).articles[0]).toMatchObject({ isSummary: true, force: "inForce" });
});

test.each([
  ["梯子", "示例梯台法#1"],
  ["垫稳 安全带", "示例梯台法#1"],
  ["gb6095", "示例梯台法#1"],
  ["示例梯台法 登高", "示例梯台法#1"],
])("words: %s", async (typed, place) => {
  expect(places(await search(typed))).toEqual([place]);
});

test("pairs that lie apart are no word", async () => {
  expect(places(await search("梯子安全"))).toEqual([]);
  expect(places(await search("没有这个词"))).toEqual([]);
});

test.each([
  ["aqscf", "安全生产法"],
  ["xff", "消防法"],
  ["slttf", "示例梯台法"],
  ["特设法", "特种设备安全法"],
  ["消防法", "消防法"],
])("the name %s leads with %s", async (typed, id) => {
  expect((await search(typed)).instruments[0]?.id).toBe(id);
});

test("a version that waits or is not yet in force is not answered as in force", async () => {
  expect((await search("安法三十三条", "all")).articles.map(({ version }) => version)).toEqual([1]);
  expect((await search("安全生产法")).instruments[0]).toMatchObject({ version: 1, force: "inForce" });
});

test("catalogue items by words, initials and code", async () => {
  const names = async (q: string) => (await search(q)).items.map(({ code }) => code);
  expect((await names("安全出口"))[0]).toMatch(/^XC-05/);
  expect(await names("XC-05-05")).toEqual(["XC-05-05"]);
  expect((await names("aqck")).length).toBeGreaterThan(0);
});

test.each(["", " ", "%", "'; drop table articles;--", "第条", "一", "🦺", "x".repeat(80)])(
  "%j breaks nothing",
  async (typed) => {
    expect((await search(typed, "all")).articles).toEqual([]);
  },
);

test("the reading page has the words, the versions and what cites each article", async () => {
  const { json } = await officer.get(`/api/v1/law/reading/${encodeURIComponent(AMENDED_LAW)}`);
  expect(json).toMatchObject({ version: 1, versions: [{ version: 1, force: "inForce", articleCount: 119 }] });
  expect(json.articles).toHaveLength(119);
  const cites = new Map<string, { items: unknown[]; openHazards: number }>(
    json.cites.map((one: { article: string }) => [one.article, one]),
  );
  expect(cites.get("36")?.items.length).toBeGreaterThan(0);
  expect(Math.max(...[...cites.values()].map((one) => one.openHazards))).toBeGreaterThan(0);
  expect((await officer.get("/api/v1/law/reading/没有的法")).status).toBe(404);
});

test("what cites an article counts only hazards the reader may see", async () => {
  const { json } = await subdistrict.second.expert.get(`/api/v1/law/reading/${encodeURIComponent(AMENDED_LAW)}`);
  expect(json.cites.every((one: { openHazards: number }) => one.openHazards === 0)).toBe(true);
});

test("the application's role finds words by the index", async () => {
  const client = new pg.Client({ connectionString: subdistrict.office.appUrl });
  await client.connect();
  try {
    await client.query("set enable_seqscan = off");
    const { rows } = await client.query(
      "explain select article from article_texts t where search_pairs(t.words) @> array['梯子']",
    );
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("article_texts_pairs");
  } finally {
    await client.end();
  }
});
