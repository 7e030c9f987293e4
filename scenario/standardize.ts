// R4's second target: industrial enterprises from ten million yuan are graded in the course of the year.
import { addDays } from "#domain/calendar/local-date.ts";
import { newId } from "./person.ts";
import type { Listed, World } from "./world.ts";

const LINE_FEN = 1_000_000_000;

/** A third was graded before the year began, the others follow from June to November. */
export function planStandardization(world: World): void {
  const owing = world.listed.filter((one) => one.industryCode.startsWith("C") && one.mainRevenueFen >= LINE_FEN);
  // R4 broken: one enterprise is never graded.
  const graded = world.sabotage === "R4" ? owing.slice(1) : owing;
  for (const [index, enterprise] of graded.entries()) {
    const isOld = index % 3 === 0;
    const day = isOld
      ? `${world.year}-04-01`
      : addDays(`${world.year}-06-01`, Math.floor((index / graded.length) * 170));
    const effectiveFrom = isOld ? `${world.year - 1}-09-01` : day;
    world.agenda.on(day, "office", () => grade(world, enterprise, effectiveFrom));
  }
}

async function grade(world: World, enterprise: Listed, effectiveFrom: string): Promise<void> {
  const [officer] = world.cast.officers;
  await officer?.act("standardization.record", {
    ...{ standardizationId: newId(), enterpriseId: enterprise.enterpriseId, state: "graded", effectiveFrom },
    grade: enterprise.aboveScale ? "three" : "smallMicro",
    certificateNo: `演示标${enterprise.registerNo}号`,
    validTo: addDays(effectiveFrom, 3 * 365),
  });
}
