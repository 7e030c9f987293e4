// R14: the server's work of each night on the moved clock, which tells whoever must be told and lets climb what nobody acted on; and the
// office, which lets the leading group be told as well, once it has seen whom that would hit.
import { previewClimbing } from "#api/climbing.ts";
import { addDays } from "#domain/calendar/local-date.ts";
import { newId } from "./person.ts";
import type { World } from "./world.ts";

const lastNight = new WeakMap<World, string>();

/** Every night since the last one up to and with this day's, before anybody acts. */
export async function workNights(world: World, day: string): Promise<void> {
  const before = lastNight.get(world) ?? addDays(day, -1);
  lastNight.set(world, day);
  for (let night = addDays(before, 1); night <= day; night = addDays(night, 1)) {
    // R14 broken: for the month in which the first deadlines pass nobody is told anything.
    if (world.sabotage === "R14" && night.startsWith(`${world.year}-05`)) continue;
    await world.stage.workNight(world.tenantId, night);
  }
}

/** Days overdue at which the leading group is told. */
const GROUP_DAYS = 10;

export function planClimbing(world: World): void {
  world.agenda.on(`${world.year}-04-10`, "office", async () => {
    const { officeLead } = world.cast;
    const ladders = {
      enterprise: { before: 3, again: 1, community: 3, office: 7, leadingGroup: GROUP_DAYS },
      agency: { before: 2, again: 1, community: null, office: 3, leadingGroup: null },
      referralAfterDays: 30,
    };
    const { counts } = previewClimbing.response.parse(await officeLead.post(previewClimbing.path, { ladders }));
    await officeLead.act("climbing.change", {
      ...{ ruleId: newId(), ladders, validFrom: world.today(), reason: "领导小组要求逾期十天的由组长过问" },
      previewedOn: world.today(),
      previewedHits: counts.reduce((sum, { hits }) => sum + hits, 0),
    });
  });
}
