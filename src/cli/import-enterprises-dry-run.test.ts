import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readEnterpriseList } from "#domain/organization/enterprise-list.ts";
import { scopeOfList } from "#domain/organization/list-scope.ts";
import { refusedRowsSheet } from "#domain/organization/refused-rows.ts";
import { defaultThresholds } from "#domain/scope/thresholds.ts";
import { readEnterpriseListFile } from "#server/files/enterprise-list-file.ts";
import { readSheet, writeGrid, writeSheet } from "#server/files/spreadsheet.ts";
import { dryRunEnterpriseImport, importSummaryText, printImportSummary } from "./import-enterprises-dry-run.ts";
import { inventedCommunities } from "./invented-enterprises.ts";
import { type EnterpriseListOptions, makeEnterpriseList } from "./make-enterprise-list.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "enterprise-list-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function saved(bytes: Uint8Array, name = "名单.xlsx"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function reading(bytes: Uint8Array) {
  const list = await readEnterpriseListFile(bytes, { roster: inventedCommunities });
  if (!list.ok) throw new Error(list.problem.code);
  return list.value;
}

describe("the invented list", () => {
  const variants: EnterpriseListOptions[] = [
    {},
    { seed: 2, unitIn: "title" },
    { seed: 3, unit: "元" },
    { seed: 4, unit: "元", unitIn: "title", withRefused: true },
  ];

  it.each(variants)("comes in whole: 161, of them 40 above scale, 103 below in scope, 18 out (%j)", async (options) => {
    const { bytes, truth } = await makeEnterpriseList(options);
    const { enterprises, refused, layout } = (await reading(bytes)).reading;
    expect(truth).toMatchObject({ accepted: 161, scope: { a: 40, b: 103, none: 18 } });
    expect(layout.revenue).toMatchObject({
      unit: options.unit ?? "万元",
      unitFrom: options.unitIn ?? "head",
      doubt: null,
    });
    const scope = scopeOfList(enterprises, defaultThresholds);
    expect(scope.counts).toEqual(truth.scope);
    expect(scope.standardization).toBe(truth.standardization);
    for (const [index, { tag, remark, ground, ...told }] of truth.enterprises.entries()) {
      expect(enterprises[index]).toMatchObject(told);
      expect(scope.groundOf.get(told.row)).toBe(ground);
      expect(enterprises[index]?.tags).toEqual(tag === null ? [] : [tag]);
      if (remark !== null) expect(enterprises[index]?.requestedGround).toMatch(/^[cd]$/);
    }
    expect(enterprises).toHaveLength(161);
    expect(refused.map(({ row, field }) => ({ row, field }))).toEqual(truth.refused);
  });

  it("is the same for the same seed and holds the thresholds themselves", async () => {
    const [first, again] = [await makeEnterpriseList({ seed: 5 }), await makeEnterpriseList({ seed: 5 })];
    expect(again.truth).toEqual(first.truth);
    const revenues = new Set(first.truth.enterprises.map(({ mainRevenueFen }) => mainRevenueFen / 1_000_000));
    for (const wan of [2000, 1999.99, 1000, 999.99, 100, 99.99]) expect(revenues).toContain(wan);
    expect(new Set(first.truth.enterprises.map(({ name }) => name)).size).toBe(161);
    for (const { name } of first.truth.enterprises) expect(name).toMatch(/（演示）$/);
  });

  it("skips its total, its 制表人 line, its second head and the number without an enterprise", async () => {
    const { bytes } = await makeEnterpriseList();
    const { skipped } = (await reading(bytes)).reading;
    expect(skipped.map(({ kind }) => kind)).toEqual(["repeatedHead", "numberOnly", "total", "signature"]);
  });

  it("gives back refused rows to correct and send again", async () => {
    const { bytes, truth } = await makeEnterpriseList({ withRefused: true, unitIn: "title" });
    const { reading: list, sheet } = await reading(bytes);
    const { columns, rows } = refusedRowsSheet(sheet.rows, list);
    const back = await writeSheet({ sheetName: "没收的行", columns: columns.map((header) => ({ header })), rows });
    const again = await reading(back);
    expect(again.reading.layout.revenue).toMatchObject({ unit: "万元", unitFrom: "head" });
    expect(again.reading.refused.length).toBeGreaterThanOrEqual(truth.refused.length - 1);
    const corrected = again.sheet.rows.map(({ row, cells }) => {
      if (row === 1) return { row, cells };
      const [from, serial, name, , community, code, trade] = cells;
      return {
        row,
        cells: [
          from ?? null,
          serial ?? null,
          name ?? `补名${row}厂`,
          null,
          community ?? null,
          code ?? null,
          trade ?? null,
          300,
          "否",
        ],
      };
    });
    const third = readEnterpriseList(corrected);
    expect(third).toMatchObject({ ok: true, value: { refused: [] } });
    expect(third.ok && third.value.enterprises.length).toBe(truth.refused.length);
  });
});

describe("the dry run", () => {
  it("answers one JSON line with the five keys, rows as Excel numbers them", async () => {
    const { bytes, truth } = await makeEnterpriseList({ withRefused: true });
    const print = vi.spyOn(console, "log").mockImplementation(() => undefined);
    printImportSummary(await dryRunEnterpriseImport(await saved(bytes)), true);
    expect(print).toHaveBeenCalledTimes(1);
    const line = String(print.mock.calls[0]?.[0]);
    print.mockRestore();
    expect(line).not.toContain("\n");
    const summary: unknown = JSON.parse(line);
    expect(Object.keys(Object(summary))).toEqual(["accepted", "updated", "scope", "warnings", "refused"]);
    expect(summary).toMatchObject({ accepted: 161, updated: 0, scope: { a: 40, b: 103, none: 18 } });
    expect(summary).toMatchObject({
      refused: truth.refused.map((cell) => ({ ...cell, reason: expect.stringContaining(`第${cell.row}行，`) })),
    });
  });

  it("shows in words how the columns were understood, then counts, refusals, warnings", async () => {
    const { bytes } = await makeEnterpriseList({ withRefused: true });
    const summary = await dryRunEnterpriseImport(await saved(bytes));
    const print = vi.spyOn(console, "log").mockImplementation(() => undefined);
    printImportSummary(summary, false);
    const words = String(print.mock.calls[0]?.[0]);
    print.mockRestore();
    expect(words).toContain("年主营业务收入（万元）→主营收入");
    expect(words).toContain("收161家：规上40家，规下工业103家，不纳入18家。");
    expect(words).toContain("没收9行：");
    expect(words).toContain("只有17位，应为18位。");
    expect(importSummaryText({ ...summary, updated: 3 })).toContain("其中更新3家");
  });

  it("says in one sentence why a file cannot be read, with nothing taken", async () => {
    const missing = await dryRunEnterpriseImport(join(folder, "没有.xlsx"));
    expect(missing).toMatchObject({
      accepted: 0,
      refused: [{ row: 0, field: "file", reason: expect.stringContaining("没有找到文件") }],
    });
    expect(await dryRunEnterpriseImport(folder)).toMatchObject({
      refused: [{ reason: expect.stringContaining("没有找到文件") }],
    });
    const empty = await dryRunEnterpriseImport(await saved(new Uint8Array(), "空.xlsx"));
    expect(empty.refused[0]?.reason).toContain("文件是空的");
    const noList = await writeGrid("通知", [["关于开展检查的通知"], ["各村社区"]]);
    const found = await dryRunEnterpriseImport(await saved(noList, "通知.xlsx"));
    expect(found.refused[0]?.reason).toContain("没有找到列名");
  });

  it("does not load a file that is too large", async () => {
    const path = await saved(new Uint8Array(21 * 1024 * 1024), "大.xlsx");
    expect((await dryRunEnterpriseImport(path)).refused[0]?.reason).toBe(
      "文件有21MB，最多20MB。请删去图片和用不到的工作表，或分成几个文件。",
    );
  });

  it("finds the list on a later sheet", async () => {
    const { writeXlsx } = await import("hucre/xlsx");
    const sheets = [
      { name: "说明", rows: [["填表说明"]] },
      {
        name: "名单",
        rows: [
          ["企业名称", "行业代码", "主营收入（万元）"],
          ["甲厂", "C2929", 100],
        ],
      },
    ];
    const path = await saved(await writeXlsx({ sheets }), "两张表.xlsx");
    expect(await dryRunEnterpriseImport(path)).toMatchObject({ accepted: 1, scope: { a: 0, b: 1, none: 0 } });
    expect(await readSheet(await writeXlsx({ sheets }), { sheet: "名单" })).toMatchObject({ ok: true });
  });
});
