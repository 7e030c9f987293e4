// The demonstration's last weeks are not tidied up: something waits with every side, some in time, some late.
import { addDays } from "#domain/calendar/local-date.ts";
import type { Inspected, OpenHazard } from "./inspect.ts";
import { newId } from "./person.ts";
import { letOwnerSignIn, rectifyLater, submit } from "./rectify.ts";
import { reportLater } from "./reports.ts";
import { superviseLater } from "./supervise.ts";
import { nextWorkingDay, workingDayFrom } from "./working-days.ts";
import type { World } from "./world.ts";

type Leave = (world: World, inspected: Inspected, hazard: OpenHazard) => Promise<void>;

/** What is left lying, in turn. */
const LEFT: readonly Leave[] = [
  leaveOverdue,
  proposeReferral,
  askAndWait,
  objectAndWait,
  submitAndWait,
  proposeVoid,
  refer,
  leaveOverdue,
];

const turns = new WeakMap<World, number>();

/** Report (every third stays a draft), supervision, and one loose end instead of a closing. */
export async function leaveLoose(world: World, inspected: Inspected): Promise<void> {
  const turn = turns.get(world) ?? 0;
  turns.set(world, turn + 1);
  if (turn % 3 !== 2) reportLater(world, inspected);
  if (turn % 4 !== 3) superviseLater(world, inspected);
  const [hazard, ...others] = inspected.open;
  const leave = LEFT[turn % LEFT.length] ?? leaveOverdue;
  await leave(world, inspected, hazard ?? none());
  if (leave !== submitAndWait) rectifyLater(world, { ...inspected, open: others });
}

function none(): never {
  throw new Error("nothing is open to be left");
}

/** The owner does nothing, and nobody has come again yet. */
async function leaveOverdue(): Promise<void> {}

function later(world: World, { day }: Inspected, days: number, run: () => Promise<void>): void {
  world.agenda.on(workingDayFrom(world, addDays(day, days)), "office", run);
}

async function proposeReferral(world: World, inspected: Inspected, { hazardId, days }: OpenHazard): Promise<void> {
  const { expert } = await world.phoneOf(inspected.expertId);
  const reason = "期限已过，督促后仍没有动";
  later(world, inspected, days + 1, () =>
    expert.act("referral.propose", { hazardId, referralId: newId(), ground: "overdue", reason }),
  );
}

async function refer(world: World, inspected: Inspected, hazard: OpenHazard): Promise<void> {
  await proposeReferral(world, inspected, hazard);
  const { hazardId, days } = hazard;
  const day = workingDayFrom(world, addDays(inspected.day, days + 1));
  world.agenda.on(nextWorkingDay(world, day, 2), "office", () =>
    world.cast.officeLead.act("referral.decide", { hazardId, outcome: "refer", reason: "同意移送" }),
  );
}

async function askAndWait(world: World, inspected: Inspected, { hazardId }: OpenHazard): Promise<void> {
  const owner = await ownerOf(world, inspected);
  const parts = {
    stepsTaken: "已停用并下单订货",
    reason: "配件要定做，供货三周",
    interimProtection: "断电上锁，拉警戒线",
  };
  later(world, inspected, 2, () =>
    owner.act("extension.request", { hazardId, extensionId: newId(), daysNeeded: 20, ...parts }),
  );
}

async function objectAndWait(world: World, inspected: Inspected, { hazardId }: OpenHazard): Promise<void> {
  const owner = await ownerOf(world, inspected);
  const reason = "这处是隔壁企业租用的，不归我们管";
  later(world, inspected, 2, () => owner.act("contest.raise", { hazardId, reason }));
}

async function submitAndWait(world: World, inspected: Inspected): Promise<void> {
  for (const hazard of inspected.open)
    later(world, inspected, Math.min(4, hazard.days), () => submit(world, inspected.enterprise, hazard));
}

async function proposeVoid(world: World, inspected: Inspected, { hazardId }: OpenHazard): Promise<void> {
  const { expert } = await world.phoneOf(inspected.expertId);
  const reason = "与上次检查的一条重复";
  later(world, inspected, 1, () => expert.act("hazard.proposeVoid", { hazardId, reason }));
}

async function ownerOf(world: World, { enterprise }: Inspected) {
  const { enterpriseId } = enterprise;
  if (!world.owners.has(enterpriseId)) await letOwnerSignIn(world, enterpriseId);
  return world.owners.get(enterpriseId) ?? none();
}
