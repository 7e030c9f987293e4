// What a file claiming to be a list really is, from its bytes alone, and whether it may be opened at all.
// Everything here happens before a single byte is unpacked.
import { ok, type Refused, type Result, refuse } from "#domain/kernel/result.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

export interface SpreadsheetLimits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  /** Unpacked over packed size of one part; only parts larger than `ratioFromBytes` are measured. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Rows with anything in them. */
  readonly rows: number;
  readonly columns: number;
}

const MB = 1024 * 1024;

export const spreadsheetLimits: SpreadsheetLimits = {
  fileBytes: 20 * MB,
  unpackedBytes: 200 * MB,
  ratio: 200,
  ratioFromBytes: 5 * MB,
  rows: 50_000,
  columns: 500,
};

/** The parts other than sheets (styles, shared texts) are held in memory as a tree; a list needs far less. */
const LARGEST_TREE_BYTES = 60 * MB;

const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], "PDF文件"],
  [[0xff, 0xd8, 0xff], "照片"],
  [[0x89, 0x50, 0x4e, 0x47], "图片"],
  [[0x47, 0x49, 0x46, 0x38], "图片"],
  [[0x52, 0x61, 0x72, 0x21], "RAR压缩包"],
  [[0x37, 0x7a, 0xbc, 0xaf], "7z压缩包"],
  [[0x1f, 0x8b], "gz压缩包"],
];

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** An encrypted workbook and an old one are the same kind of container; only the first names this stream, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
}

function refuseNoZip(bytes: Uint8Array): Refused {
  if (startsWith(bytes, OLE)) return refuse(isEncrypted(bytes) ? "spreadsheet.encrypted" : "spreadsheet.old_excel");
  const other = MAGIC.find(([magic]) => startsWith(bytes, magic))?.[1];
  if (other !== undefined) return refuse("spreadsheet.other_format", { format: other });
  const start = new TextDecoder("utf-8").decode(bytes.subarray(0, 4096)).replace(/^\ufeff/, "");
  const lower = start.trimStart().toLowerCase();
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(lower)) return refuse("spreadsheet.xml_table");
  if (/^<(!doctype html|html|head|meta|table|style|div)|<html|^mime-version:/.test(lower))
    return refuse("spreadsheet.web_page");
  // A text table has no zero bytes; UTF-16 text (with its mark) has.
  const isText =
    startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || !bytes.subarray(0, 4096).includes(0);
  return refuse(isText ? "spreadsheet.text" : "spreadsheet.damaged");
}

function refuseNoWorkbook(names: ReadonlySet<string>): Refused {
  const has = (prefix: string) => [...names].some((name) => name.startsWith(prefix));
  if (names.has("xl/workbook.bin")) return refuse("spreadsheet.other_format", { format: "二进制工作簿（.xlsb）" });
  if (has("word/")) return refuse("spreadsheet.other_format", { format: "Word文档" });
  if (has("ppt/")) return refuse("spreadsheet.other_format", { format: "演示文稿" });
  if (names.has("content.xml")) return refuse("spreadsheet.other_format", { format: "OpenDocument文件（.ods或.odt）" });
  if (has("xl/") || names.has("[Content_Types].xml")) return refuse("spreadsheet.damaged");
  return refuse("spreadsheet.other_format", { format: "压缩包" });
}

function refuseBySize(entries: readonly ZipEntry[], limits: SpreadsheetLimits): Refused | undefined {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  const dense = entries.filter((entry) => entry.unpackedBytes > limits.ratioFromBytes);
  const ratio = Math.max(0, ...dense.map((entry) => Math.round(entry.unpackedBytes / Math.max(1, entry.packedBytes))));
  if (ratio > limits.ratio) return refuse("spreadsheet.bomb", { ratio });
  const tree = entries.filter((entry) => !/worksheets\/[^/]+$/.test(entry.name) && /\.(xml|rels)$/i.test(entry.name));
  const largest = Math.max(0, ...tree.map((entry) => entry.unpackedBytes));
  if (unpacked <= limits.unpackedBytes && largest <= LARGEST_TREE_BYTES) return undefined;
  const limit = unpacked > limits.unpackedBytes ? limits.unpackedBytes : LARGEST_TREE_BYTES;
  const megabytes = Math.ceil((unpacked > limits.unpackedBytes ? unpacked : largest) / MB);
  return refuse("spreadsheet.expands_too_much", { megabytes, limit: Math.floor(limit / MB) });
}

/** Refuses a file by its size alone, so that nobody needs to load it first. */
export function refuseByFileSize(bytes: number, limits: SpreadsheetLimits = spreadsheetLimits): Refused | undefined {
  if (bytes === 0) return refuse("spreadsheet.empty_file");
  if (bytes <= limits.fileBytes) return undefined;
  const megabytes = Math.ceil((bytes / MB) * 10) / 10;
  return refuse("spreadsheet.too_large", { megabytes, limit: Math.floor(limits.fileBytes / MB) });
}

/** The parts of an .xlsx file that may be opened, or why this one may not. */
export function inspectWorkbook(bytes: Uint8Array, limits: SpreadsheetLimits): Result<readonly ZipEntry[]> {
  const bySize = refuseByFileSize(bytes.byteLength, limits);
  if (bySize) return bySize;
  if (!startsWith(bytes, ZIP)) return refuseNoZip(bytes);
  const directory = readZipDirectory(bytes);
  if (directory.kind !== "read") return refuse(`spreadsheet.${directory.kind}`);
  const { entries } = directory;
  const expands = refuseBySize(entries, limits);
  if (expands) return expands;
  const names = new Set(entries.map((entry) => entry.name));
  const isWorkbook =
    names.has("[Content_Types].xml") && [...names].some((name) => /(^|\/)workbook\d*\.xml$/i.test(name));
  return isWorkbook ? ok(entries) : refuseNoWorkbook(names);
}
