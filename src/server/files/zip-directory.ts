// The table of contents at the end of a ZIP file, read before anything is unpacked: names, sizes, places.
// It only believes what is consistent; unpacking stays within the sizes stated here.

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  /** CRC-32 of the unpacked bytes. */
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where the entry's local head begins. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64_EXTRA = 0xffffffff;
const MOST_ENTRIES = 5000;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return undefined;
}

/** The 64-bit sizes of a ZIP64 extra field, in the order the standard gives them, for those marked in the entry. */
function zip64Values(view: DataView, from: number, length: number, wanted: number): number[] | undefined {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    if (view.getUint16(at + 2, true) < wanted * 8) return undefined;
    return Array.from({ length: wanted }, (_, index) => Number(view.getBigUint64(at + 4 + index * 8, true)));
  }
  return undefined;
}

interface EntryAt {
  readonly entry: ZipEntry;
  readonly next: number;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): EntryAt | undefined {
  if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) return undefined;
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extraAt = at + ENTRY_BYTES + nameLength;
  if (extraAt + extraLength > view.byteLength) return undefined;
  const stated = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const marked = stated.filter((value) => value === IN_ZIP64_EXTRA).length;
  const large = marked === 0 ? [] : zip64Values(view, extraAt, extraLength, marked);
  if (!large) return undefined;
  const rest = [...large];
  const [unpackedBytes, packedBytes, offset] = stated.map((value) => (value === IN_ZIP64_EXTRA ? rest.shift() : value));
  if (unpackedBytes === undefined || packedBytes === undefined || offset === undefined) return undefined;
  const name = nameIn(bytes.subarray(at + ENTRY_BYTES, extraAt));
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes,
    unpackedBytes,
    offset,
  };
  return { entry, next: extraAt + extraLength + view.getUint16(at + 32, true) };
}

/** Names are UTF-8; what Windows packs in China is not, and says nothing of it. */
function nameIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** The name at the entry itself agrees with the table's: else one byte gone wrong makes a part vanish. */
function hasOwnName(entry: ZipEntry, bytes: Uint8Array, view: DataView): boolean {
  if (entry.offset + LOCAL_BYTES > view.byteLength || view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE)
    return false;
  const nameAt = entry.offset + LOCAL_BYTES;
  const own = bytes.subarray(nameAt, nameAt + view.getUint16(entry.offset + 26, true));
  return nameIn(own) === entry.name;
}

/** An entry that is stated empty but is not, or lies outside the file, would be unpacked beyond its stated size. */
function isConsistent(entry: ZipEntry, bytes: Uint8Array, view: DataView): boolean {
  if (!hasOwnName(entry, bytes, view)) return false;
  if (entry.name.endsWith("/")) return true;
  const dataAt = entry.offset + LOCAL_BYTES;
  if (dataAt + entry.packedBytes > view.byteLength) return false;
  if (entry.method === 0) return entry.packedBytes === entry.unpackedBytes;
  return entry.method === 8 && entry.packedBytes > 0 && (entry.unpackedBytes > 0 || entry.packedBytes <= 2);
}

export type ZipDirectory =
  | { readonly kind: "read"; readonly entries: readonly ZipEntry[] }
  | { readonly kind: "truncated" }
  | { readonly kind: "damaged" };

/** All entries of a ZIP file; truncated when its end is missing, damaged when a stated entry is not where it should be. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  if (bytes.byteLength < END_BYTES) return { kind: "truncated" };
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === undefined) return { kind: "truncated" };
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) return { kind: "damaged" };
  for (let index = 0; index < count; index += 1) {
    const found = readEntry(bytes, view, at);
    if (!found || !isConsistent(found.entry, bytes, view)) return { kind: "damaged" };
    entries.push(found.entry);
    at = found.next;
  }
  const places = new Set(entries.map((entry) => entry.offset));
  const names = new Set(entries.map((entry) => entry.name));
  // Two entries over the same bytes are how small files are made to unpack into enormous ones.
  const single = places.size === entries.length && names.size === entries.length;
  return single && entries.length > 0 ? { kind: "read", entries } : { kind: "damaged" };
}

/** The packed bytes of an entry. */
export function packedBytesOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  const dataAt =
    entry.offset + LOCAL_BYTES + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  return bytes.subarray(dataAt, dataAt + entry.packedBytes);
}
