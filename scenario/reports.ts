// R6: the report of each visit, drafted by the server, reviewed and released by two other persons of the agency.
import { derivedId } from "#domain/kernel/derived-id.ts";
import type { Inspected } from "./inspect.ts";
import { isChosen } from "./inspect.ts";
import { nextWorkingDay } from "./working-days.ts";
import type { World } from "./world.ts";

/** Drafted tonight, reviewed and released on the next working day. */
export function reportLater(world: World, inspected: Inspected): void {
  world.agenda.on(world.today(), "desk", () => draftTonight(world));
  // R6 broken: one report is never released.
  if (world.sabotage === "R6" && isChosen(world, inspected.enterprise, inspected.inspection.periodNo)) return;
  const documentId = derivedId(inspected.visitId, "report");
  world.agenda.on(nextWorkingDay(world, world.today(), 1), "desk", async () => {
    await world.cast.reviewer.act("report.review", { documentId });
    await world.cast.agencyLead.act("report.release", { documentId });
  });
}

const drafted = new WeakMap<World, Map<string, Promise<void>>>();

function draftTonight(world: World): Promise<void> {
  const days = drafted.get(world) ?? new Map<string, Promise<void>>();
  drafted.set(world, days);
  const day = world.today();
  const running = days.get(day) ?? world.stage.draftReports();
  days.set(day, running);
  return running;
}
