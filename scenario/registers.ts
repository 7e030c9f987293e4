// R13: every enterprise that is served has its emergency plan and its drills in the registers, entered by the owner where one signs in,
// else by the community on its behalf; where law asks for a drill each half year, a second one in autumn.
import { addDays } from "#domain/calendar/local-date.ts";
import { newId } from "./person.ts";
import { keeperOf } from "./rectify.ts";
import { workingDayFrom } from "./working-days.ts";
import type { Listed, World } from "./world.ts";

const PLAN_YEARS = 3;

/** Before the flood season; the days are known once the phones have the calendar. */
export function planRegisters(world: World, served: readonly Listed[]): void {
  world.agenda.on(`${world.year}-05-06`, "office", async () => planEntries(world, served));
}

function planEntries(world: World, served: readonly Listed[]): void {
  for (const enterprise of served) {
    const day = workingDayFrom(world, addDays(`${world.year}-05-12`, enterprise.registerNo % 15));
    world.agenda.on(day, "owner", async () => {
      // R13 broken: one enterprise has no emergency plan.
      if (world.sabotage !== "R13" || enterprise !== served.at(-1)) await enterPlan(world, enterprise);
      await enterDrill(world, enterprise);
    });
    if (!isRisky(enterprise)) continue;
    const autumn = workingDayFrom(world, addDays(`${world.year}-11-05`, enterprise.registerNo % 5));
    world.agenda.on(autumn, "owner", () => enterDrill(world, enterprise));
  }
}

/** Dangerous goods or works: a drill each half year. */
const isRisky = ({ tag }: Listed): boolean => tag !== null;

async function enterPlan(world: World, enterprise: Listed): Promise<void> {
  const { enterpriseId } = enterprise;
  const published = addDays(world.today(), -200);
  await keeperOf(world, enterprise).act("register.enter", {
    ...{
      entryId: newId(),
      enterpriseId,
      kind: "emergencyPlan",
      variety: "overall",
      subject: "生产安全事故综合应急预案",
    },
    ...{ number: `演示备案-${enterpriseId.slice(-4)}`, happenedOn: published },
    next: { source: "own", on: `${Number(published.slice(0, 4)) + PLAN_YEARS}${published.slice(4)}` },
  });
}

async function enterDrill(world: World, enterprise: Listed): Promise<void> {
  const { enterpriseId, registerNo } = enterprise;
  const heldOn = world.today();
  const next = isRisky(enterprise)
    ? { source: "term", term: "drill" }
    : { source: "own", on: `${Number(heldOn.slice(0, 4)) + 1}${heldOn.slice(4)}` };
  await keeperOf(world, enterprise).act("register.enter", {
    ...{ entryId: newId(), enterpriseId, kind: "drill", variety: "overall", subject: "火灾疏散和初起火灾扑救", next },
    ...{ headcount: 8 + (registerNo % 40), happenedOn: heldOn, note: "疏散用时三分钟，灭火器两名员工不会用，当场补教" },
  });
}
