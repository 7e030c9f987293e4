// `npm run check`: types, lint and format, unit tests, stale generated files, dead code, broken links in documents.
// Each part prints its seconds; the first failure is the exit code, and the rest still run. `-- --without-unit` leaves the unit tests
// to `npm test`, which runs them too.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const parts = [
  ["types: domain, api, portal", "tsc", ["-p", "tsconfig.domain.json"]],
  ["types: server, cli, tests", "tsc", ["-p", "tsconfig.server.json"]],
  ["types: console, field, ui", "tsc", ["-p", "tsconfig.web.json"]],
  ["lint, format, walls", "biome", ["check", "--error-on-warnings", "."]],
  ["dead code", "knip", []],
  ["state machine pages", "node", ["bin/state-machines.js", "--verify"]],
  ["sizes, names, SQL clocks, links", "node", ["bin/house-rules.js"]],
  ...(process.argv.includes("--without-unit") ? [] : [["unit tests", "vitest", ["run", "--project", "unit"]]]),
];

let failed = 0;
for (const [title, command, args] of parts) {
  const started = performance.now();
  const result = spawnSync(command, args, { cwd: root, encoding: "utf8", env: { ...process.env, FORCE_COLOR: "0" } });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const good = result.status === 0;
  console.log(`${good ? "ok  " : "FAIL"} ${title} (${seconds} s)`);
  if (!good) {
    failed += 1;
    console.log(`${result.stdout ?? ""}${result.stderr ?? ""}`.split("\n").slice(0, 120).join("\n"));
  }
}
process.exit(failed ? 1 : 0);
