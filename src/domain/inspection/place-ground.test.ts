import { expect, test } from "vitest";
import { groundOfPlace } from "./place-ground.ts";

test.each([
  ["C3311 金属结构制造", "C3311"],
  ["3311金属结构制造", "3311"],
  ["c33", "C33"],
  ["通用设备制造", null],
  [null, null],
])("the trade of %s is %s", (industry, trade) => {
  expect(groundOfPlace([], { industry, riskLevel: null }, "2026-04-13").trade).toBe(trade);
});

test("what is not known leaves nothing out; the day says the season", () => {
  expect(groundOfPlace([], undefined, "2026-04-13")).toEqual({
    ...{ tags: null, trade: null, risk: null },
    seasons: ["holiday"],
  });
  const known = groundOfPlace(["combustibleDust"], { industry: null, riskLevel: "red" }, "2026-07-01");
  expect(known).toMatchObject({ tags: ["combustibleDust"], risk: "red", seasons: ["heat", "flood", "holiday"] });
});
