// Finds enterprises by any stretch of name, address, community or credit code. Each word is looked for only on the lines of its
// rarest character; who is found too often is counted no further, since nobody reads a thousand lines. Pure.
import { folded } from "../../store/folded.ts";
import { type CharacterLines, linesToTry } from "./character-lines.ts";
import { type DirectoryIndex, type FoundEnterprise, rowAt } from "./directory-index.ts";

/** Counted up to here. */
export const MOST_COUNTED = 1_000;

export interface DirectoryFinds {
  readonly found: readonly FoundEnterprise[];
  /** How many lines hold all words, at most `MOST_COUNTED`; `found` shows the best of them. */
  readonly total: number;
}

const NONE: DirectoryFinds = { found: [], total: 0 };

/**
 * Names that begin with the words first, then names that hold them, then the rest. Without any, names that hold the characters
 * in their order, as people shorten a firm's name.
 */
export function findEnterprises(index: DirectoryIndex, query: string, limit: number): DirectoryFinds {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const [first = "", ...others] = words;
  if (first === "") return NONE;
  const all = linesWith(index, words, Math.max(limit, MOST_COUNTED));
  if (all.length === 0) return shortened(index, words.join(""), limit);
  const best = new Set(beginning(index, first, others, limit));
  if (best.size < limit) for (const line of named(index, first, others, limit)) best.add(line);
  if (best.size < limit) for (const line of all) best.add(line);
  return { found: [...best].slice(0, limit).map((line) => rowAt(index, line)), total: all.length };
}

/** Lines that hold every word in whatever field. */
function linesWith(index: DirectoryIndex, words: readonly string[], limit: number): number[] {
  const { text, lines, inLine } = index;
  const holdsAll = holdsEach(index, words);
  const tried = linesToTry(inLine, words.join(""));
  if (tried) return taken(tried, limit, holdsAll);
  const [longest = ""] = words.toSorted((a, b) => b.length - a.length);
  return scanned(text, lines[0], longest, limit, holdsAll);
}

function beginning(index: DirectoryIndex, word: string, others: readonly string[], limit: number): number[] {
  const { text, lines } = index;
  const holdsOthers = holdsEach(index, others);
  const tried = index.byFirst.get(word.charCodeAt(0)) ?? [];
  return taken(tried, limit, (line) => text.startsWith(word, lines[0][line]) && holdsOthers(line));
}

/** Names that hold the first word. */
function named(index: DirectoryIndex, word: string, others: readonly string[], limit: number): number[] {
  const { text, names, inName } = index;
  const holdsOthers = holdsEach(index, others);
  const isNamed = (line: number) => text.slice(names[0][line], names[1][line]).includes(word) && holdsOthers(line);
  const tried = linesToTry(inName, word);
  return tried ? taken(tried, limit, isNamed) : scanned(text, names[0], word, limit, isNamed);
}

function holdsEach({ text, lines }: DirectoryIndex, words: readonly string[]): (line: number) => boolean {
  if (words.length === 0) return () => true;
  return (line) => {
    const own = text.slice(lines[0][line], lines[1][line]);
    return words.every((word) => own.includes(word));
  };
}

function taken(tried: Iterable<number>, limit: number, isMeant: (line: number) => boolean): number[] {
  const lines: number[] = [];
  for (const line of tried) {
    if (lines.length >= limit) break;
    if (isMeant(line)) lines.push(line);
  }
  return lines;
}

/** Through the whole text, for words of which each character is on many lines. */
function scanned(text: string, begins: Uint32Array, word: string, limit: number, isMeant: (line: number) => boolean) {
  const lines: number[] = [];
  let line = 0;
  for (let at = text.indexOf(word); at >= 0 && lines.length < limit; at = text.indexOf(word, at)) {
    line = lineAt(begins, at, line);
    if (isMeant(line)) lines.push(line);
    if (line + 1 >= begins.length) break;
    at = begins[line + 1] ?? text.length;
  }
  return lines;
}

/** The line a position belongs to, at or after `from`: near it first, since the next hit is seldom far. */
function lineAt(begins: Uint32Array, at: number, from: number): number {
  let step = 1;
  while (from + step < begins.length && (begins[from + step] ?? 0) <= at) step *= 2;
  let low = from + (step >> 1);
  let high = Math.min(from + step, begins.length) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((begins[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** 恒达厂 for 恒达机械厂: the same characters in their order within a name. */
function shortened(index: DirectoryIndex, characters: string, limit: number): DirectoryFinds {
  if (characters.length < 2 || isForeign(index.inName, characters)) return NONE;
  const { text, names, count } = index;
  const isMeant = (line: number) => holdsInOrder(text, names[0][line] ?? 0, names[1][line] ?? 0, characters);
  const tried = linesToTry(index.inName, characters) ?? Uint32Array.from({ length: count }, (_, line) => line);
  const lines = taken(tried, Math.max(limit, MOST_COUNTED), isMeant);
  return { found: lines.slice(0, limit).map((line) => rowAt(index, line)), total: lines.length };
}

/** Some character stands in no name. */
function isForeign({ counts }: CharacterLines, characters: string): boolean {
  for (let at = 0; at < characters.length; at += 1) if (!counts[characters.charCodeAt(at)]) return true;
  return false;
}

function holdsInOrder(text: string, begin: number, end: number, characters: string): boolean {
  let next = 0;
  for (let at = begin; at < end && next < characters.length; at += 1) {
    if (text.charCodeAt(at) === characters.charCodeAt(next)) next += 1;
  }
  return next === characters.length;
}
