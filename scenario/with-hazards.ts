// An enterprise with hazards of every kind: photo and none, shorter days, fixed on the spot, time granted and time refused.
import { addDays } from "#domain/calendar/local-date.ts";
import { type Find, ON_SITE, RECORDS } from "./finds.ts";
import { type Found, type Inspected, inspect, type OpenHazard } from "./inspect.ts";
import { followUp } from "./ordinary.ts";
import { askForTime, submit } from "./rectify.ts";
import { reinspect } from "./reinspect.ts";
import { reportLater } from "./reports.ts";
import { superviseLater } from "./supervise.ts";
import { nextWorkingDay, workingDayFrom } from "./working-days.ts";
import { listedOf, type PlannedInspection, type World } from "./world.ts";

/** The catalogue item as the story's inspectors know it. */
export function findOf(itemCode: string): Find {
  const find = [...ON_SITE, ...RECORDS].find((one) => one.itemCode === itemCode);
  if (!find) throw new Error(`nobody of the story finds ${itemCode}`);
  return find;
}

const SHORTER = { days: 3, reason: "车间正在生产，出口不能等半个月" };

const FIRST: readonly Found[] = [
  { ...findOf("XC-05-05"), days: SHORTER },
  findOf("XC-02-01"),
  findOf("XC-03-02"),
  { ...findOf("JC-04-02"), withoutPhoto: "documentsAbsent" },
  { ...findOf("XC-06-03"), fixedOnSite: true },
  findOf("JC-06-02"),
  findOf("XC-05-02"),
];
const LATER: readonly Found[] = [findOf("XC-05-04"), { ...findOf("JC-07-01"), withoutPhoto: "documentsAbsent" }];
const GRANTED_DAYS = 20;

export function playWithHazards(world: World, inspection: PlannedInspection): void {
  world.agenda.on(inspection.plannedOn, "field", async () => {
    if (inspection.periodNo > 1) {
      const found = inspection.plannedOn > `${world.year + 1}-03-01` ? [] : LATER;
      await followUp(world, await inspect(world, inspection, { found }));
      return;
    }
    const inspected = await inspect(world, inspection, { found: FIRST });
    reportLater(world, inspected);
    superviseLater(world, inspected);
    planFirst(world, inspected);
  });
}

function planFirst(world: World, inspected: Inspected): void {
  const { day, open } = inspected;
  const [exit, guard, stack, system, training, extinguisher] = open;
  if (!exit || !guard || !stack || !system || !training || !extinguisher) throw new Error("a hazard is missing");
  const enterprise = listedOf(world, inspected.inspection.enterpriseId);
  const owner = (after: number, run: () => Promise<void>) => world.agenda.on(addDays(day, after), "owner", run);
  owner(2, () => submit(world, enterprise, exit));
  owner(6, () => askForTime(world, inspected, guard, GRANTED_DAYS));
  owner(6, () => askForTime(world, inspected, stack, undefined));
  owner(10, () => submit(world, enterprise, system));
  owner(10, () => submit(world, enterprise, training));
  owner(14, () => submit(world, enterprise, stack));
  owner(15 + GRANTED_DAYS - 2, () => submit(world, enterprise, guard));
  const look = (after: number, hazards: readonly OpenHazard[]) => {
    const on = nextWorkingDay(world, workingDayFrom(world, addDays(day, after)), 2);
    world.agenda.on(on, "field", () =>
      reinspect(
        world,
        inspected,
        hazards.map((hazard) => ({ hazard })),
      ),
    );
  };
  look(15, [exit, stack, system, training, extinguisher]);
  look(15 + GRANTED_DAYS, [guard]);
}
