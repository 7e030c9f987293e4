// Which lines of a long text hold a character: so that a word is looked for only where its rarest character stands. Characters
// that many lines hold are counted, not listed: no search begins with them. Pure.

const CODES = 65_536;
/** A character on more than one line in so many leads nowhere. */
const COMMON_SHARE = 8;

/** For one field of the lines, or for all of each. */
export interface CharacterLines {
  /** How many lines hold the character of a code. */
  readonly counts: Uint32Array;
  /** Where the lines of a code begin in `lines`; one more at the end. */
  readonly offsets: Uint32Array;
  readonly lines: Uint32Array;
  readonly most: number;
}

/** Where line n of the text begins and ends, the end not included. */
export type Bounds = readonly [begins: Uint32Array, ends: Uint32Array];

export function charactersOf(text: string, [begins, ends]: Bounds): CharacterLines {
  const count = begins.length;
  const most = Math.max(64, Math.floor(count / COMMON_SHARE));
  const counts = new Uint32Array(CODES);
  const seen = new Uint32Array(CODES);
  for (let line = 0; line < count; line += 1) {
    const end = ends[line] ?? 0;
    for (let at = begins[line] ?? end; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (seen[code] === line + 1) continue;
      seen[code] = line + 1;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  const offsets = offsetsOf(counts, most);
  return { counts, offsets, most, lines: listed(text, [begins, ends], { counts, offsets, most }) };
}

function offsetsOf(counts: Uint32Array, most: number): Uint32Array {
  const offsets = new Uint32Array(CODES + 1);
  let sum = 0;
  for (let code = 0; code < CODES; code += 1) {
    offsets[code] = sum;
    const own = counts[code] ?? 0;
    if (own <= most) sum += own;
  }
  offsets[CODES] = sum;
  return offsets;
}

function listed(text: string, [begins, ends]: Bounds, known: Omit<CharacterLines, "lines">): Uint32Array {
  const { counts, offsets, most } = known;
  const lines = new Uint32Array(offsets[CODES] ?? 0);
  const next = offsets.slice();
  const seen = new Uint32Array(CODES);
  for (let line = 0; line < begins.length; line += 1) {
    const end = ends[line] ?? 0;
    for (let at = begins[line] ?? end; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (seen[code] === line + 1 || (counts[code] ?? 0) > most) continue;
      seen[code] = line + 1;
      const slot = next[code] ?? 0;
      lines[slot] = line;
      next[code] = slot + 1;
    }
  }
  return lines;
}

/** The lines that hold the rarest character of a word, in order; undefined when each of its characters is on many. */
export function linesToTry(known: CharacterLines, word: string): Uint32Array | undefined {
  let rarest = -1;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (rarest < 0 || (known.counts[code] ?? 0) < (known.counts[rarest] ?? 0)) rarest = code;
  }
  if (rarest < 0 || (known.counts[rarest] ?? 0) > known.most) return undefined;
  return known.lines.subarray(known.offsets[rarest], known.offsets[rarest + 1]);
}
