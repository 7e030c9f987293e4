import { expect, test } from "vitest";
import { hazardId, storeWith } from "../../../test/stories/hazard-fixtures.ts";
import { people } from "../../../test/stories/story-context.ts";
import { carriedOver, dueOn, enterpriseDue, holderDue, isSubmittedLate, timesCarried } from "./due.ts";
import type { Hazard, HazardStatus } from "./statuses.ts";

function hazardIn(status: HazardStatus, change: Partial<Hazard> = {}): Hazard {
  const hazard = storeWith(status, change, people.expert).find("hazards", { id: hazardId });
  if (!hazard) throw new Error("no hazard");
  return hazard;
}

test.each([
  ["2026-11-13", 4, "onTime"],
  ["2026-11-14", 3, "dueSoon"],
  ["2026-11-17", 0, "dueSoon"],
  ["2026-11-18", -1, "overdue"],
])("on %s, %i days left: %s", (today, daysLeft, state) => {
  expect(dueOn("2026-11-17", today)).toEqual({ dueOn: "2026-11-17", daysLeft, state });
});

test("each holder goes by its own date", () => {
  const submitted = hazardIn("submitted", { rectificationDue: "2026-11-17", reinspectionDue: "2026-12-01" });
  expect(holderDue(submitted, "2026-11-25")).toMatchObject({ holder: "agency", dueOn: "2026-12-01", state: "onTime" });
  expect(enterpriseDue(submitted, "2026-11-25").state).toBe("noDate");
  const asking = hazardIn("open", { extensionPending: true });
  expect(holderDue(asking, "2026-11-25")).toMatchObject({ holder: "officer", state: "noDate", heldDays: 23 });
  expect(enterpriseDue(asking, "2026-11-25")).toMatchObject({ daysLeft: -8, state: "overdue" });
  expect(holderDue(hazardIn("referred"), "2026-12-25").state).toBe("noDate");
});

test("the due date runs to 24:00 Shanghai", () => {
  const due = { rectificationDue: "2026-11-17" };
  expect(isSubmittedLate(hazardIn("submitted", { ...due, submittedAt: "2026-11-17T15:59:59.999Z" }))).toBe(false);
  expect(isSubmittedLate(hazardIn("submitted", { ...due, submittedAt: "2026-11-17T16:00:00.000Z" }))).toBe(true);
});

test("carried over is what was found by the period's end and not closed by then", () => {
  const period = { endsOn: "2026-12-31" };
  const closed = { status: "closed", contested: false } as const;
  const found = { foundOn: "2026-11-02" };
  expect(carriedOver({ ...found, status: "open", contested: false, closedOn: null }, period)).toBe(true);
  expect(carriedOver({ ...found, ...closed, closedOn: "2026-12-31" }, period)).toBe(false);
  expect(carriedOver({ ...found, ...closed, closedOn: "2027-01-01" }, period)).toBe(true);
  expect(carriedOver({ ...found, ...closed, contested: true, closedOn: "2026-12-31" }, period)).toBe(true);
  expect(carriedOver({ ...found, status: "voided", contested: false, closedOn: null }, period)).toBe(false);
  expect(carriedOver({ foundOn: "2027-01-02", status: "open", contested: false, closedOn: null }, period)).toBe(false);
});

test("carried over, n-th time: by the ends of periods it was open at, across service years, the end's own day included", () => {
  const periods = [
    { endsOn: "2026-06-30" },
    { endsOn: "2026-09-30" },
    { endsOn: "2026-12-31" },
    { endsOn: "2026-06-30" },
  ];
  expect(timesCarried("2026-05-01", periods, "2026-06-30")).toBe(0);
  expect(timesCarried("2026-05-01", periods, "2026-07-01")).toBe(1);
  expect(timesCarried("2026-06-30", periods, "2026-10-01")).toBe(2);
  expect(timesCarried("2026-07-01", periods, "2027-01-01")).toBe(2);
  expect(timesCarried("2026-05-01", [], "2027-01-01")).toBe(0);
});
