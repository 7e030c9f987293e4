import { expect, test } from "vitest";
import { latestYear } from "./story-year.ts";

test("the latest year whose 10 May is past, by Shanghai's day", () => {
  expect(latestYear("2026-11-23T08:00:00.000Z")).toBe(2026);
  expect(latestYear("2026-05-10T15:59:00.000Z")).toBe(2025);
  expect(latestYear("2026-05-10T16:00:00.000Z")).toBe(2026);
});
