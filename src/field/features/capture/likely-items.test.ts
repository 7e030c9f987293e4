import { expect, test } from "vitest";
import type { Row } from "#domain/kernel/entities.ts";
import { sampleSnapshot } from "../../store/sample-snapshot.ts";
import { likelyItems } from "./likely-items.ts";

const [sample] = sampleSnapshot("2026-11-23").rows.hazards ?? [];
const OFFERED = new Set(["A", "B", "C", "D"]);

/** `day` is when it was found; the latest of a visit bears the highest number. */
function found(itemCode: string, visitId: string, day: string, no: number): Row<"hazards"> {
  if (!sample) throw new Error("the sample has a hazard");
  return { ...sample, itemCode, visitId, foundOn: day, number: `L-${no}`, status: "open" } as Row<"hazards">;
}

const codes = (...args: Parameters<typeof likelyItems>) => likelyItems(...args).map((one) => one.code);

test("the item just recorded comes first, then what the enterprise had, then what is found most", () => {
  const here = [found("C", "old", "2026-05-01", 1), found("B", "now", "2026-11-23", 2)];
  const known = [...here, found("D", "x", "2026-06-01", 3), found("D", "y", "2026-06-02", 4)];
  expect(codes("now", here, known, OFFERED)).toEqual(["B", "C", "D"]);
});

test("an item is offered once, and what nobody ever found comes from the checklist", () => {
  const here = [found("A", "old", "2026-05-01", 1), found("A", "now", "2026-11-23", 2)];
  expect(codes("now", here, here, OFFERED)).toEqual(["A", "B", "C"]);
});

test("what is found most elsewhere is left out where the site's checklist does not ask for it", () => {
  expect(codes("now", [], [found("Z", "x", "2026-06-01", 1)], OFFERED)).toEqual(["A", "B", "C"]);
});

test("a voided hazard is no reason to offer its item", () => {
  const voided = { ...found("D", "old", "2026-05-01", 1), status: "voided" } as Row<"hazards">;
  expect(codes("now", [voided], [], OFFERED)).toEqual(["A", "B", "C"]);
});
