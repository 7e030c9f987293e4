// The sheets of a workbook that passed inspection: names, which are hidden, and where each one's part stands.
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { packedBytesOf, type ZipEntry } from "./zip-directory.ts";

export interface WorkbookSheet {
  readonly name: string;
  /** From 0, in the workbook's order. */
  readonly index: number;
  readonly hidden: boolean;
  readonly part: ZipEntry | undefined;
}

const inflate = promisify(inflateRaw);

/** An entry's bytes, never more than it stated. Throws when they are not the ones that were packed. */
export async function unpack(bytes: Uint8Array, entry: ZipEntry): Promise<Buffer> {
  const packed = packedBytesOf(bytes, entry);
  const stored = entry.method === 0;
  const plain = stored
    ? Buffer.from(packed)
    : await inflate(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) });
  if (crc32(plain) !== entry.crc) throw new Error(`checksum of ${entry.name}`);
  return plain;
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = tag.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map([...found].map(([, name = "", double, single]) => [name, decoded(double ?? single ?? "")]));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function tagsOf(xml: string, name: string): ReadonlyMap<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))].map(([, inside = ""]) =>
    attributesOf(inside),
  );
}

function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of `${target.startsWith("/") ? "" : `${folder}/`}${target}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Relations of a part: id → path of the part related to. */
async function relationsOf(bytes: Uint8Array, entries: readonly ZipEntry[], path: string) {
  const folder = path.split("/").slice(0, -1).join("/");
  const file = path.split("/").at(-1) ?? "";
  const entry = entries.find(({ name }) => name === resolved(folder, `_rels/${file}.rels`));
  const xml = entry ? (await unpack(bytes, entry)).toString("utf8") : "";
  return tagsOf(xml, "Relationship").map((attributes) => ({
    id: attributes.get("Id") ?? "",
    type: attributes.get("Type") ?? "",
    path: resolved(folder, attributes.get("Target") ?? ""),
  }));
}

/** All sheets in the workbook's order; none when the workbook part cannot be found. */
export async function listSheets(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<WorkbookSheet[]> {
  const root = await relationsOf(bytes, entries, "");
  const workbook = root.find(({ type }) => type.endsWith("/officeDocument"));
  const entry = entries.find(({ name }) => name === workbook?.path);
  if (!entry) return [];
  const relations = await relationsOf(bytes, entries, entry.name);
  const xml = (await unpack(bytes, entry)).toString("utf8");
  return tagsOf(xml, "sheet").map((attributes, index) => {
    const id = [...attributes].find(([name]) => name.endsWith(":id"))?.[1];
    const path = relations.find((relation) => relation.id === id)?.path;
    return {
      name: attributes.get("name") ?? "",
      index,
      hidden: (attributes.get("state") ?? "visible") !== "visible",
      part: entries.find(({ name }) => name === path),
    };
  });
}
