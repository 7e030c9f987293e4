// Statutes into the library: by the same write path and the platform's own journal; twice is once; time puts versions in order.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { platformTenantId } from "#domain/access/roles.ts";
import { SAMPLE_2019, SAMPLE_2024 } from "#domain/law/statute/sample-statutes.ts";
import { issue } from "#server/commands/issue.ts";
import { importLaws } from "#server/imports/import-laws.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import { openTestOffice, type TestOffice } from "./setup/people.ts";

let office: TestOffice;
let folder: string;

beforeAll(async () => {
  office = await openTestOffice();
  folder = await mkdtemp(join(tmpdir(), "bihuan-laws-"));
  await mkdir(join(folder, ".git"));
  await writeFile(join(folder, ".git", "config"), "not looked into");
  await writeFile(join(folder, "示例安全法(2019-03-01).md"), SAMPLE_2019);
  await writeFile(join(folder, "示例安全法(2024-04-20).md"), SAMPLE_2024);
  await writeFile(join(folder, "同一份另存.txt"), SAMPLE_2019.replaceAll(/^#+ |<!--.*-->/gm, ""));
  await writeFile(join(folder, "缺条.md"), SAMPLE_2019.replace("第四条 单位", "第五条 单位"));
  await writeFile(join(folder, "说明.pdf"), "%PDF-1.7");
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const run = () =>
  importLaws({
    path: folder,
    places: [],
    save: async (one) =>
      (await issue(office.instance.services.writePath, "test", platformTenantId, "law.import", one)).problem,
  });

async function events(): Promise<number> {
  const { database, dataDir } = office.instance.services;
  const verdict = await checkTenant(database, dataDir, platformTenantId, true);
  expect(verdict).toMatchObject({ chain: { holds: true }, differences: [] });
  return verdict.chain.holds ? verdict.chain.events : 0;
}

async function versions() {
  const { global } = office.instance.services.database;
  return global
    .selectFrom("instrumentVersions")
    .select(["version", "state", "passedOn", "effectiveFrom", "articleCount"])
    .where("instrumentId", "=", "示例安全法")
    .orderBy("version")
    .execute();
}

test("the reference library is there by commands, and the journal accounts for every row", async () => {
  expect(await events()).toBeGreaterThan(250);
});

test("a folder is taken file by file; what is not understood is named with its reason", async () => {
  const summary = await run();
  expect(summary).toMatchObject({ files: 5, instruments: 1, versions: 2, articles: 13 });
  expect(summary.refused.map(({ file, reason }) => [file.replace(/^.*\//, ""), reason])).toEqual([
    ["缺条.md", expect.stringContaining("前面缺第四条")],
    ["说明.pdf", expect.stringContaining("PDF文件")],
  ]);
  // The newest is released; the other waits for the editor, placed by its dates and not by its number.
  expect(await versions()).toEqual([
    { version: 1, state: "released", passedOn: "2024-04-20", effectiveFrom: "2024-09-01", articleCount: 7 },
    { version: 2, state: "pending", passedOn: "2019-03-01", effectiveFrom: "2019-06-01", articleCount: 6 },
  ]);
  const texts = await office.instance.services.database.global
    .selectFrom("articleTexts")
    .select(["article", "headings", "words"])
    .where("instrumentId", "=", "示例安全法")
    .where("version", "=", 1)
    .orderBy("position")
    .execute();
  expect(texts.map(({ article }) => article)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
  expect(texts[3]).toMatchObject({
    headings: "第二章 责任与义务",
    words: expect.stringContaining("\n（四）组织应急演练。\n"),
  });
});

test("the same files again change nothing", async () => {
  const before = await events();
  expect(await run()).toMatchObject({ instruments: 1, versions: 2, articles: 13 });
  expect(await events()).toBe(before);
});

test("other words for a known version are refused, naming the article", async () => {
  await writeFile(join(folder, "示例安全法(2024-04-20).md"), SAMPLE_2024.replace("每月检查一次", "每周检查一次"));
  const summary = await run();
  expect(summary.refused.find(({ file }) => file.includes("2024"))?.reason).toMatch(/第二条起不一样/);
});

test("the text of a law known by its summaries alone joins that version", async () => {
  await writeFile(
    join(folder, "特设.md"),
    "# 中华人民共和国特种设备安全法\n\n2013年6月29日 全国人民代表大会常务委员会通过\n\n第一条 为了示例。\n\n第二条 本法自2014年1月1日起施行。\n",
  );
  const library = await office.instance.services.library();
  await run();
  const { rows } = await office.instance.services.database.pool.query(
    "select version, state, article_count from instrument_versions where instrument_id = '特种设备安全法'",
  );
  expect(rows).toEqual([{ version: 1, state: "released", article_count: 2 }]);
  expect((await office.instance.services.library()).library.version).toBe(library.library.version + 1);
  await events();
});

test("whoever sends a statute, one with an article lost or twice is refused whole", async () => {
  const lines = ["单位应当检查。"];
  const article = (number: string) => ({ article: number, headings: [], lines });
  const statute = (numbers: readonly string[]) => ({
    ...{ title: "示例规定", history: [], preamble: [], appendix: [], passedOn: "2020-01-01", effectiveFrom: null },
    ...{ articles: numbers.map(article), warnings: [] },
  });
  const send = (numbers: readonly string[]) =>
    issue(office.instance.services.writePath, "test", platformTenantId, "law.import", {
      ...{ statute: statute(numbers), kind: "rule", divisionCode: "000000", fileName: "示例.md", source: "test" },
      fileSha256: "0".repeat(64),
    });
  for (const numbers of [["1", "3"], ["2"], ["1", "1"], ["1", "2-1"]])
    expect([numbers, (await send(numbers)).problem?.code]).toEqual([numbers, "law.articles_broken"]);
  expect(await send(["1", "1-1", "2"])).toMatchObject({ status: "accepted" });
});
