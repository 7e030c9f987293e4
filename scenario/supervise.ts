// 督促整改: the community presses half-way to the deadline, by visit, call or message.
import { addDays } from "#domain/calendar/local-date.ts";
import type { Inspected } from "./inspect.ts";
import { newId } from "./person.ts";
import { earlierOf, laterOf, workingDayUntil } from "./working-days.ts";
import { listedOf, type World } from "./world.ts";

const MEANS = ["visit", "call", "message"] as const;
const NOTES = [
  "看了现场，两处已在改，其余答应本周内完成",
  "电话问了负责人，材料已到，周末停机时装",
  "群里发了清单和照片，负责人回复收到",
];

/** Plans the supervision this inspection asks for, within its period. */
export function superviseLater(world: World, inspected: Inspected): void {
  const { day, open, inspection } = inspected;
  if (open.length === 0) return;
  const halfWay = addDays(day, Math.floor(Math.min(...open.map(({ days }) => days)) / 2));
  const last = earlierOf(halfWay, inspection.periodEndsOn);
  const on = workingDayUntil(world, last);
  const hazardIds = open.map(({ hazardId }) => hazardId);
  world.agenda.on(laterOf(on, day), "supervision", () => supervise(world, inspection.enterpriseId, hazardIds));
}

export async function supervise(world: World, enterpriseId: string, hazardIds: readonly string[]): Promise<void> {
  const { registerNo, siteId, communityId } = listedOf(world, enterpriseId);
  const community = world.cast.communities.find(({ id }) => id === communityId);
  if (!community) throw new Error("the enterprise lies in no community");
  const turn = registerNo % 3;
  const args = { supervisionId: newId(), siteId, means: MEANS[turn], note: NOTES[turn], hazardIds };
  await community.officer.act("supervision.record", args);
}
