// R18: enterprises under special watch 重点隐患企业, visited more often, checked by enforcement and let go by a decision; and a major
// hazard listed for supervision 挂牌督办 and delisted on proof.
import { type Inspected, inspect, type OpenHazard } from "./inspect.ts";
import { firstLook } from "./ordinary.ts";
import { newId } from "./person.ts";
import { reportLater } from "./reports.ts";
import { nextWorkingDay, workingDayFrom } from "./working-days.ts";
import type { World } from "./world.ts";

interface Watch {
  readonly grounds: readonly ("majorHazard" | "repeatedlyOverdue" | "riskyProcess")[];
  readonly reason: string;
  readonly outcome: string;
  readonly leaveOn: string;
  readonly leaveReason: string;
}

const OFFICERS = [
  { name: "韩队（演示）", certificateNo: "演示证001" },
  { name: "蒋队员（演示）", certificateNo: "演示证002" },
];

/** Put on the list today; one visit more than planned, one check by enforcement, and off it in autumn. */
export async function watch(world: World, { inspection }: Inspected, watched: Watch): Promise<void> {
  const { officers, officeLead, enforcement } = world.cast;
  const keyEnterpriseId = newId();
  const { enterpriseId } = inspection;
  const { grounds, reason, outcome, leaveOn, leaveReason } = watched;
  await officers[0]?.act("keyEnterprise.enter", { keyEnterpriseId, enterpriseId, grounds, reason, extraVisits: 1 });
  const visitOn = nextWorkingDay(world, world.today(), 15);
  world.agenda.on(visitOn, "field", async () => {
    const code = `重点-${world.today().replaceAll("-", "")}-${enterpriseId.slice(-4)}`;
    reportLater(world, await inspect(world, { ...inspection, taskId: undefined, code }, { found: [] }));
  });
  world.agenda.on(nextWorkingDay(world, visitOn, 3), "office", () =>
    enforcement.act("enforcementCheck.record", {
      ...{ checkId: newId(), keyEnterpriseId, checkedOn: world.today(), officers: OFFICERS, outcome },
    }),
  );
  world.agenda.on(workingDayFrom(world, leaveOn), "office", () =>
    officeLead.act("keyEnterprise.leave", { keyEnterpriseId, reason: leaveReason }),
  );
}

/** After the confirmation: the owner's plan, the listing, the list of key-hazard enterprises; delisted once it is closed. */
export function listMajor(world: World, inspected: Inspected, { hazardId }: OpenHazard): void {
  const { officeLead } = world.cast;
  const later = (days: number) => nextWorkingDay(world, world.today(), days);
  const reason = "重大隐患，挂牌督办至销号";
  world.agenda.on(later(2), "office", () => officeLead.act("listing.list", { hazardId, reason }));
  world.agenda.on(later(3), "office", () =>
    watch(world, inspected, {
      grounds: ["majorHazard", "riskyProcess"],
      reason: "喷漆房有重大隐患，使用非水性漆",
      outcome: "喷漆线已停用整改，未发现擅自开工",
      leaveOn: `${world.year}-11-16`,
      leaveReason: "重大隐患已销号摘牌，半年内没有新的重大隐患",
    }),
  );
  // R18 broken: the sign is never taken down.
  if (world.sabotage === "R18") return;
  world.agenda.on(nextWorkingDay(world, firstLook(world, inspected), 2), "office", () =>
    officeLead.act("listing.delist", { hazardId, reason: "复查合格，凭照片摘牌" }),
  );
}
