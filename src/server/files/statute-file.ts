// The text of a statute's file: Markdown and plain text in the encodings such files come in, and DOCX. What a file is, is
// told from its bytes; everything that may go wrong with it is one refusal and nothing is half read.

import mammoth from "mammoth";
import { ok, type Refused, type Result, refuse } from "#domain/kernel/result.ts";
import { isWhole } from "./part-integrity.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

const MB = 1024 * 1024;

/** The longest code of law has 1,260 articles and 0.5 MB of text; a DOCX of it packs less. */
export const statuteFileLimits = { fileBytes: 8 * MB, unpackedBytes: 48 * MB, ratio: 200, ratioFromBytes: MB };

const EXTENSIONS = /\.(?:md|markdown|txt|docx)$/i;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const OTHERS: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], "PDF文件"],
  [[0xff, 0xd8, 0xff], "照片"],
  [[0x89, 0x50, 0x4e, 0x47], "图片"],
  [[0x47, 0x49, 0x46, 0x38], "图片"],
  [[0x52, 0x61, 0x72, 0x21], "RAR压缩包"],
  [[0x37, 0x7a, 0xbc, 0xaf], "7z压缩包"],
  [[0x1f, 0x8b], "gz压缩包"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "RTF文件"],
];

/** Whether a file of this name is looked into at all. */
export function isStatuteFileName(name: string): boolean {
  return EXTENSIONS.test(name);
}

/** Refuses a file by its size alone, so that nobody needs to load it first. */
export function refuseStatuteBySize(bytes: number): Refused | undefined {
  if (bytes === 0) return refuse("lawFile.empty");
  if (bytes <= statuteFileLimits.fileBytes) return undefined;
  return refuse("lawFile.too_large", {
    megabytes: Math.ceil((bytes / MB) * 10) / 10,
    limit: statuteFileLimits.fileBytes / MB,
  });
}

/** The file's text, a line a paragraph. */
export async function readStatuteFile(name: string, bytes: Uint8Array): Promise<Result<string>> {
  const bySize = refuseStatuteBySize(bytes.byteLength);
  if (bySize) return bySize;
  if (!isStatuteFileName(name) && !/\.docx?$/i.test(name)) return refuseOther(name, bytes);
  if (startsWith(bytes, ZIP)) return readDocx(bytes);
  const other = OTHERS.find(([magic]) => startsWith(bytes, magic));
  if (other) return refuse("lawFile.other_kind", { format: other[1] });
  if (startsWith(bytes, OLE)) return refuse("lawFile.old_word");
  if (/\.docx$/i.test(name)) return refuse("lawFile.damaged");
  return decode(bytes);
}

function refuseOther(name: string, bytes: Uint8Array): Refused {
  const format =
    OTHERS.find(([magic]) => startsWith(bytes, magic))?.[1] ?? /\.[^.]{1,12}$/.exec(name)?.[0] ?? "没有扩展名的文件";
  return refuse("lawFile.other_kind", { format });
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** UTF-8, UTF-16 with its mark, or GB 18030, in which older government sites publish. */
function decode(bytes: Uint8Array): Result<string> {
  const utf16 = startsWith(bytes, [0xff, 0xfe]) ? "utf-16le" : startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : undefined;
  if (!utf16 && bytes.includes(0)) return refuse("lawFile.not_text");
  for (const encoding of utf16 ? [utf16] : ["utf-8", "gb18030"]) {
    const text = decodeAs(bytes, encoding);
    if (text === undefined || !/[\u3400-\u9fff]/.test(text)) continue;
    if (/^\s*<(?:!doctype html|html|head|meta)/i.test(text)) return refuse("lawFile.other_kind", { format: "网页" });
    return ok(text);
  }
  return refuse("lawFile.not_text");
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Sizes and checksums are seen to before the library opens anything. */
async function readDocx(bytes: Uint8Array): Promise<Result<string>> {
  const directory = readZipDirectory(bytes);
  if (directory.kind !== "read") return refuse("lawFile.damaged");
  const { entries } = directory;
  if (!entries.some((entry) => entry.name === "word/document.xml"))
    return refuse("lawFile.other_kind", { format: formatOfZip(entries) });
  if (isBomb(entries)) return refuse("lawFile.bomb");
  try {
    for (const entry of entries)
      if (/\.(?:xml|rels)$/i.test(entry.name) && !(await isWhole(bytes, entry))) return refuse("lawFile.damaged");
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    return ok(value.replaceAll(/\n{2,}/g, "\n"));
  } catch {
    // The library throws many kinds of errors at broken parts; to the person they are one: the file is damaged.
    return refuse("lawFile.damaged");
  }
}

function isBomb(entries: readonly ZipEntry[]): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  const dense = entries.some(
    (entry) =>
      entry.unpackedBytes > statuteFileLimits.ratioFromBytes &&
      entry.unpackedBytes / Math.max(1, entry.packedBytes) > statuteFileLimits.ratio,
  );
  return dense || unpacked > statuteFileLimits.unpackedBytes;
}

function formatOfZip(entries: readonly ZipEntry[]): string {
  const has = (prefix: string) => entries.some((entry) => entry.name.startsWith(prefix));
  if (has("xl/")) return "Excel表格";
  if (has("ppt/")) return "演示文稿";
  return "压缩包";
}
