// `npm run faults:kill`: 100 times kill -9 of the server, the database and its processes under load. One line every ten kills, the
// figures as JSON at the end; exits with 1 when anything acknowledged was lost, done twice, or does not verify.
import { runKills } from "./kill-run.ts";

const started = performance.now();
const kills = Number(process.argv[2] ?? 100);
const report = await runKills(kills, (line) => console.log(line));
const seconds = Math.round((performance.now() - started) / 1000);
console.log(JSON.stringify({ run: "kill", ...report, seconds }));
process.exit(report.faults.length ? 1 : 0);
