// An enterprise whose second visit slips beyond its period: moved by the office with its reason, made then, and shown as moved.
import { addDays } from "#domain/calendar/local-date.ts";
import { type Found, inspect } from "./inspect.ts";
import { followUp } from "./ordinary.ts";
import { findOf } from "./with-hazards.ts";
import { workingDayFrom } from "./working-days.ts";
import type { PlannedInspection, World } from "./world.ts";

const FIRST: readonly Found[] = [findOf("XC-06-02"), findOf("XC-05-03"), findOf("JC-09-03")];
const SLIPPED_PERIOD = 2;

export function playSlipped(world: World, inspection: PlannedInspection): void {
  if (inspection.periodNo === SLIPPED_PERIOD) {
    world.agenda.on(inspection.plannedOn, "office", () => slip(world, inspection));
    return;
  }
  visitOn(world, inspection, inspection.periodNo === 1 ? FIRST : []);
}

async function slip(world: World, inspection: PlannedInspection): Promise<void> {
  const plannedOn = workingDayFrom(world, addDays(inspection.periodEndsOn, 8));
  const reason = "企业停产检修，生产线全停，改到节后开工再查";
  await world.cast.officeLead.act("task.replan", { taskId: inspection.taskId, plannedOn, reason });
  visitOn(world, { ...inspection, plannedOn }, []);
}

function visitOn(world: World, inspection: PlannedInspection, found: readonly Found[]): void {
  world.agenda.on(inspection.plannedOn, "field", async () => {
    await followUp(world, await inspect(world, inspection, { found }));
  });
}
