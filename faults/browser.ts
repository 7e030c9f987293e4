// `npm run faults:browser -- [--count 200] [--seed N]`: the phone's outbox in the system's Chromium, on its own IndexedDB, against
// the real server; all the browser's processes are killed again and again, at any moment. One JSON line at the end; exits with 1
// when anything the phone said it had kept was lost, doubled or refused.
import { parseArgs } from "node:util";
import { runKilledBrowser } from "./browser/killed-browser-run.ts";

const { values } = parseArgs({ options: { count: { type: "string", default: "200" }, seed: { type: "string" } } });
const count = whole("count", values.count);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : whole("seed", values.seed);
const report = await runKilledBrowser(count, seed, (line) => console.error(line));
const { lost, duplicated, wronglyRefused, broken } = report;
const faults = [...lost, ...duplicated, ...wronglyRefused, ...broken];
if (report.injected < count) faults.push(`only ${report.injected} of ${count} kills`);
if (report.atRisk < 1) faults.push(`on average only ${report.atRisk} photos were at risk`);
console.log(
  JSON.stringify({
    ...{ run: "browser", injected: report.injected, items: report.items, atRisk: report.atRisk },
    ...{ lost: lost.length, duplicated: duplicated.length, wronglyRefused: wronglyRefused.length },
    ...{ disordered: broken.length, seed, seconds: report.seconds },
  }),
);
for (const fault of faults.slice(0, 40)) console.error(fault);
process.exit(faults.length ? 1 : 0);

function whole(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  console.error(`--${name} is a whole number above 0, not ${text}`);
  process.exit(2);
}
