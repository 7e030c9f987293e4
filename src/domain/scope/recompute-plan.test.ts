import { describe, expect, it } from "vitest";
import type { Enterprises } from "../rows.generated.ts";
import { recomputePlan } from "./recompute-plan.ts";
import type { ScopeDecision } from "./scope-on.ts";
import { defaultThresholds } from "./thresholds.ts";

const DAY = "2026-04-13";

function enterprise(
  registerNo: number,
  mainRevenueFen: number | null,
  aboveScale: boolean | null = false,
): Enterprises {
  return {
    ...{
      tenantId: "t",
      id: `e${registerNo}`,
      registerNo,
      name: `企业${registerNo}`,
      renamedFrom: null,
      mergedInto: null,
    },
    ...{ creditCode: null, agencyId: null, communityId: null, aboveScale, industryKind: "industrial", industry: null },
    ...{ mainRevenueFen, revenueYear: null, employees: null, principalName: null, principalPhone: null },
    ...{ riskLevel: null, tags: "[]" },
    createdAt: "2026-04-01T00:00:00.000Z",
  };
}

function holding(registerNo: number, ground: ScopeDecision["ground"], effectiveFrom = "2026-04-01"): ScopeDecision {
  const decision = ground === "none" ? "out" : "in";
  const decidedAt = "2026-04-01T00:00:00.000Z";
  return { id: `d${registerNo}`, enterpriseId: `e${registerNo}`, decision, ground, effectiveFrom, decidedAt };
}

const plan = (rows: readonly Enterprises[], decisions: readonly ScopeDecision[] = []) =>
  recomputePlan(rows, decisions, defaultThresholds, DAY);

describe("recomputing the scope", () => {
  it("names who comes in, goes out or changes ground, those who go out first", () => {
    const rows = [enterprise(1, 500_000_000), enterprise(2, 10), enterprise(3, 3_000_000_000, true)];
    const { moves } = plan(rows, [holding(2, "b"), holding(3, "b")]);
    expect(moves.map(({ registerNo, before, after }) => [registerNo, before, after])).toEqual([
      [2, "b", null],
      [1, null, "b"],
      [3, "b", "a"],
    ]);
  });

  it("leaves alone what a person decided and what stays as it is", () => {
    const rows = [enterprise(1, 10), enterprise(2, 10), enterprise(3, 500_000_000), enterprise(4, 10)];
    const { moves, byPerson, unchanged } = plan(rows, [holding(1, "c"), holding(2, "d"), holding(3, "b")]);
    expect([moves.length, byPerson, unchanged]).toEqual([0, 2, 2]);
  });

  it("reads decisions as they stand on the day, and passes on what a person should look at", () => {
    const { moves, warnings } = plan([enterprise(1, null)], [holding(1, "a", "2026-04-14")]);
    expect(moves).toEqual([]);
    expect(warnings.map(({ name }) => name)).toEqual(["企业1"]);
  });
});
