import { describe, expect, it } from "vitest";
import { storeWith } from "../../../test/stories/hazard-fixtures.ts";
import { MemoryStore, runCommand } from "../../../test/stories/memory-store.ts";
import { contextOf, idOf, people } from "../../../test/stories/story-context.ts";
import { addDays, instantAt } from "../calendar/local-date.ts";
import { climbingCommands } from "./commands.ts";
import { defaultLadders, type Ladders, laddersOn, stepsOf } from "./ladders.ts";
import { referralDue } from "./referral-ground.ts";

const [change] = climbingCommands;
if (!change) throw new Error("no command");
const definition = change;

function changing(
  store: MemoryStore,
  ladders: Ladders,
  more: object = {},
  actor = people.officeLead as typeof people.officer | typeof people.officeLead,
) {
  const args = {
    ruleId: idOf(JSON.stringify([ladders, more])),
    ladders,
    validFrom: "2026-11-23",
    reason: "试行一个月",
    ...more,
  };
  const result = runCommand(store, definition, args, contextOf(actor, instantAt("2026-11-23", "09:00")));
  return result.ok ? "ok" : result.problem.code;
}

const withGroup: Ladders = { ...defaultLadders, enterprise: { ...defaultLadders.enterprise, leadingGroup: 15 } };

describe("the steps", () => {
  it("lead from the holder to the office; the leading group is told nothing until it is turned on", () => {
    expect(stepsOf(defaultLadders).map(({ holder, told, afterDays }) => `${holder} ${told} ${afterDays}`)).toEqual([
      "enterprise enterprise -3",
      "enterprise enterprise 0",
      "enterprise enterprise 1",
      "enterprise community 3",
      "enterprise office 7",
      "agency agency -2",
      "agency agency 0",
      "agency agency 1",
      "agency office 3",
    ]);
    expect(stepsOf(withGroup).filter(({ told }) => told === "leadingGroup")).toHaveLength(1);
  });

  it("tell a party at exactly one moment on each day from the first on", () => {
    const own = stepsOf(defaultLadders).filter(({ told, holder }) => told === "enterprise" && holder === "enterprise");
    for (let late = -5; late < 40; late += 1) {
      const reached = own.filter(
        ({ afterDays, untilDays }) => late >= afterDays && (untilDays === null || late < untilDays),
      );
      expect(reached, String(late)).toHaveLength(late < -3 ? 0 : 1);
    }
  });
});

describe("changing the rules", () => {
  it("keeps each version for its days", () => {
    const store = new MemoryStore();
    const later = { ...defaultLadders, referralAfterDays: 45 };
    expect(changing(store, later, { validFrom: "2026-12-01" })).toBe("ok");
    expect(laddersOn(store.rows("climbingRules"), "2026-11-30")).toEqual(defaultLadders);
    expect(laddersOn(store.rows("climbingRules"), "2026-12-01")).toEqual(later);
    expect(changing(store, later, { validFrom: "2026-12-01" })).toBe("climbing.known");
    expect(changing(store, later, { validFrom: "2026-11-22" })).toBe("climbing.day_past");
  });

  it("turns on the leading group only after the lead has seen today's preview, and lets anyone of the office turn it off", () => {
    const store = new MemoryStore();
    const seen = { previewedOn: "2026-11-23", previewedHits: 12 };
    expect(changing(store, withGroup)).toBe("climbing.no_preview");
    expect(changing(store, withGroup, { ...seen, previewedOn: "2026-11-22" })).toBe("climbing.no_preview");
    expect(changing(store, withGroup, seen, people.officer)).toBe("climbing.lead_only");
    expect(store.rows("climbingRules")).toEqual([]);
    expect(changing(store, withGroup, seen)).toBe("ok");
    expect(changing(store, { ...withGroup, referralAfterDays: null }, {}, people.officer)).toBe("ok");
    expect(changing(store, { ...defaultLadders, referralAfterDays: null }, {}, people.officer)).toBe("ok");
  });

  it("refuses steps in the wrong order and a community for the agency's delay", () => {
    const store = new MemoryStore();
    const { enterprise, agency } = defaultLadders;
    const reversed = { ...defaultLadders, enterprise: { ...enterprise, community: 7, office: 7 } };
    expect(changing(store, reversed)).toBe("climbing.misplaced");
    expect(changing(store, { ...defaultLadders, agency: { ...agency, community: 1 } })).toBe(
      "climbing.community_of_agency",
    );
    expect(changing(store, { ...defaultLadders, referralAfterDays: 0 })).toBe("command.malformed");
  });
});

describe("on what ground a referral is proposed", () => {
  const hazard = (set: object) => {
    const [row] = storeWith("open", set, people.expert).rows("hazards");
    if (!row) throw new Error("no hazard");
    return row;
  };
  const due = "2026-11-17";

  it("is overdue from the set number of days on, once a due date", () => {
    const late = hazard({ rectificationDue: due });
    expect(referralDue(late, [], 30, addDays(due, 29))).toBeUndefined();
    expect(referralDue(late, [], 30, addDays(due, 30))).toMatchObject({ ground: "overdue", occasion: `due ${due}` });
    expect(referralDue(late, [], null, addDays(due, 300))).toBeUndefined();
    const declined = { ground: "overdue" as const, proposedAt: instantAt(addDays(due, 30), "02:00") };
    expect(referralDue(late, [declined], 30, addDays(due, 60))).toBeUndefined();
    const extended = hazard({ rectificationDue: addDays(due, 40) });
    expect(referralDue(extended, [declined], 30, addDays(due, 70))?.ground).toBe("overdue");
  });

  it("is three failed rounds, and again after a fourth; a refusal comes before both", () => {
    const failed = hazard({ failedRounds: 3, rectificationDue: addDays(due, 90) });
    const once = { ground: "threeFailedRounds" as const, proposedAt: instantAt(due) };
    expect(referralDue(hazard({ failedRounds: 2 }), [], null, due)).toBeUndefined();
    expect(referralDue(failed, [], null, due)?.ground).toBe("threeFailedRounds");
    expect(referralDue(failed, [once], null, due)).toBeUndefined();
    expect(referralDue({ ...failed, failedRounds: 4 }, [once], null, due)?.occasion).toBe("round 4");
    expect(referralDue({ ...failed, refusedByEnterprise: true }, [], null, due)?.ground).toBe("refusal");
  });

  it("is nothing while somebody else holds the item", () => {
    for (const set of [{ extensionPending: true }, { contested: true }, { severity: "suspectedMajor" }] as const)
      expect(
        referralDue(hazard({ ...set, refusedByEnterprise: true, rectificationDue: due }), [], 30, "2027-06-01"),
      ).toBeUndefined();
  });
});
