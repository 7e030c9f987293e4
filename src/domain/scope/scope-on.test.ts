import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../calendar/local-date.ts";
import { isBackdated, type ScopeDecision, scopeChanges, scopeOn } from "./scope-on.ts";

function decision(id: string, enterpriseId: string, rest: Partial<ScopeDecision>): ScopeDecision {
  const effectiveFrom = rest.effectiveFrom ?? "2026-04-01";
  return {
    id,
    enterpriseId,
    decision: "in",
    ground: "b",
    effectiveFrom,
    decidedAt: `${effectiveFrom}T01:00:00.000Z`,
    ...rest,
  };
}

const decisions = [
  decision("1", "mill", {}),
  decision("2", "shop", { ground: "d" }),
  decision("3", "mill", { ground: "a", effectiveFrom: "2026-07-01" }),
  decision("4", "shop", { decision: "out", ground: "none", effectiveFrom: "2026-09-01" }),
];

const anyDecision = fc.record({
  id: fc.uuid(),
  enterpriseId: fc.constantFrom("one", "two", "three"),
  decision: fc.constantFrom("in", "out"),
  ground: fc.constantFrom("a", "b", "c", "d"),
  effectiveFrom: fc.nat(60).map((days) => addDays("2026-04-01", days)),
  decidedAt: fc.nat(60).map((days) => `${addDays("2026-04-01", days)}T00:00:00.000Z`),
});

describe("scope on a day", () => {
  it("answers for any past day, on the day itself included", () => {
    expect(scopeOn(decisions, "2026-03-31").size).toBe(0);
    expect(scopeOn(decisions, "2026-04-01").get("mill")?.ground).toBe("b");
    expect(scopeOn(decisions, "2026-06-30").get("mill")?.ground).toBe("b");
    expect(scopeOn(decisions, "2026-07-01").get("mill")).toEqual({
      enterpriseId: "mill",
      ground: "a",
      decisionId: "3",
      since: "2026-07-01",
    });
    expect([...scopeOn(decisions, "2026-08-31").keys()]).toEqual(["mill", "shop"]);
    expect([...scopeOn(decisions, "2026-09-01").keys()]).toEqual(["mill"]);
  });

  it("lets the decision taken later correct one for the same day, and still shows what was known before", () => {
    const corrected = [...decisions, decision("5", "mill", { ground: "d", decidedAt: "2026-05-10T01:00:00.000Z" })];
    expect(scopeOn(corrected, "2026-05-20").get("mill")?.ground).toBe("d");
    expect(scopeOn(corrected, "2026-05-20", "2026-05-10T00:59:59.000Z").get("mill")?.ground).toBe("b");
    expect(corrected.filter(isBackdated).map(({ id }) => id)).toEqual(["5"]);
  });

  it("lists who entered, left or changed ground", () => {
    expect(scopeChanges(decisions, "2026-04-01", "2026-09-01")).toEqual([
      { enterpriseId: "mill", before: "b", after: "a" },
      { enterpriseId: "shop", before: "d", after: null },
    ]);
    expect(scopeChanges(decisions, "2026-09-01", "2026-12-31")).toEqual([]);
  });

  it("does not depend on the order of decisions, and no later decision changes an earlier day", () => {
    const day = "2026-05-01";
    fc.assert(
      fc.property(fc.array(anyDecision), fc.array(anyDecision), (stored, added) => {
        const later = added.map((row) => ({ ...row, effectiveFrom: addDays(day, 1) }));
        const sorted = (rows: ScopeDecision[]) =>
          [...scopeOn(rows, day).values()].map((held) => held.decisionId).sort();
        expect(sorted([...stored, ...later].reverse())).toEqual(sorted(stored));
      }),
    );
  });

  it("counts as many as entered minus as many as left", () => {
    fc.assert(
      fc.property(fc.array(anyDecision), fc.nat(30), fc.nat(30), (stored, start, length) => {
        const [from, to] = [addDays("2026-04-01", start), addDays("2026-04-01", start + length)];
        const changes = scopeChanges(stored, from, to);
        const entered = changes.filter((change) => change.before === null).length;
        const left = changes.filter((change) => change.after === null).length;
        expect(scopeOn(stored, to).size).toBe(scopeOn(stored, from).size + entered - left);
      }),
    );
  });
});
