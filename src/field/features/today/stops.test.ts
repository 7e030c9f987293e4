import { describe, expect, it } from "vitest";
import { EXPERT, sampleId, sampleSnapshot } from "../../store/sample-snapshot.ts";
import { routeKilometres, routeOrder } from "./route-order.ts";
import { isForToday, periodMonths, type ScopeRows, stopsOf } from "./stops.ts";

const DAY = "2026-11-23";

function scope(change: Partial<ScopeRows> = {}): ScopeRows {
  const { rows } = sampleSnapshot(DAY);
  const { tasks, sites, enterprises, communities, hazards, schemePeriods } = rows;
  const none = { visits: [], documents: [] };
  return {
    scope: EXPERT,
    tenantName: "石埠街道",
    tasks,
    sites,
    enterprises,
    communities,
    hazards,
    periods: schemePeriods,
    ...none,
    ...change,
  } as ScopeRows;
}

describe("today's stops", () => {
  it("are one a site, with what is owed and what is open there", () => {
    const stops = stopsOf([scope()], DAY);
    expect(stops.map((stop) => stop.enterprise.name.slice(0, 6))).toEqual([
      "杭州立信紧固",
      "杭州恒达机械",
      "杭州瑞木家具",
      "杭州青岚湾新",
    ]);
    expect(stops[1]?.tasks.map((task) => task.kind).toSorted()).toEqual(["inspection", "reinspection"]);
    expect(stops[3]?.open).toHaveLength(2);
  });

  it("leave out what is owed later, by others, or by the community", () => {
    const { tasks } = scope();
    const [inspection] = tasks;
    if (!inspection) throw new Error("the sample has tasks");
    expect(isForToday(inspection, EXPERT, DAY)).toBe(true);
    expect(isForToday({ ...inspection, plannedOn: "2026-11-24" }, EXPERT, DAY)).toBe(false);
    expect(isForToday({ ...inspection, expertMembershipId: sampleId(77) }, EXPERT, DAY)).toBe(false);
    expect(isForToday({ ...inspection, kind: "supervision" }, EXPERT, DAY)).toBe(false);
    expect(isForToday({ ...inspection, plannedOn: null, windowFrom: null }, EXPERT, DAY)).toBe(false);
  });

  it("come over all memberships", () => {
    expect(stopsOf([scope(), scope({ scope: EXPERT, tenantName: "东塘街道" })], DAY)).toHaveLength(8);
  });
});

describe("the route", () => {
  const at = (lat: number | null) => ({ site: { lat, lng: lat === null ? null : 120 } });

  it("goes to the nearest that is left; those without a place come last", () => {
    expect(routeOrder([at(30), at(31), at(null), at(30.1)]).map((stop) => stop.site.lat)).toEqual([30, 30.1, 31, null]);
  });

  it("is as long as its legs, and unknown when a place is missing", () => {
    expect(routeKilometres([at(30), at(30.1)])).toBeCloseTo(14.5, 0);
    expect(routeKilometres([at(30), at(null)])).toBeUndefined();
  });
});

describe("a period", () => {
  it("is named by its months", () => {
    expect(periodMonths({ startsOn: "2026-10-01", endsOn: "2026-12-31" })).toBe("10–12月");
    expect(periodMonths({ startsOn: "2026-12-01", endsOn: "2027-02-28" })).toBe("12–次年2月");
    expect(periodMonths({ startsOn: "2026-12-01", endsOn: "2026-12-31" })).toBe("12月");
  });
});
