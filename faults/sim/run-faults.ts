// A whole run: the faults dealt to days, the days lived side by side against one server, then everything checked.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkArrival, type Verdict } from "./check-arrival.ts";
import { Day, type DayOrder, type DayReport } from "./day.ts";
import type { Mutant } from "./mutants.ts";
import { buildPhone } from "./phone-bundle.ts";
import { belowFloor, KINDS, type Kind, planFaults } from "./plan.ts";
import { derivedSeed, randomBy } from "./random.ts";
import { RealServer } from "./real-server.ts";
import { DAYS_BEGIN_AT, makeWorld } from "./world.ts";

const FAULTS_A_DAY = 25;
const SIDE_BY_SIDE = 8;

export interface RunOptions {
  readonly count: number;
  readonly seed: number;
  /** Only this day of the run, to look into it. */
  readonly day?: number | undefined;
  readonly mutant?: Mutant | undefined;
  readonly progress: (line: string) => void;
}

export interface RunReport extends Verdict {
  readonly seed: number;
  readonly injected: number;
  readonly byKind: Readonly<Record<Kind, number>>;
  /** Photos kept by a phone. */
  readonly items: number;
  /** Photos the server did not have when a fault struck, on average. */
  readonly atRisk: number;
  readonly belowFloor: readonly Kind[];
  readonly seconds: number;
}

export async function runFaults(options: RunOptions): Promise<RunReport> {
  const started = performance.now();
  const { count, seed, progress } = options;
  const dataDir = await mkdtemp(join(tmpdir(), "bihuan-faults-"));
  const orders = deal(count, seed);
  const world = await makeWorld(dataDir, orders.length);
  const bundle = await buildPhone(options.mutant);
  progress(`${orders.length} days prepared after ${secondsSince(started)} s`);
  const server = await RealServer.start(dataDir, DAYS_BEGIN_AT);
  const reports: DayReport[] = [];
  try {
    const queue = orders.filter((order) => options.day === undefined || order.no === options.day);
    const total = queue.length;
    const live = async () => {
      for (let order = queue.shift(); order; order = queue.shift()) {
        const ground = world.days[order.no];
        if (!ground) throw new Error(`no ground for day ${order.no}`);
        const day = new Day({ ...order, ground }, { server, bundle, world });
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
  return { seed, ...summary(reports, count, options.day), ...verdict, seconds: secondsSince(started) };
}

type Dealt = Omit<DayOrder, "ground">;

function deal(count: number, seed: number): Dealt[] {
  const kinds = planFaults(count, randomBy(seed));
  return Array.from({ length: Math.ceil(kinds.length / FAULTS_A_DAY) }, (_, no) => ({
    ...{ no, seed: derivedSeed(seed, no) },
    kinds: kinds.slice(no * FAULTS_A_DAY, (no + 1) * FAULTS_A_DAY),
  }));
}

function summary(reports: readonly DayReport[], count: number, day: number | undefined) {
  const struck = reports.flatMap((report) => report.struck);
  const byKind = Object.fromEntries(KINDS.map((kind) => [kind, struck.filter((one) => one === kind).length])) as Record<
    Kind,
    number
  >;
  const photos = reports.flatMap((report) => report.kept).flatMap(({ act }) => act.photos);
  const atRisk = reports.reduce((sum, report) => sum + report.atRisk, 0) / Math.max(1, struck.length);
  return {
    ...{ injected: struck.length, byKind, atRisk: Math.round(atRisk * 100) / 100 },
    items: photos.filter((photo) => photo.kind === "working").length,
    belowFloor: day === undefined ? belowFloor(byKind, count) : [],
  };
}

function secondsSince(started: number): number {
  return Math.round((performance.now() - started) / 1000);
}
