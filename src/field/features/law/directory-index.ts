// The directory of 100,000 enterprises and more as one long text of short lines, with the lines each rarer character stands
// on. Built from what is stored in a fraction of a second, so that nothing of it has to be stored beside. Pure.
import type { DirectoryRow } from "#api/sync.ts";
import type { DirectoryPortion } from "../../store/directory-database.ts";
import { type Bounds, type CharacterLines, charactersOf } from "./character-lines.ts";

export interface FoundEnterprise extends DirectoryRow {
  /** The membership that sees it. */
  readonly scope: string;
}

export interface DirectoryIndex {
  readonly count: number;
  /** A line each: name, address, community and credit code with tabs between. */
  readonly text: string;
  readonly lines: Bounds;
  readonly names: Bounds;
  readonly inLine: CharacterLines;
  readonly inName: CharacterLines;
  /** Lines by the first character of their name. */
  readonly byFirst: ReadonlyMap<number, readonly number[]>;
  readonly portions: readonly IndexedPortion[];
}

interface IndexedPortion extends DirectoryPortion {
  /** Where each row of the facts begins; one more at the end. */
  readonly factStarts: Uint32Array;
}

export function indexOf(portions: readonly DirectoryPortion[]): DirectoryIndex {
  const filled = portions.filter((one) => one.count > 0);
  const count = filled.reduce((sum, one) => sum + one.count, 0);
  const text = filled.map((one) => one.search).join("\n");
  const starts = lineStarts(text, count);
  const begins = starts.subarray(0, count);
  const lines: Bounds = [begins, starts.slice(1).map((start) => start - 1)];
  const names: Bounds = [begins, begins.map((begin) => text.indexOf("\t", begin))];
  return {
    ...{ count, text, lines, names, byFirst: byFirstCharacter(text, begins) },
    ...{ inLine: charactersOf(text, lines), inName: charactersOf(text, names) },
    portions: filled.map((one) => ({ ...one, factStarts: lineStarts(one.facts, one.count) })),
  };
}

/** Where each line begins, and one more where a further one would. */
function lineStarts(text: string, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let at = 0;
  for (let line = 1; line < count; line += 1) {
    at = text.indexOf("\n", at) + 1;
    starts[line] = at;
  }
  if (count > 0) starts[count] = text.length + 1;
  return starts;
}

function byFirstCharacter(text: string, begins: Uint32Array): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  for (let line = 0; line < begins.length; line += 1) {
    const code = text.charCodeAt(begins[line] ?? 0);
    const own = lines.get(code);
    if (own) own.push(line);
    else lines.set(code, [line]);
  }
  return lines;
}

export function rowAt({ portions }: DirectoryIndex, line: number): FoundEnterprise {
  let left = line;
  for (const portion of portions) {
    if (left < portion.count) return { ...parsedRow(portion, left), scope: portion.scope };
    left -= portion.count;
  }
  throw new RangeError(`the directory has no line ${line}`);
}

/** Written by this app from a checked answer. */
function parsedRow({ facts, factStarts }: IndexedPortion, line: number): DirectoryRow {
  return JSON.parse(facts.slice(factStarts[line], (factStarts[line + 1] ?? 0) - 1)) as DirectoryRow;
}
