// A short run of `npm run faults:kill`: the server, the database and one of its processes are killed hard under load.
import { expect, test } from "vitest";
import { runKills } from "../../faults/kill-run.ts";

test("nothing acknowledged is lost when processes are killed under load", { timeout: 180_000 }, async () => {
  const report = await runKills(10, () => {});
  expect(report.faults).toEqual([]);
  expect(report.kills).toEqual({ server: 3, postmaster: 4, backend: 3 });
  expect(report.acknowledged).toBeGreaterThan(100);
});
