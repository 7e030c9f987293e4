// Finds enterprises by any stretch of name, address, community or credit code, among 100,000 and more. No index of words: one
// long text of short lines, run through from end to end, is as fast as a phone needs and costs nothing to build. Pure.
import type { DirectoryRow } from "#api/sync.ts";
import type { DirectoryPortion } from "../../store/directory-database.ts";
import { folded } from "../../store/folded.ts";

export interface FoundEnterprise extends DirectoryRow {
  /** The membership that sees it. */
  readonly scope: string;
}

export interface DirectoryIndex {
  readonly count: number;
  readonly text: string;
  /** Where each line of the text begins; one more at the end. */
  readonly starts: Uint32Array;
  readonly portions: readonly DirectoryPortion[];
}

export function indexOf(portions: readonly DirectoryPortion[]): DirectoryIndex {
  const filled = portions.filter((one) => one.count > 0);
  const count = filled.reduce((sum, one) => sum + one.count, 0);
  const text = filled.map((one) => one.search).join("\n");
  const starts = new Uint32Array(count + 1);
  let at = 0;
  for (let line = 1; line < count; line += 1) {
    at = text.indexOf("\n", at) + 1;
    starts[line] = at;
  }
  starts[count] = text.length + 1;
  return { count, text, starts, portions: filled };
}

export interface DirectoryFinds {
  readonly found: readonly FoundEnterprise[];
  /** How many lines hold all words; `found` shows the best of them. */
  readonly total: number;
}

const NONE: DirectoryFinds = { found: [], total: 0 };

/**
 * Names that begin with the words first, then names that hold them, then the rest. Without any, names that hold the characters
 * in their order, as people shorten a firm's name.
 */
export function findEnterprises(index: DirectoryIndex, query: string, limit: number): DirectoryFinds {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return NONE;
  const whole = linesWith(index, words);
  const lines = whole.length > 0 ? whole : shortened(index, words.join(""));
  const ranked = rank(index, lines, words[0] ?? "", limit);
  return { found: ranked.map((line) => rowAt(index, line)), total: lines.length };
}

/** Lines that hold every word, by the longest of them. */
function linesWith({ text, starts }: DirectoryIndex, words: readonly string[]): number[] {
  const [longest = "", ...others] = words.toSorted((a, b) => b.length - a.length);
  const lines: number[] = [];
  let line = 0;
  for (let at = text.indexOf(longest); at >= 0; at = text.indexOf(longest, at)) {
    line = lineAt(starts, at, line);
    const end = starts[line + 1] ?? text.length;
    if (others.length === 0) lines.push(line);
    else {
      const own = text.slice(starts[line], end);
      if (others.every((word) => own.includes(word))) lines.push(line);
    }
    at = end;
  }
  return lines;
}

/** 恒达厂 for 恒达机械厂: the same characters in their order within a name. */
function shortened({ text, starts }: DirectoryIndex, characters: string): number[] {
  if (characters.length < 2) return [];
  const pattern = new RegExp([...characters].map(literal).join("[^\\t\\n]*?"), "g");
  const lines: number[] = [];
  let line = 0;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    line = lineAt(starts, hit.index, line);
    // Further along the line stand address and credit code.
    if (!text.slice(starts[line], hit.index).includes("\t")) lines.push(line);
    pattern.lastIndex = starts[line + 1] ?? text.length;
  }
  return lines;
}

/** Signs that mean something to a pattern stand for themselves. */
function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
}

/** The line a position belongs to, at or after `from`. */
function lineAt(starts: Uint32Array, at: number, from: number): number {
  let low = from;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rank({ text, starts }: DirectoryIndex, lines: readonly number[], word: string, limit: number): number[] {
  const begins: number[] = [];
  const inName: number[] = [];
  const elsewhere: number[] = [];
  for (const line of lines) {
    if (begins.length >= limit) break;
    const start = starts[line] ?? 0;
    if (text.startsWith(word, start)) begins.push(line);
    else if (inName.length >= limit) continue;
    else if (nameOf(text, start).includes(word)) inName.push(line);
    else if (elsewhere.length < limit) elsewhere.push(line);
  }
  return [...begins, ...inName, ...elsewhere].slice(0, limit);
}

function nameOf(text: string, start: number): string {
  return text.slice(start, text.indexOf("\t", start));
}

function rowAt({ portions }: DirectoryIndex, line: number): FoundEnterprise {
  let left = line;
  for (const portion of portions) {
    if (left < portion.count) return { ...parsedRow(portion, left), scope: portion.scope };
    left -= portion.count;
  }
  throw new RangeError(`the directory has no line ${line}`);
}

const splitFacts = new WeakMap<DirectoryPortion, readonly string[]>();

/** Written by this app from a checked answer. */
function parsedRow(portion: DirectoryPortion, line: number): DirectoryRow {
  const lines = splitFacts.get(portion) ?? portion.facts.split("\n");
  splitFacts.set(portion, lines);
  return JSON.parse(lines[line] ?? "{}") as DirectoryRow;
}
