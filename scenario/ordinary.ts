// What goes its way without a story of its own: inspected when planned, supervised, mostly put right, looked at again, closed.
import { addDays } from "#domain/calendar/local-date.ts";
import { type Found, type Inspected, inspect, ordinaryFinds } from "./inspect.ts";
import { leaveLoose } from "./loose-ends.ts";
import { rectifyLater } from "./rectify.ts";
import { reinspect } from "./reinspect.ts";
import { reportLater } from "./reports.ts";
import { superviseLater } from "./supervise.ts";
import { nextWorkingDay, workingDayFrom } from "./working-days.ts";
import { type Listed, listedOf, type PlannedInspection, type World } from "./world.ts";

const LOOSE = [2, 4] as const;

/** One period of an ordinary enterprise. */
export function playOrdinary(world: World, inspection: PlannedInspection): void {
  world.agenda.on(inspection.plannedOn, "field", async () => {
    const enterprise = listedOf(world, inspection.enterpriseId);
    const found = ordinaryFinds(enterprise, inspection.periodNo, rangeOf(world, inspection));
    const inspected = await inspect(world, inspection, {
      found: isLoose(world) ? withSuspicion(found, enterprise) : found,
    });
    await (isLoose(world) && inspected.open.length > 0 ? leaveLoose(world, inspected) : followUp(world, inspected));
  });
}

const isLoose = (world: World): boolean => world.looseFrom !== undefined && world.today() >= world.looseFrom;

function rangeOf(world: World, inspection: PlannedInspection): readonly [number, number] {
  if (inspection.periodNo === 1) return world.hazards.first;
  return isLoose(world) ? LOOSE : [0, laterMost(world, inspection)];
}

/** Now and then one of those that are left open may be major. */
function withSuspicion(found: readonly Found[], { registerNo }: Listed): readonly Found[] {
  if (registerNo % 10 !== 4) return found;
  const suspectedMajor = "安全出口锁闭、疏散通道堵塞，生产期间有人作业";
  return found.map((one, index) => (index === 0 && !one.fixedOnSite ? { ...one, suspectedMajor } : one));
}

/** A last inspection that ends the year finds nothing, so that its year closes with the year. */
function laterMost(world: World, { plannedOn }: PlannedInspection): number {
  return plannedOn > `${world.year + 1}-03-01` ? 0 : world.hazards.later;
}

/** Report, supervision, the owner's answers and the re-inspection that follow from an inspection. */
export async function followUp(world: World, inspected: Inspected): Promise<void> {
  reportLater(world, inspected);
  if (inspected.open.length === 0) return;
  superviseLater(world, inspected);
  rectifyLater(world, inspected);
  world.agenda.on(firstLook(world, inspected), "field", () => lookAgain(world, inspected));
}

/** A few working days into the window that begins with the last deadline. */
export function firstLook(world: World, { day, open, enterprise }: Inspected): string {
  const longest = Math.max(...open.map(({ days }) => days));
  const from = workingDayFrom(world, addDays(day, longest));
  return nextWorkingDay(world, from, 1 + (enterprise.registerNo % 4));
}

/** One in nine leaves something undone; it is closed on the second look. */
async function lookAgain(world: World, inspected: Inspected): Promise<void> {
  const { open, enterprise } = inspected;
  const isSlow = enterprise.registerNo % 9 === 5;
  const verdicts = open.map((hazard, index) =>
    isSlow && index === open.length - 1 ? { hazard, failed: "只做了一半，仍有缺口" } : { hazard },
  );
  await reinspect(world, inspected, verdicts);
  const left = verdicts.flatMap((verdict) => ("failed" in verdict ? [{ hazard: verdict.hazard }] : []));
  if (left.length === 0) return;
  const again = nextWorkingDay(world, workingDayFrom(world, addDays(world.today(), 15)), 3);
  world.agenda.on(again, "field", () => reinspect(world, inspected, left));
}
