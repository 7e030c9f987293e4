// 执法处置: an enterprise that does not act. Overdue, proposed, referred, received, concluded, looked at a last time, closed.
import { addDays } from "#domain/calendar/local-date.ts";
import { type Found, type Inspected, inspect, type OpenHazard } from "./inspect.ts";
import { firstLook, followUp } from "./ordinary.ts";
import { newId } from "./person.ts";
import { reinspect } from "./reinspect.ts";
import { reportLater } from "./reports.ts";
import { superviseLater } from "./supervise.ts";
import { findOf } from "./with-hazards.ts";
import { nextWorkingDay, workingDayFrom } from "./working-days.ts";
import type { PlannedInspection, World } from "./world.ts";

const FIRST: readonly Found[] = [findOf("XC-05-11"), findOf("JC-02-01")];

export function playReferred(world: World, inspection: PlannedInspection): void {
  world.agenda.on(inspection.plannedOn, "field", async () => {
    if (inspection.periodNo > 1) {
      await followUp(world, await inspect(world, inspection, { found: [] }));
      return;
    }
    const inspected = await inspect(world, inspection, { found: FIRST, refusesToSign: "负责人说要等老板回来再签" });
    reportLater(world, inspected);
    superviseLater(world, inspected);
    const [stubborn, ...others] = inspected.open;
    if (!stubborn) throw new Error("a hazard is missing");
    const look = firstLook(world, inspected);
    world.agenda.on(look, "field", () =>
      reinspect(
        world,
        inspected,
        others.map((hazard) => ({ hazard })),
      ),
    );
    // By then the leading group has been told as well.
    world.agenda.on(nextWorkingDay(world, look, 9), "field", () => propose(world, inspected, stubborn));
  });
}

async function propose(world: World, inspected: Inspected, stubborn: OpenHazard): Promise<void> {
  const { expert } = await world.phoneOf(inspected.expertId);
  const { hazardId } = stubborn;
  const reason = "逾期十天以上，督促两次，现场没有动过";
  await expert.act("referral.propose", { hazardId, referralId: newId(), ground: "overdue", reason });
  const { officeLead, enforcement } = world.cast;
  const office = (after: number, run: () => Promise<void>) =>
    world.agenda.on(nextWorkingDay(world, world.today(), after), "office", run);
  office(2, () => officeLead.act("referral.decide", { hazardId, outcome: "refer", reason: "同意移送" }));
  office(4, () => enforcement.act("referral.receive", { hazardId, caseNumber: `演示案〔${world.year}〕1号` }));
  office(12, () => conclude(world, inspected, stubborn));
}

async function conclude(world: World, inspected: Inspected, hazard: OpenHazard): Promise<void> {
  await world.cast.enforcement.act("enforcement.conclude", {
    hazardId: hazard.hazardId,
    resultKind: "orderIssued",
    documentNumber: `演示令〔${world.year}〕1号`,
    on: world.today(),
    officers: ["韩队（演示）", "蒋队员（演示）"],
    certificates: ["演示证001", "演示证002"],
    note: "已依法处理，企业恢复了防火分隔",
  });
  const last = nextWorkingDay(world, workingDayFrom(world, addDays(world.today(), 7)), 1);
  world.agenda.on(last, "field", () => {
    world.pullAgain(inspected.expertId);
    return reinspect(world, inspected, [{ hazard }]);
  });
}
