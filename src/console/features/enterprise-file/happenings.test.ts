import { expect, test } from "vitest";
import type { FileEvent } from "#api/enterprises.ts";
import { happeningsOf } from "./happenings.ts";

function event(n: number, change: Partial<FileEvent> = {}): FileEvent {
  return {
    ...{ id: `e${n}`, command: "onSiteRecord.serve", step: 2, at: "2026-11-09T03:20:00.000Z", actorName: "周工" },
    ...{ onBehalf: false, note: null, hazardId: `h${n}`, hazardNumber: `J-0${n}`, description: `隐患${n}` },
    ...change,
  };
}

test("one act on three hazards is said once, with its hazards in order", () => {
  const [one, ...others] = happeningsOf([event(3), event(2), event(1)]);
  expect(others).toEqual([]);
  expect(one?.hazards.map((hazard) => hazard.hazardId)).toEqual(["h3", "h2", "h1"]);
});

test("another person, moment, kind or word is another act; so is the same hazard twice", () => {
  const first = event(1);
  const others = [
    event(2, { actorName: "吴工" }),
    event(2, { at: "2026-11-09T03:21:00.000Z" }),
    event(2, { command: "hazard.acknowledge" }),
    event(2, { note: "电话" }),
    event(2, { onBehalf: true }),
    event(2, { hazardId: "h1" }),
  ];
  for (const other of others) expect(happeningsOf([other, first])).toHaveLength(2);
});
