// What of a text was taken out and what was put in, for showing two versions of an article beside each other.

/** A stretch of one text; `differs` where the other text lacks it. */
export interface Stretch {
  readonly text: string;
  readonly differs: boolean;
}

export interface Differences {
  readonly before: readonly Stretch[];
  readonly after: readonly Stretch[];
}

/** Longer texts are shown whole: comparing grows with the product of the lengths. */
const LONGEST = 3000;

/** Both texts cut where they differ, by their longest common subsequence of characters. */
export function wordDifferences(before: string, after: string): Differences {
  const [a, b] = [[...before], [...after]];
  if (before === after || a.length > LONGEST || b.length > LONGEST)
    return { before: whole(before, before !== after), after: whole(after, before !== after) };
  const [keptA, keptB] = commonPlaces(a, b);
  return { before: stretches(a, keptA), after: stretches(b, keptB) };
}

function whole(text: string, differs: boolean): readonly Stretch[] {
  return text === "" ? [] : [{ text, differs }];
}

/** Which characters of each text belong to the longest common subsequence. */
function commonPlaces(a: readonly string[], b: readonly string[]): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1)
    for (let column = b.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const [inA, inB] = [new Set<number>(), new Set<number>()];
  let [row, column] = [0, 0];
  while (row < a.length && column < b.length) {
    if (a[row] === b[column]) {
      inA.add(row);
      inB.add(column);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return [inA, inB];
}

function stretches(characters: readonly string[], common: ReadonlySet<number>): readonly Stretch[] {
  const found: { text: string; differs: boolean }[] = [];
  for (const [index, character] of characters.entries()) {
    const differs = !common.has(index);
    const last = found.at(-1);
    if (last && last.differs === differs) last.text += character;
    else found.push({ text: character, differs });
  }
  return found;
}
