// One share of a run: its days lived side by side against one server, then everything checked. The faults are dealt to days by the
// seed alone, so a day is the same whichever process lives it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkArrival, type Verdict } from "./check-arrival.ts";
import { Day, type DayOrder, type DayReport } from "./day.ts";
import type { Mutant } from "./mutants.ts";
import { buildPhone } from "./phone-bundle.ts";
import { KINDS, type Kind, planFaults } from "./plan.ts";
import { derivedSeed, randomBy } from "./random.ts";
import { RealServer } from "./real-server.ts";
import { DAYS_BEGIN_AT, makeWorld } from "./world.ts";

const FAULTS_A_DAY = 25;
const SIDE_BY_SIDE = 8;

export interface ShareOrder {
  readonly count: number;
  readonly seed: number;
  /** Every `of`th day of the run, beginning with day `no`. */
  readonly no: number;
  readonly of: number;
  /** Only this day of the run, to look into it. */
  readonly day?: number | undefined;
  readonly mutant?: Mutant | undefined;
}

export interface ShareReport extends Verdict {
  readonly byKind: Readonly<Record<Kind, number>>;
  /** Photos kept by a phone. */
  readonly items: number;
  /** Photos the server did not have when a fault struck, summed over the faults. */
  readonly atRisk: number;
}

export async function liveShare(order: ShareOrder, progress: (line: string) => void): Promise<ShareReport> {
  const started = performance.now();
  const dataDir = await mkdtemp(join(tmpdir(), "bihuan-faults-"));
  const orders = deal(order.count, order.seed).filter(({ no }) => no % order.of === order.no);
  const world = await makeWorld(dataDir, orders.length);
  const bundle = await buildPhone(order.mutant);
  progress(`${orders.length} days prepared after ${secondsSince(started)} s`);
  const server = await RealServer.start(dataDir, DAYS_BEGIN_AT);
  const reports: DayReport[] = [];
  try {
    const queue = orders.filter(({ no }) => order.day === undefined || no === order.day);
    const total = queue.length;
    const live = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const ground = world.days[(next.no - order.no) / order.of];
        if (!ground) throw new Error(`no ground for day ${next.no}`);
        const day = new Day({ ...next, ground }, { server, bundle, world });
        reports.push(await day.run().catch((error: unknown) => day.broken(error)));
        if (reports.length % 20 === 0) progress(`${reports.length} of ${total} days after ${secondsSince(started)} s`);
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, live));
  } finally {
    await server.stop();
  }
  const verdict = await checkArrival(dataDir, reports);
  if (Object.values(verdict).some((one) => one.length > 0)) progress(`the data folder is kept: ${dataDir}`);
  else await rm(dataDir, { recursive: true, force: true });
  return { ...summary(reports), ...verdict };
}

type Dealt = Omit<DayOrder, "ground">;

function deal(count: number, seed: number): Dealt[] {
  const kinds = planFaults(count, randomBy(seed));
  return Array.from({ length: Math.ceil(kinds.length / FAULTS_A_DAY) }, (_, no) => ({
    ...{ no, seed: derivedSeed(seed, no) },
    kinds: kinds.slice(no * FAULTS_A_DAY, (no + 1) * FAULTS_A_DAY),
  }));
}

function summary(reports: readonly DayReport[]) {
  const struck = reports.flatMap((report) => report.struck);
  const byKind = Object.fromEntries(KINDS.map((kind) => [kind, struck.filter((one) => one === kind).length])) as Record<
    Kind,
    number
  >;
  const photos = reports.flatMap((report) => report.kept).flatMap(({ act }) => act.photos);
  const atRisk = reports.reduce((sum, report) => sum + report.atRisk, 0);
  return { byKind, atRisk, items: photos.filter((photo) => photo.kind === "working").length };
}

export function secondsSince(started: number): number {
  return Math.round((performance.now() - started) / 1000);
}
