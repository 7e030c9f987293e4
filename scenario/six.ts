// Six enterprises whose year is told in full: clean, with hazards, a slipped visit, failed three times, referred, put into a batch.
import { playBatchOf } from "./batches.ts";
import { playFailed } from "./failed-three-times.ts";
import { inspect } from "./inspect.ts";
import { followUp } from "./ordinary.ts";
import { letOwnerSignIn } from "./rectify.ts";
import { playReferred } from "./refer.ts";
import { playSlipped } from "./slipped.ts";
import { playWithHazards } from "./with-hazards.ts";
import type { PlannedInspection, World } from "./world.ts";

export const SIX = ["clean", "withHazards", "slipped", "failedThreeTimes", "referred", "batch"] as const;
export type SixRole = (typeof SIX)[number];

/** One above scale for the one with hazards, the others below scale, in the order of the register. */
export function chooseSix(world: World): ReadonlyMap<string, SixRole> {
  const above = world.listed.find(({ ground }) => ground === "a");
  const below = world.listed.filter(({ ground }) => ground === "b");
  const chosen = SIX.map((role) => ({ role, one: role === "withHazards" ? above : below.shift() }));
  return new Map(chosen.flatMap(({ role, one }) => (one ? [[one.enterpriseId, role] as const] : [])));
}

type Play = (world: World, inspection: PlannedInspection) => void;

const plays: Readonly<Record<SixRole, Play>> = {
  clean: playClean,
  withHazards: playWithHazards,
  slipped: playSlipped,
  failedThreeTimes: playFailed,
  referred: playReferred,
  batch: playBatchOf,
};

/** Plans the inspections of the six that came onto the phones. */
export function playSix(world: World, six: ReadonlyMap<string, SixRole>, fresh: readonly PlannedInspection[]): void {
  for (const inspection of fresh) {
    const role = six.get(inspection.enterpriseId);
    if (role) plays[role](world, inspection);
  }
}

/** Somebody of each of the six signs in. */
export async function letOwnersSignIn(world: World, six: ReadonlyMap<string, SixRole>): Promise<void> {
  for (const enterpriseId of six.keys()) await letOwnerSignIn(world, enterpriseId);
}

/** Nothing is found in four visits; supervision and re-inspection are settled as nothing open. */
function playClean(world: World, inspection: PlannedInspection): void {
  // R10 broken: the third period's visit is never made.
  if (world.sabotage === "R10" && inspection.periodNo === 3) return;
  world.agenda.on(inspection.plannedOn, "field", async () => {
    await followUp(world, await inspect(world, inspection, { found: [] }));
  });
}
