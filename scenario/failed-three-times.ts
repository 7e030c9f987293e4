// An enterprise whose hazard fails three re-inspections: a referral is proposed and declined, and the hazard, carried over into the
// next period, is closed there.
import { addDays } from "#domain/calendar/local-date.ts";
import { type Found, type Inspected, inspect, type OpenHazard } from "./inspect.ts";
import { firstLook, followUp } from "./ordinary.ts";
import { newId } from "./person.ts";
import { reinspect } from "./reinspect.ts";
import { reportLater } from "./reports.ts";
import { superviseLater } from "./supervise.ts";
import { watch } from "./under-watch.ts";
import { findOf } from "./with-hazards.ts";
import { laterOf, nextWorkingDay, workingDayFrom } from "./working-days.ts";
import type { PlannedInspection, World } from "./world.ts";

const FIRST: readonly Found[] = [findOf("XC-02-02"), findOf("JC-03-01")];
const REASONS = ["光电保护仍被短接", "接好了一台，另一台仍短接", "保护装上了但急停不起作用"];

export function playFailed(world: World, inspection: PlannedInspection): void {
  world.agenda.on(inspection.plannedOn, "field", async () => {
    if (inspection.periodNo > 1) {
      await followUp(world, await inspect(world, inspection, { found: [] }));
      return;
    }
    const inspected = await inspect(world, inspection, { found: FIRST });
    reportLater(world, inspected);
    superviseLater(world, inspected);
    const [stubborn, ...others] = inspected.open;
    if (!stubborn) throw new Error("a hazard is missing");
    world.agenda.on(firstLook(world, inspected), "field", () => failAgain(world, inspected, stubborn, others, 0));
  });
}

async function failAgain(
  world: World,
  inspected: Inspected,
  stubborn: OpenHazard,
  others: readonly OpenHazard[],
  round: number,
): Promise<void> {
  const failed = REASONS[round] ?? "";
  await reinspect(world, inspected, [{ hazard: stubborn, failed }, ...others.map((hazard) => ({ hazard }))]);
  if (round + 1 < REASONS.length) {
    const next = nextWorkingDay(world, workingDayFrom(world, addDays(world.today(), 15)), 1);
    world.agenda.on(next, "field", () => failAgain(world, inspected, stubborn, [], round + 1));
    return;
  }
  await proposeAndDecline(world, inspected, stubborn);
  world.agenda.on(nextWorkingDay(world, world.today(), 3), "office", () =>
    watch(world, inspected, {
      grounds: ["repeatedlyOverdue"],
      reason: "冲床防护三次复查都不合格",
      outcome: "现场停用的冲床已挂牌上锁，没有发现擅自启用",
      leaveOn: `${world.year}-10-12`,
      leaveReason: "隐患全部销号，连续一季没有逾期",
    }),
  );
  const july = workingDayFrom(world, `${world.year}-07-06`);
  const due = nextWorkingDay(world, workingDayFrom(world, addDays(world.today(), 15)), 1);
  world.agenda.on(laterOf(due, july), "field", () => reinspect(world, inspected, [{ hazard: stubborn }]));
}

async function proposeAndDecline(world: World, inspected: Inspected, { hazardId }: OpenHazard): Promise<void> {
  const { expert } = await world.phoneOf(inspected.expertId);
  const ground = "threeFailedRounds";
  await expert.act("referral.propose", { hazardId, referralId: newId(), ground, reason: "三次复查都不合格" });
  world.agenda.on(nextWorkingDay(world, world.today(), 2), "office", () =>
    world.cast.officeLead.act("referral.decide", {
      hazardId,
      outcome: "decline",
      reason: "企业已停用这台冲床并签了改造合同，给最后一次期限",
    }),
  );
}
