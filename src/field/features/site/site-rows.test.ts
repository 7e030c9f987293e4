import { expect, test } from "vitest";
import { EXPERT, sampleSnapshot } from "../../store/sample-snapshot.ts";
import { owedNow, type SiteRows } from "./site-rows.ts";

const DAY = "2026-11-23";

/** One inspection of the running period and one of the next, both owed by this expert. */
function rows(plannedOn: string): Pick<SiteRows, "owed" | "periods"> {
  const snapshot = sampleSnapshot(DAY);
  const periods = snapshot.rows.schemePeriods ?? [];
  const running = periods.find((one) => one.startsOn <= DAY && one.endsOn >= DAY);
  const sample = snapshot.rows.tasks?.find((one) => one.kind === "inspection");
  if (!running || !sample) throw new Error("the sample has periods and tasks");
  const own = { ...sample, state: "owed" as const, expertMembershipId: EXPERT, schemeId: running.schemeId };
  const now = { ...own, id: "now", periodNo: running.no, plannedOn };
  const later = { ...own, id: "later", periodNo: running.no + 1, plannedOn: "2027-02-16" };
  const following = { ...running, no: running.no + 1, startsOn: "2027-01-01", endsOn: "2027-03-31" };
  return { owed: [now, later], periods: [running, following] } as Pick<SiteRows, "owed" | "periods">;
}

test.each([
  ["on its day", DAY],
  ["late", "2026-11-20"],
  ["ahead of its day", "2026-12-02"],
])("a visit %s is for the running period's inspection, not for the next one's as well", (_, plannedOn) => {
  expect(owedNow(rows(plannedOn), EXPERT, DAY).map((task) => task.id)).toEqual(["now"]);
});
