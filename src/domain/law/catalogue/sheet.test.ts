import { describe, expect, it } from "vitest";
import { problemText } from "../../problems.ts";
import { buildLibrary } from "../library.ts";
import { SAMPLE_ROWS } from "../sample-library.ts";
import { contentOf } from "./content-rows.ts";
import type { ItemContent } from "./item-content.ts";
import { readCatalogueSheet } from "./read-sheet.ts";
import { SHEET_COLUMNS, type SheetField, sheetRowOf } from "./sheet-columns.ts";

const library = buildLibrary(SAMPLE_ROWS);
const item = library.items.get("XC-05-05");
if (!item) throw new Error("the sample has its item");
const content = contentOf(item);
const head = SHEET_COLUMNS.map(([, name]) => name as string);

function sheet(...lines: (readonly [code: string, change?: Partial<Record<SheetField, string | number>>])[]) {
  const rows = lines.map(([code, change = {}]) =>
    SHEET_COLUMNS.map(([field], at) => change[field] ?? sheetRowOf(code, content)[at] ?? ""),
  );
  return readCatalogueSheet(
    library,
    [head, ...rows].map((cells, index) => ({ row: index + 1, cells })),
  );
}

const reasons = (result: ReturnType<typeof sheet>) =>
  result.ok ? result.value.refused.map(({ row, field, problem }) => [row, field, problemText(problem)]) : [];

describe("a catalogue sheet", () => {
  it("is read back as it was written, every field", () => {
    const full: ItemContent = {
      ...content,
      ...{ severityDefault: "major", severityCase: "列举情形", severityConditions: ["一", "二"], tags: ["coating"] },
      ...{ trades: ["C", "C3311"], seasons: ["heat", "flood"], riskFrom: "orange", score: 5, retired: true },
      branch: { after: "XC-05-05", on: "nonconform" },
    };
    const cells = sheetRowOf("XC-05-06", full);
    const read = readCatalogueSheet(library, [
      { row: 1, cells: head },
      { row: 2, cells },
    ]);
    expect(read).toEqual({ ok: true, value: { items: [{ row: 2, code: "XC-05-06", content: full }], refused: [] } });
  });

  it("refuses each wrong row with its place and reason, and takes the others", () => {
    const read = sheet(
      ["XC-05-05"],
      ["XC-05-05"],
      ["XC-05-06", { clauses: "直接依据 总法#777\n兜底 总法#4" }],
      ["XC-05-07", { clauses: "直接依据 没有的法#3\n兜底 总法#4" }],
      ["5号", {}],
      ["ZD-01-01", {}],
      ["XC-05-08", { severityDefault: "特别重大" }],
      ["XC-05-09", { advice: "" }],
      ["XC-05-10", { tags: "粉尘、火星" }],
      ["XC-05-11", { branch: "XC-77-77 符合" }],
      ["XC-05-12", { score: "很多" }],
      ["XC-05-13", { clauses: "依据 总法#4" }],
    );
    expect(read.ok && read.value.items.map(({ code }) => code)).toEqual(["XC-05-05"]);
    expect(reasons(read)).toEqual([
      [3, "编号", expect.stringContaining("第2行已经有了")],
      [4, expect.stringContaining("依据"), expect.stringContaining("的可引条款里没有第七百七十七条")],
      [5, expect.stringContaining("依据"), expect.stringContaining("没有“没有的法”这部法规")],
      [6, "编号", expect.stringContaining("“5号”不合写法")],
      [7, "编号", expect.stringContaining("没有ZD-01-01")],
      [8, "严重程度", expect.stringContaining("只能填：一般、重大列举")],
      [9, "整改意见", expect.stringContaining("没有填")],
      [10, "适用标签", expect.stringContaining("“火星”不认识")],
      [11, "在哪一项之后问", expect.stringContaining("目录里没有这一项")],
      [12, "分值", expect.stringContaining("0到100的整数")],
      [13, expect.stringContaining("依据"), expect.stringContaining("“依据”不认识")],
    ]);
  });

  it("is refused whole without a column or without rows", () => {
    const cut = readCatalogueSheet(library, [{ row: 3, cells: head.slice(1) }]);
    expect(cut).toMatchObject({ ok: false, problem: { code: "catalogueSheet.columns", params: { row: 3 } } });
    expect(readCatalogueSheet(library, [{ row: 1, cells: head }])).toMatchObject({ ok: false });
  });
});
