// `npm run faults -- --count 10000 [--seed N] [--json]`: the phone's real outbox and the real server under injected faults.
// `--mutants` breaks the outbox on purpose and says which of the broken ones the run caught. `--day K` lives one day of a run
// again. Exits with 1 when anything was lost, doubled, wrongly refused or out of order, or when a kind fell short of its floor.
import { parseArgs } from "node:util";
import { killMutants } from "./sim/kill-mutants.ts";
import { SMALLEST_COUNT } from "./sim/plan.ts";
import { type RunReport, runFaults } from "./sim/run-faults.ts";

// The storage throws thousands of errors as a matter of course; nobody reads where.
Error.stackTraceLimit = 0;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    seed: { type: "string" },
    day: { type: "string" },
    json: { type: "boolean", default: false },
    mutants: { type: "boolean", default: false },
  },
});
const count = whole("count", values.count);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : whole("seed", values.seed);
const day = values.day === undefined ? undefined : whole("day", values.day);
if (count < SMALLEST_COUNT && !values.mutants) fail(`--count is at least ${SMALLEST_COUNT}`);

/** As many as the machine this must end on has cores. */
const DRIVERS = 2;

const progress = (line: string) => {
  if (!values.json) console.log(line);
};
if (values.mutants) process.exit((await killMutants(seed, progress, values.json)) ? 0 : 1);
progress(`seed ${seed}`);
const report = await runFaults({ count, seed, day, drivers: DRIVERS, progress });
const figures = {
  ...{ injected: report.injected, byKind: report.byKind, items: report.items, lost: report.lost.length },
  ...{ duplicated: report.duplicated.length, wronglyRefused: report.wronglyRefused.length },
  ...{ disordered: report.broken.length, atRisk: report.atRisk, seed, seconds: report.seconds },
};
const faults = faultsOf(report);
console.log(values.json ? JSON.stringify(figures) : figures);
for (const fault of faults.slice(0, 40)) console.error(fault);
if (faults.length) console.error(`replay: npm run faults -- --count ${count} --seed ${seed} [--day <number>]`);
process.exit(faults.length ? 1 : 0);

function faultsOf(report: RunReport): string[] {
  const { lost, duplicated, wronglyRefused, broken, belowFloor } = report;
  const faults = [
    ...lost.map((one) => `lost: ${one}`),
    ...duplicated.map((one) => `duplicated: ${one}`),
    ...wronglyRefused.map((one) => `wrongly refused: ${one}`),
    ...broken.map((one) => `broken: ${one}`),
    ...belowFloor.map((kind) => `${kind} fell short of its floor: ${report.byKind[kind]}`),
  ];
  if (day === undefined && report.injected < count) faults.push(`only ${report.injected} of ${count} faults struck`);
  if (report.atRisk < 1) faults.push(`on average only ${report.atRisk} photos were at risk`);
  if (day === undefined && report.items < report.injected) faults.push(`only ${report.items} items with a photo`);
  return faults;
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) fail(`--${name} is a whole number, not ${text}`);
  return value;
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(2);
}
