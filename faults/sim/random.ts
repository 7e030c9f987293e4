// Chance by seed: the same seed gives the same run.

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** From 0 to `below` - 1. */
  whole(below: number): number;
  shuffled<T>(all: readonly T[]): T[];
}

/** Mulberry32. */
export function randomBy(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return {
    next,
    whole,
    shuffled(all) {
      const copy = [...all];
      for (let at = copy.length - 1; at > 0; at -= 1) {
        const other = whole(at + 1);
        [copy[at], copy[other]] = [copy[other] as (typeof copy)[0], copy[at] as (typeof copy)[0]];
      }
      return copy;
    },
  };
}

/** A seed of its own for each part of a run. */
export function derivedSeed(seed: number, part: number): number {
  return (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(part + 1, 0xc2b2ae35)) >>> 0;
}
