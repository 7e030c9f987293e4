// A short run of `npm run faults`: the phone's outbox and the server under every kind of fault.
import { expect, test } from "vitest";
import { runFaults } from "../../faults/sim/run-faults.ts";

test("nothing is lost, doubled or wrongly refused under any kind of fault", { timeout: 300_000 }, async () => {
  const report = await runFaults({ count: 50, seed: 20261123, drivers: 1, progress: () => {} });
  const { lost, duplicated, wronglyRefused, broken, belowFloor } = report;
  expect({ lost, duplicated, wronglyRefused, broken, belowFloor }).toEqual({
    ...{ lost: [], duplicated: [], wronglyRefused: [], broken: [], belowFloor: [] },
  });
  expect(report.injected).toBe(50);
});
