// R12's three batches 淘汰一批、停产整改一批、整改提升一批: the agency advises, the office decides. And the enterprise that is suspended,
// with a hazard that is suspected to be major and confirmed.
import { addDays } from "#domain/calendar/local-date.ts";
import type { Find } from "./finds.ts";
import { type Found, type Inspected, inspect, type OpenHazard } from "./inspect.ts";
import { followUp } from "./ordinary.ts";
import { newId } from "./person.ts";
import type { SixRole } from "./six.ts";
import { listMajor } from "./under-watch.ts";
import { findOf } from "./with-hazards.ts";
import { nextWorkingDay, workingDayFrom } from "./working-days.ts";
import type { PlannedInspection, World } from "./world.ts";

const CASE = "使用非水性漆的喷漆室，没有设置固定可燃气体浓度监测报警装置或通风设施";
/** The listed case it is confirmed against, with its conditions. */
const LISTED = "工贸企业重大事故隐患判定标准#7第(七)项";
const CONDITIONS = ["机械企业的调漆间、喷漆室", "使用非水性漆", "没有固定式可燃气体报警装置，或没有通风设施"];
const SPRAY: Find = { itemCode: "XC-11-05", scene: "sprayBooth", places: ["喷漆房"] };
const FIRST: readonly Found[] = [{ ...SPRAY, suspectedMajor: CASE }, findOf("XC-06-01"), findOf("JC-05-01")];
const LATER: readonly Found[] = [findOf("XC-03-07")];

/** The enterprise of the second batch. */
export function playBatchOf(world: World, inspection: PlannedInspection): void {
  world.agenda.on(inspection.plannedOn, "field", async () => {
    const isLast = inspection.plannedOn > `${world.year + 1}-03-01`;
    const found = inspection.periodNo === 1 ? FIRST : isLast ? [] : LATER;
    const inspected = await inspect(world, inspection, { found });
    await followUp(world, inspected);
    if (inspection.periodNo === 1) confirmLater(world, inspected);
  });
}

function confirmLater(world: World, inspected: Inspected): void {
  const [spray] = inspected.open;
  if (!spray) throw new Error("a hazard is missing");
  world.agenda.on(nextWorkingDay(world, world.today(), 1), "office", async () => {
    await world.cast.officeLead.act("severity.confirm", {
      hazardId: spray.hazardId,
      severityCase: LISTED,
      conditions: CONDITIONS.map((condition) => ({ condition, met: true })),
      reason: "现场核实，条件都具备",
    });
    world.agenda.on(nextWorkingDay(world, world.today(), 1), "owner", () => planTreatment(world, inspected, spray));
    listMajor(world, inspected, spray);
  });
}

/** R13's five fixes, written by the owner. */
async function planTreatment(world: World, { enterprise, day }: Inspected, { hazardId }: OpenHazard): Promise<void> {
  const owner = world.owners.get(enterprise.enterpriseId);
  if (!owner) throw new Error("nobody of the enterprise signs in");
  await owner.act("treatment.plan", {
    ...{ hazardId, responsible: `${enterprise.principalName}（演示）`, fundsFen: 3_600_000 },
    measures: "停用喷漆房，装可燃气体报警装置和防爆风机，联动试验合格后再用",
    finishOn: addDays(day, SPRAY_DAYS),
    contingencyPlan: "断电、撤人、通风；灭火器和消防沙在门外；立即打119并报街道",
  });
}

const SPRAY_DAYS = 12;

interface Advice {
  readonly role: SixRole;
  readonly kind: "eliminate" | "suspend" | "upgrade";
  readonly advice: string;
  readonly decision: string;
}

const ADVICE: readonly Advice[] = [
  {
    role: "referred",
    kind: "eliminate",
    advice: "厂房防火条件难以改到位，建议转产或退出",
    decision: "列入淘汰一批，年底前腾退",
  },
  {
    role: "batch",
    kind: "suspend",
    advice: "喷漆线重大隐患未消除前建议停线整改",
    decision: "列入停产整改一批，只停喷漆线",
  },
  { role: "withHazards", kind: "upgrade", advice: "基础较好，建议结合标准化整体提升", decision: "列入整改提升一批" },
];

/** After the meeting of 10 May one enterprise goes into each batch. */
export function planBatches(world: World, six: ReadonlyMap<string, SixRole>): void {
  const day = workingDayFrom(world, `${world.year}-05-11`);
  for (const [enterpriseId, role] of six) {
    const advice = ADVICE.find((one) => one.role === role);
    if (!advice) continue;
    const { kind, advice: reason } = advice;
    const batchId = newId();
    world.agenda.on(day, "office", () =>
      world.cast.agencyLead.act("batch.advise", { batchId, enterpriseId, kind, reason }),
    );
    world.agenda.on(nextWorkingDay(world, day, 2), "office", () =>
      world.cast.officeLead.act("batch.decide", { batchId, decision: kind, reason: advice.decision }),
    );
  }
}
