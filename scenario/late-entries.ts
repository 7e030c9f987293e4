// Two of those out of scope come in later, by decisions of 10 October: one by the committee's minutes (d), one by its need (c).
// They owe only the two periods that are left.
import { addDays } from "#domain/calendar/local-date.ts";
import { newId } from "./person.ts";
import { concludeContract, makePlan } from "./registry.ts";
import type { World } from "./world.ts";

const EVIDENCE = {
  c: "企业书面申请：按行业要求创建小微企业安全生产标准化（演示）",
  d: "街道安委会第2次会议纪要（演示），决定纳入",
} as const;

/** Days between the decision and the first visit. */
const NOTICE_DAYS = 6;

/** The inspections they owe come onto the phones like all others. */
export function playLateEntries(world: World): void {
  const day = `${world.year}-10-10`;
  world.agenda.on(day, "office", () => enter(world, day));
}

async function enter(world: World, day: string): Promise<void> {
  const [d, c] = world.listed.filter(({ remark }) => remark);
  const entries = [
    { one: d, ground: "d" as const },
    { one: c, ground: "c" as const },
  ].flatMap(({ one, ground }) => (one ? [{ one, ground }] : []));
  for (const { one, ground } of entries)
    await world.cast.officeLead.act("scope.decide", {
      ...{ decisionId: newId(), enterpriseId: one.enterpriseId, decision: "in", ground },
      ...{ effectiveFrom: day, evidence: EVIDENCE[ground] },
    });
  const served = entries.map(({ one }) => one);
  if (served.length === 0) return;
  await concludeContract(world, served, { number: `演示社服〔${world.year}〕2号`, startsOn: day, visitsEach: 2 });
  await makePlan(world, served, addDays(day, NOTICE_DAYS));
}
