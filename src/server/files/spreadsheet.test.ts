import { crc32, deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import type { SheetCell } from "#domain/organization/sheet-cells.ts";
import { spreadsheetProblems } from "#domain/organization/spreadsheet-problems.ts";
import { problemText } from "#domain/problems.ts";
import { readSheet, type SheetQuestion, spreadsheetLimits, writeGrid, writeSheet } from "./spreadsheet.ts";
import { unpack } from "./workbook-sheets.ts";
import { readZipDirectory } from "./zip-directory.ts";

type Parts = ReadonlyMap<string, string | Uint8Array>;

/** A ZIP file of these parts; `stated` makes its table of contents lie about unpacked sizes. */
function zipOf(parts: Parts, stated: Readonly<Record<string, number>> = {}): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const [path, plain] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(plain);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(plain), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(plain.length, 22);
    head.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(plain), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(stated[name] ?? plain.length, 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(at, 42);
    files.push(head, path, packed);
    directory.push(entry, path);
    at += head.length + path.length + packed.length;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, table, end]));
}

const SHEET = "xl/worksheets/sheet1.xml";
let plainFile: Uint8Array;
let plainParts: Parts;

beforeAll(async () => {
  plainFile = await writeGrid("名单", [
    ["企业名称", "人数"],
    ["柳溪木业（演示）", 12],
  ]);
  const directory = readZipDirectory(plainFile);
  if (directory.kind !== "read") throw new Error(directory.kind);
  const unpacked = directory.entries.map(async (entry) => [entry.name, await unpack(plainFile, entry)] as const);
  plainParts = new Map(await Promise.all(unpacked));
});

function withSheet(xml: string | Uint8Array, stated?: number): Uint8Array {
  return zipOf(new Map([...plainParts, [SHEET, xml]]), stated === undefined ? {} : { [SHEET]: stated });
}

function sheetXml(rows: string): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
}

function rowsXml(count: number, cells: (row: number) => string): string {
  return sheetXml(
    Array.from({ length: count }, (_, index) => `<row r="${index + 1}">${cells(index + 1)}</row>`).join(""),
  );
}

function numberCell(row: number): string {
  return `<c r="A${row}"><v>${row}</v></c>`;
}

/** The sentence a person gets for a file. */
async function sentence(bytes: Uint8Array, question?: SheetQuestion): Promise<string> {
  const sheet = await readSheet(bytes, question);
  if (sheet.ok) throw new Error(`read ${sheet.value.rows.length} rows`);
  expect(Object.keys(spreadsheetProblems)).toContain(sheet.problem.code);
  const text = problemText(sheet.problem);
  expect(text).not.toMatch(/[{}]/);
  return text;
}

async function rowsOf(bytes: Uint8Array, question?: SheetQuestion) {
  const sheet = await readSheet(bytes, question);
  if (!sheet.ok) throw new Error(sheet.problem.code);
  return sheet.value.rows.map(({ row, cells }) => [row, ...cells]);
}

function bytesOf(text: string | readonly number[]): Uint8Array {
  return typeof text === "string" ? new TextEncoder().encode(text) : new Uint8Array(text);
}

describe("files that are no .xlsx", () => {
  it.each([
    ["nothing", "", "文件是空的"],
    ["CSV renamed", "企业名称,统一社会信用代码\n柳溪木业,9133\n", "文本表格"],
    ["CSV in UTF-16", [0xff, 0xfe, 0x41, 0x00, 0x2c, 0x00], "文本表格"],
    ["a web page as .xls", '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>a', "网页"],
    ["a web archive", "MIME-Version: 1.0\nContent-Type: multipart/related\n", "网页"],
    [
      "XML Spreadsheet 2003",
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      "2003",
    ],
    ["PDF", "%PDF-1.7\n", "PDF文件"],
    ["a photo", [0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3], "照片"],
    ["RAR", "Rar!\u001a\u0007", "RAR压缩包"],
    ["bytes of no kind", [1, 0, 2, 0, 3, 0, 9, 9], "文件坏了"],
  ])("says what it is: %s", async (_, content, words) => {
    expect(await sentence(bytesOf(content))).toContain(words);
  });

  it("tells an old workbook from an encrypted one, both the same kind of container", async () => {
    const ole = bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
    expect(await sentence(ole)).toContain("旧格式");
    const sheets = [{ name: "名单", rows: [["企业名称"]] }];
    const encrypted = await writeXlsx({ sheets, encryption: { password: "demo", spinCount: 1 } });
    expect(await sentence(encrypted)).toContain("加了密码");
  });

  it.each([
    ["Word", "word/document.xml", "Word文档"],
    ["slides", "ppt/presentation.xml", "演示文稿"],
    ["xlsb", "xl/workbook.bin", "二进制工作簿"],
    ["ods", "content.xml", "OpenDocument"],
    ["any ZIP", "readme.txt", "压缩包"],
    ["a workbook without its book", "xl/styles.xml", "文件坏了"],
  ])("looks into a ZIP: %s", async (_, part, words) => {
    expect(await sentence(zipOf(new Map([[part, "<x/>"]])))).toContain(words);
  });
});

describe("broken, huge and hostile .xlsx", () => {
  it("notices a file that was not transferred whole, wherever it is cut", async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = plainFile.slice(0, Math.floor(plainFile.length * share));
      expect(await sentence(cut)).toContain("文件不完整");
    }
  });

  it("never reads a changed file as another list: any flipped byte is refused or harmless", async () => {
    const expected = await rowsOf(plainFile);
    for (let at = 0; at < plainFile.length; at += 7) {
      const changed = plainFile.map((byte, index) => (index === at ? byte ^ 0x55 : byte));
      const sheet = await readSheet(changed);
      if (sheet.ok) expect(sheet.value.rows.map(({ row, cells }) => [row, ...cells])).toEqual(expected);
    }
  });

  it("refuses a sheet that breaks off inside, instead of losing its last rows", async () => {
    const xml = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>');
    for (const end of [xml.indexOf('<row r="2"'), xml.length - 5, 40, 1]) {
      expect(await sentence(withSheet(xml.slice(0, end)))).toContain("文件坏了");
    }
    expect(await sentence(withSheet("hello"))).toContain("文件坏了");
    expect(await rowsOf(withSheet(xml))).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it("refuses a ZIP bomb before unpacking it", async () => {
    const bomb = withSheet(Buffer.alloc(120 * 1024 * 1024, 0x20));
    const started = performance.now();
    expect(await sentence(bomb)).toContain("压缩得不正常");
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("refuses what states a small size and unpacks into more, or states nothing", async () => {
    const xml = rowsXml(1000, numberCell);
    expect(await sentence(withSheet(xml, 200))).toContain("文件坏了");
    expect(await sentence(withSheet(xml, 0))).toContain("文件坏了");
  });

  it("refuses two entries over the same bytes", async () => {
    const twice = Buffer.from(plainFile);
    const first = twice.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const second = twice.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), first + 4);
    twice.copy(twice, second + 42, first + 42, first + 46);
    expect(await sentence(new Uint8Array(twice))).toContain("文件坏了");
  });

  it("states its limits in the sentence", async () => {
    const limits = { ...spreadsheetLimits, fileBytes: 1024 };
    expect(
      await sentence(new Uint8Array(2 * 1024 * 1024), { limits: { ...limits, fileBytes: 1024 * 1024 } }),
    ).toContain("文件有2MB，最多1MB");
    const unpackedBytes = 1024 * 1024;
    const noise = Array.from({ length: 80_000 }, (_, index) => `<c r="A1" s="${Math.imul(index, 2654435761)}"/>`).join(
      "",
    );
    expect(await sentence(withSheet(sheetXml(noise)), { limits: { ...spreadsheetLimits, unpackedBytes } })).toContain(
      "超过1MB",
    );
  });

  it("takes as many rows as the limit and not one more; blank formatted rows below do not count", async () => {
    const limits = { ...spreadsheetLimits, rows: 100 };
    expect(await rowsOf(withSheet(rowsXml(100, numberCell)), { limits })).toHaveLength(100);
    expect(await sentence(withSheet(rowsXml(101, numberCell)), { limits })).toContain("超过100行");
    const withBlanks = rowsXml(350, (row) => (row <= 90 ? numberCell(row) : `<c r="A${row}" s="0"/>`));
    expect(await rowsOf(withSheet(withBlanks), { limits })).toHaveLength(90);
  });

  it("refuses content far to the right, quickly", async () => {
    expect(await sentence(withSheet(rowsXml(3, (row) => `<c r="XFD${row}"><v>1</v></c>`)))).toContain("超过500列");
    const started = performance.now();
    expect(await sentence(withSheet(rowsXml(50_000, (row) => `<c r="XFD${row}" s="0"/>`)))).toContain("超过500列");
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("refuses row numbers that run backwards, repeat or do not exist", async () => {
    for (const numbers of [[2, 1], [1, 1], [0], [-1], [1_048_577]]) {
      const xml = sheetXml(numbers.map((row) => `<row r="${row}"><c><v>1</v></c></row>`).join(""));
      expect(await sentence(withSheet(xml))).toContain("文件坏了");
    }
  });

  it("expands no entities of the file's own", async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]>';
    const xml = `${entities}${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>')}`;
    const sheet = await readSheet(withSheet(xml));
    if (sheet.ok) expect(JSON.stringify(sheet.value.rows)).not.toContain("haha");
  });
});

describe("reading", () => {
  it("keeps Excel's row numbers and leaves out blank rows", async () => {
    const file = await writeGrid("名单", [["标题"], [], ["企业名称"], ["", null], ["柳溪木业（演示）"]]);
    expect(await rowsOf(file)).toEqual([
      [1, "标题"],
      [3, "企业名称"],
      [5, "柳溪木业（演示）"],
    ]);
  });

  it("takes a formula's computed value, an error's text, and marks what was never computed", async () => {
    const cells =
      '<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>';
    expect(await rowsOf(withSheet(sheetXml(`<row r="1">${cells}</row>`)))).toEqual([
      [1, "#UNCOMPUTED!", 2, null, "#DIV/0!"],
    ]);
    const file = await writeGrid("名单", [
      [
        { formula: "1822*1", value: 1822 },
        { formula: '"A"&"B"', value: "AB" },
      ],
    ]);
    expect(await rowsOf(file)).toEqual([[1, 1822, "AB"]]);
  });

  it("takes the first sheet that is not hidden, or the one asked for", async () => {
    const sheets = [
      { name: "填表说明", hidden: true, rows: [["说明"]] },
      { name: "名单 & 附表", rows: [["企业名称"]] },
      { name: "附表", rows: [["别的"]] },
    ];
    const file = await writeXlsx({ sheets });
    const first = await readSheet(file);
    expect(first).toMatchObject({ ok: true, value: { name: "名单 & 附表", sheetNames: ["名单 & 附表", "附表"] } });
    expect(await rowsOf(file, { sheet: "附表" })).toEqual([[1, "别的"]]);
    expect(await sentence(file, { sheet: "没有" })).toContain("没有叫“没有”的工作表");
  });

  it("reads days without a zone and without broken seconds", async () => {
    const day = new Date(Date.UTC(2026, 4, 1, 0, 53, 20));
    expect(await rowsOf(await writeGrid("名单", [[day]]))).toEqual([[1, day]]);
  });
});

describe("writing", () => {
  const hostile: SheetCell[] = [
    '=HYPERLINK("http://x","y")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "<script>alert(1)</script> & 'x' \"y\"",
    "镕堃喆㎡𠮷",
    "🔥",
    "a\u0000b\u0007c\ufffe",
    "x\ud800y",
    "第一行\n第二行",
    "_x000D_",
    " 前后有空格 ",
  ];

  it("gives back what was written: formulas stay text, impossible characters are gone", async () => {
    const columns = hostile.map((_, index) => ({ header: `第${index}列` }));
    const file = await writeSheet({ sheetName: "导出", columns, rows: [hostile] });
    const [, row] = await rowsOf(file);
    const changed: Readonly<Record<number, string>> = { 7: "abc", 8: "x\ufffdy" };
    const expected = hostile.map((cell, index) => changed[index] ?? cell);
    expect(row).toEqual([2, ...expected]);
  });

  it("writes no formula cell for any text, and keeps text columns text in Excel", async () => {
    const file = await writeSheet({ sheetName: "导出", columns: [{ header: "=1+1" }], rows: [["=1+1"]] });
    const directory = readZipDirectory(file);
    const parts = directory.kind === "read" ? directory.entries : [];
    const texts = await Promise.all(parts.map(async (part) => (await unpack(file, part)).toString("utf8")));
    expect(texts.join("")).not.toMatch(/<f[\s>]/);
    expect(texts.join("")).toContain('formatCode="@"');
  });

  it("keeps numbers, truth, days and gaps, and mends a sheet's name", async () => {
    const day = new Date(Date.UTC(2026, 10, 23));
    const columns = [
      { header: "数", format: "number" as const },
      { header: "空" },
      { header: "日期", format: "date" as const },
    ];
    const file = await writeSheet({ sheetName: "[欠/逾]期:*?".repeat(5), columns, rows: [[1.5, null, day]] });
    const sheet = await readSheet(file);
    expect(sheet).toMatchObject({
      ok: true,
      value: { rows: [{ cells: ["数", "空", "日期"] }, { cells: [1.5, null, day] }] },
    });
    expect(sheet.ok && sheet.value.name).toMatch(/^[欠逾期]{1,31}$/);
  });

  it("pulls rows one by one and writes 20,000 of them", async () => {
    function* rows() {
      for (let index = 0; index < 20_000; index += 1) yield [`企业${index}`, index];
    }
    const file = await writeSheet({
      sheetName: "导出",
      columns: [{ header: "企业" }, { header: "数", format: "integer" }],
      rows: rows(),
    });
    expect(await rowsOf(file)).toHaveLength(20_001);
  });
});
