import { describe, expect, test } from "vitest";
import { addDays } from "./local-date.ts";
import { chooseDeadline, rectificationDueOn, reinspectionDueOn } from "./rectification-deadline.ts";
import { plainCalendar } from "./working-days.ts";

describe("R12: the scheme's days unless the expert sets fewer", () => {
  test("nothing said, or the same said, is the scheme's", () => {
    for (const days of [undefined, null, 15]) {
      expect(chooseDeadline(15, days, null)).toMatchObject({ value: { deadlineRule: "scheme", deadlineDays: 15 } });
    }
  });

  test("fewer need a reason; none at all means by tonight", () => {
    expect(chooseDeadline(15, 3, null)).toMatchObject({ problem: { code: "hazard.deadline_needs_reason" } });
    expect(chooseDeadline(15, 0, "漏气")).toMatchObject({ value: { deadlineRule: "expert", deadlineDays: 0 } });
  });

  test("more is refused whatever the reason", () => {
    expect(chooseDeadline(15, 16, "忙")).toMatchObject({ problem: { code: "hazard.deadline_longer_than_scheme" } });
  });
});

test("calendar days from the day after, across month, year and leap day, without rolling over holidays", () => {
  expect(rectificationDueOn("2026-11-02", 15)).toBe("2026-11-17");
  expect(rectificationDueOn("2026-12-20", 15)).toBe("2027-01-04");
  expect(rectificationDueOn("2028-02-20", 15)).toBe("2028-03-06");
  expect(rectificationDueOn("2026-09-20", 15)).toBe("2026-10-05");
});

test("the agency's ten working days skip holidays and count make-up days", () => {
  const holidays = Array.from({ length: 7 }, (_none, index) => addDays("2026-10-01", index));
  const exceptions = new Map([...holidays.map((day) => [day, false] as const), ["2026-10-10", true] as const]);
  const calendar = { exceptions, publishedYears: new Set([2026]) };
  expect(reinspectionDueOn("2026-09-24", 10, plainCalendar)).toBe("2026-10-08");
  expect(reinspectionDueOn("2026-09-24", 10, calendar)).toBe("2026-10-14");
});
