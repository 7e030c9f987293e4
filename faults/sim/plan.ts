// Which faults a run injects: every kind at least at its floor, the rest spread over the cheap ones, shuffled by the seed.
import type { Random } from "./random.ts";

export const KINDS = [
  "tabKilled",
  "powerCut",
  "quotaExceeded",
  "requestLost",
  "responseLost",
  "duplicate",
  "reorder",
  "halfUpload",
  "slowDown",
  "serverRestart",
  "databaseRestart",
  "clockForward",
  "clockBack",
  "twoTabs",
  "appUpdate",
  "phoneSwap",
] as const;
export type Kind = (typeof KINDS)[number];

const RARE = new Set<Kind>(["serverRestart", "databaseRestart"]);
/** Restarts take seconds of real time each; everything else is cheap enough to be common. */
const FLOOR = 0.03;
const RARE_FLOOR = 0.005;

export const SMALLEST_COUNT = 1_000;

export function floorOf(kind: Kind, count: number): number {
  return Math.ceil(count * (RARE.has(kind) ? RARE_FLOOR : FLOOR) - 1e-9);
}

/** Exactly `count` faults. */
export function planFaults(count: number, random: Random): Kind[] {
  const plan = KINDS.flatMap((kind) => Array.from({ length: floorOf(kind, count) }, () => kind));
  const common = KINDS.filter((kind) => !RARE.has(kind));
  while (plan.length < count) plan.push(common[plan.length % common.length] as Kind);
  return random.shuffled(plan.slice(0, count));
}

/** The kinds that fall short of their floor. */
export function belowFloor(byKind: Readonly<Record<Kind, number>>, count: number): Kind[] {
  return KINDS.filter((kind) => byKind[kind] < floorOf(kind, count));
}
