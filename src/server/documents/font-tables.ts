// Reads from a font file what printing needs to know: its family's name and which characters it has. Nothing is drawn
// for a character no listed font has, and Typst gives no warning, so the renderer asks here first.
// Tables after the OpenType specification 1.9 (`name`, `cmap` formats 4 and 12).

export interface FontTables {
  readonly family: string;
  covers(codePoint: number): boolean;
}

type Range = readonly [first: number, last: number];

function findTable(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new TypeError(`font has no ${tag} table`);
}

/** Name id 16 (typographic family) before 1 (family), in English (Windows, Unicode, 0x409). */
function readFamily(view: DataView): string {
  const table = findTable(view, "name");
  const count = view.getUint16(table + 2);
  const strings = table + view.getUint16(table + 4);
  const names = new Map<number, string>();
  for (let index = 0; index < count; index += 1) {
    const at = table + 6 + index * 12;
    if (view.getUint16(at) !== 3 || view.getUint16(at + 4) !== 0x409) continue;
    const length = view.getUint16(at + 8) / 2;
    const start = strings + view.getUint16(at + 10);
    const units = Array.from({ length }, (_, unit) => view.getUint16(start + unit * 2));
    names.set(view.getUint16(at + 6), String.fromCharCode(...units));
  }
  const family = names.get(16) ?? names.get(1);
  if (!family) throw new TypeError("font has no English family name");
  return family;
}

function readGroups(view: DataView, at: number): Range[] {
  const count = view.getUint32(at + 12);
  return Array.from({ length: count }, (_, index) => {
    const group = at + 16 + index * 12;
    return [view.getUint32(group), view.getUint32(group + 4)] as const;
  });
}

function readSegments(view: DataView, at: number): Range[] {
  const doubled = view.getUint16(at + 6);
  return Array.from({ length: doubled / 2 }, (_, index) => {
    const last = view.getUint16(at + 14 + index * 2);
    return [view.getUint16(at + 16 + doubled + index * 2), last] as const;
  });
}

/** Segments say which characters are mapped; a mapping to glyph 0 inside a segment is not looked for. */
function readRanges(view: DataView): Range[] {
  const table = findTable(view, "cmap");
  const count = view.getUint16(table + 2);
  const ranges: Range[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = table + view.getUint32(table + 4 + index * 8 + 4);
    const format = view.getUint16(at);
    if (format === 12) return readGroups(view, at);
    if (format === 4) ranges.push(...readSegments(view, at));
  }
  return ranges;
}

export function readFontTables(bytes: Uint8Array): FontTables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ranges = readRanges(view).toSorted((one, other) => one[0] - other[0]);
  return {
    family: readFamily(view),
    covers(codePoint) {
      let low = 0;
      let high = ranges.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const [first, last] = ranges[middle] ?? [Infinity, -Infinity];
        if (codePoint < first) high = middle - 1;
        else if (codePoint > last) low = middle + 1;
        else return true;
      }
      return false;
    },
  };
}
