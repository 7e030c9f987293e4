// A dry run over a folder: no server, no database. Articles are counted a second time by a plain search of the text.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SAMPLE_2019, SAMPLE_2024 } from "#domain/law/statute/sample-statutes.ts";
import { importLaws } from "./import-laws.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bihuan-laws-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const dryRun = () => importLaws({ path: folder, places: [] });
const heads = (text: string) => [...text.matchAll(/^第[零一二三四五六七八九十百]+条/gm)].length;

test("every article of every version is counted, none lost or merged", async () => {
  const local = `# 浙江省示例条例\n\n2020年5月28日 浙江省第十三届人民代表大会常务委员会第二十一次会议通过\n\n${SAMPLE_2019.slice(SAMPLE_2019.indexOf("## 第一章"))}`;
  await put("a(2019-03-01).md", SAMPLE_2019);
  await mkdir(join(folder, "修订"));
  await put("修订/b(2024-04-20).md", SAMPLE_2024);
  await put("c.txt", local);
  const articles = heads(SAMPLE_2019) + heads(SAMPLE_2024) + heads(local);
  expect(articles).toBe(19);
  expect(await dryRun()).toEqual({ files: 3, instruments: 2, versions: 3, articles, refused: [], warnings: [] });
});

test("each file that is not understood is named with its reason, and the others are taken all the same", async () => {
  await put("好的.md", SAMPLE_2019);
  await put("两部.md", `${SAMPLE_2019}\n${SAMPLE_2024}`);
  await put("重复.md", SAMPLE_2024.replace("第三条 国家", "第二条 国家"));
  await put(
    "无锡.md",
    SAMPLE_2019.replace("# 中华人民共和国示例安全法", "# 无锡市示例条例").replace(
      "第十三届全国人民代表大会",
      "无锡市第十六届人民代表大会",
    ),
  );
  await put("空.md", "");
  await put("表.xlsx", new Uint8Array([0x50, 0x4b, 3, 4]));
  await put("半个字.txt", new Uint8Array([0xe7, 0xac, 0x00]));
  const { refused, ...counts } = await dryRun();
  expect(counts).toMatchObject({ files: 7, instruments: 1, versions: 1, articles: 6 });
  const reasons = new Map(refused.map(({ file, reason }) => [file.slice(folder.length + 1), reason]));
  expect(reasons.get("两部.md")).toMatch(/两部法规在一个文件里/);
  expect(reasons.get("重复.md")).toMatch(/第二条重复/);
  expect(reasons.get("无锡.md")).toMatch(/区划代码还没登记/);
  expect(reasons.get("空.md")).toMatch(/空的/);
  expect(reasons.get("表.xlsx")).toMatch(/\.xlsx/);
  expect(reasons.get("半个字.txt")).toMatch(/认不出编码/);
  expect(refused).toHaveLength(6);
});

test("the same text in two files is one version; other words for the same version are refused", async () => {
  await put("a.md", SAMPLE_2019);
  await put("b.md", SAMPLE_2019);
  await put("c.md", SAMPLE_2019.replace("每月", "每周"));
  const summary = await dryRun();
  expect(summary).toMatchObject({ files: 3, versions: 1, articles: 6 });
  expect(summary.refused.map(({ reason }) => reason)).toEqual([expect.stringContaining("条文和这份不同")]);
});

test("a text without any date is taken alone, and refused beside another version", async () => {
  const undated = SAMPLE_2019.replace(/^2019年.*$/m, "").replace("自2019年6月1日起施行", "自公布之日起施行");
  await put("只此一份.md", undated);
  expect(await dryRun()).toMatchObject({ versions: 1, warnings: [{}, {}] });
  await put("另一份(2024-04-20).md", SAMPLE_2024);
  expect((await dryRun()).refused.map(({ reason }) => reason)).toEqual([expect.stringContaining("排不出先后")]);
});

test("a path that is not there is said", async () => {
  const summary = await importLaws({ path: join(folder, "没有"), places: [] });
  expect(summary).toMatchObject({ files: 0, refused: [{ reason: expect.stringContaining("没有找到") }] });
});
