import { crc32, deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readStatuteFile } from "./statute-file.ts";

const TEXT = "示例办法\n第一条 为了示例，制定本办法。\n第二条 本办法自2020年1月1日起施行。\n";
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A ZIP file of these parts; `stated` overstates or understates a part's unpacked size. */
function zip(
  parts: Readonly<Record<string, string | Buffer>>,
  stated: Readonly<Record<string, number>> = {},
): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.byteLength, 14);
    head.writeUInt32LE(stated[name] ?? raw.byteLength, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    local.push(Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\x00"), head, entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.byteLength;
  }
  const table = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(table.byteLength, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...local, table, Buffer.from("PK\x05\x06"), end]));
}

function docx(paragraphs: readonly string[], stated: Readonly<Record<string, number>> = {}): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
  const office = "http://schemas.openxmlformats.org";
  return zip(
    {
      "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    stated,
  );
}

async function said(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readStatuteFile(name, bytes);
  return read.ok ? read.value : read.problem.code;
}

describe("a statute's file", () => {
  it("is read as UTF-8, UTF-16 and GB 18030", async () => {
    expect(await said("a.md", utf8(TEXT))).toBe(TEXT);
    expect(await said("a.TXT", new Uint8Array([0xff, 0xfe, ...Buffer.from(TEXT, "utf16le")]))).toBe(TEXT);
    // 第一条 in GB 18030.
    expect(await said("a.txt", new Uint8Array([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5]))).toBe("第一条");
  });

  it("is read as DOCX, a line a paragraph", async () => {
    const read = await said("a.docx", docx(TEXT.trim().split("\n")));
    expect(read.trim()).toBe(TEXT.trim());
  });

  it.each([
    ["lawFile.other_kind", "a.pdf", utf8("%PDF-1.7")],
    ["lawFile.other_kind", "a.md", utf8("%PDF-1.7")],
    ["lawFile.other_kind", "a.txt", utf8("<!DOCTYPE html><p>第一条</p>")],
    ["lawFile.other_kind", "a.csv", utf8("一,二")],
    ["lawFile.other_kind", "a.docx", zip({ "xl/workbook.xml": "<workbook/>" })],
    ["lawFile.old_word", "a.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1])],
    ["lawFile.empty", "a.md", new Uint8Array()],
    ["lawFile.too_large", "a.md", new Uint8Array(8 * 1024 * 1024 + 1)],
    ["lawFile.not_text", "a.md", new Uint8Array([0x31, 0, 0x32, 0])],
    ["lawFile.not_text", "a.txt", utf8("no Chinese in here")],
    ["lawFile.damaged", "a.docx", utf8("第一条")],
    ["lawFile.damaged", "a.docx", docx([TEXT]).subarray(0, 300)],
    ["lawFile.damaged", "a.docx", docx([TEXT], { "word/document.xml": 10 })],
    ["lawFile.bomb", "a.docx", docx(["第一条".repeat(2_000_000)])],
  ])("is refused with %s (%s)", async (code, name, bytes) => {
    expect(await said(name, bytes)).toBe(code);
  });
});
