// Properties of any life of hazards: none is lost, skips a step or closes without its proof; every open one has exactly
// one holder who can act; due dates are fixed once; what is refused changes nothing.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { MemoryStore } from "../../../test/stories/memory-store.ts";
import { live, moves, type Played } from "../../../test/stories/random-life.ts";
import type { Role } from "../access/roles.ts";
import { addDays, dayOf } from "../calendar/local-date.ts";
import { carriedOver } from "./due.ts";
import type { Hazard, Holder } from "./statuses.ts";
import { commandsFor } from "./transitions.ts";

const runs = { numRuns: 200 };

/** Every life is looked at move by move. */
function always(look: (store: MemoryStore, played: Played) => void): void {
  fc.assert(
    fc.property(moves, (all) => {
      live(all, look);
    }),
    runs,
  );
}

/** Design §2, from → to by command, copied by hand. */
const ways: Readonly<Record<string, readonly string[]>> = {
  "hazard.record": [">open"],
  "hazard.fixOnSite": ["open>closed"],
  "rectification.submit": ["open>submitted"],
  "rectification.withdraw": ["submitted>open"],
  "rectification.reject": ["submitted>open"],
  "reinspection.pass": ["open>closed", "submitted>closed", "awaitingFinalReinspection>closed"],
  "reinspection.fail": ["submitted>open", "awaitingFinalReinspection>referred"],
  "contest.settle": ["closed>open"],
  "referral.decide": ["open>referred"],
  "referral.return": ["referred>open"],
  "enforcement.conclude": ["referred>awaitingFinalReinspection"],
  "hazard.confirmVoid": ["open>voided", "submitted>voided"],
};

test("no hazard is lost and none skips a step", () => {
  always((store, { move, before, after }) => {
    if (before) expect(after?.number).toBe(before.number);
    if (before?.status !== after?.status) {
      expect(ways[move.command] ?? []).toContain(`${before?.status ?? ""}>${after?.status}`);
    }
    if (after && before) {
      expect(after.round - before.round === 0 || after.round - before.round === 1).toBe(true);
      expect(after.failedRounds).toBe(before.failedRounds + (failed(before, after, move.command) ? 1 : 0));
    }
    for (const hazard of store.rows("hazards")) {
      const first = store.rows("hazardActs").find((line) => line.hazardId === hazard.id);
      expect(first?.command).toBe("hazard.record");
    }
  });
});

function failed(before: Hazard, after: Hazard, command: string): boolean {
  return command === "reinspection.fail" && (after.round > before.round || after.status !== before.status);
}

test("none closes without its proof", () => {
  always((store, { move, before, after, photosBefore }) => {
    if (after?.status !== "closed" || before?.status === "closed") return;
    const proofs = store.rows("photoSlots").slice(photosBefore);
    expect(proofs.length).toBeGreaterThan(0);
    const purpose = move.command === "hazard.fixOnSite" ? "fixedOnSite" : "reinspection";
    expect(proofs.every((slot) => slot.hazardId === after.id && slot.purpose === purpose)).toBe(true);
    expect(after.closedOn).not.toBeNull();
  });
});

test("what is refused changes nothing, but for the contest a contradiction raises", () => {
  always((store, { result, rowsBefore, before, after, move }) => {
    if (result.ok) {
      const last = store.rows("hazardActs").at(-1);
      expect(last).toMatchObject({ hazardId: after?.id, command: move.command, statusAfter: after?.status });
      return;
    }
    if (!result.followUp) expect(isSame(store.allRows(), rowsBefore)).toBe(true);
    else expect({ ...after, contested: false }).toMatchObject({ status: before?.status, round: before?.round });
  });
});

function isSame(rows: readonly object[], before: readonly object[]): boolean {
  return rows.length === before.length && rows.every((row, index) => row === before[index]);
}

/** The roles behind each holder. */
const rolesBehind: Readonly<Record<Exclude<Holder, "nobody">, readonly Role[]>> = {
  enterprise: ["enterprisePrincipal", "enterpriseStaff", "linkHolder"],
  agency: ["expert", "agencyLead"],
  agencyLead: ["agencyLead"],
  officer: ["officer", "officeLead"],
  enforcementOfficer: ["enforcementOfficer"],
};

/** Design §2, holder, first match, copied by hand. */
function expectedHolder(hazard: Hazard): Holder {
  if (hazard.status === "voided") return "nobody";
  if (hazard.contested) return "agencyLead";
  if (hazard.status === "closed") return "nobody";
  if (hazard.voidProposed) return "agencyLead";
  if (hazard.referralProposed || hazard.extensionPending || hazard.severity === "suspectedMajor") return "officer";
  if (hazard.status === "open") return "enterprise";
  return hazard.status === "referred" ? "enforcementOfficer" : "agency";
}

test("every open hazard is on exactly one holder's list, and that holder can act", () => {
  always((store, { before, after }) => {
    for (const hazard of store.rows("hazards")) {
      expect(hazard.holder).toBe(expectedHolder(hazard));
      if (hazard.holder === "nobody") continue;
      const can = rolesBehind[hazard.holder].flatMap((role) => commandsFor(role, hazard.status));
      expect(can.length, `${hazard.holder} on ${hazard.status}`).toBeGreaterThan(0);
    }
    if (!before || !after) return;
    if (before.holder === after.holder) expect(after.heldSince).toBe(before.heldSince);
    else expect(after.heldSince >= before.heldSince).toBe(true);
  });
});

test("what hangs beside the status always has its row, and a referred hazard its referral", () => {
  always((store) => {
    for (const hazard of store.rows("hazards")) {
      const asked = store.rows("extensions").filter((row) => row.hazardId === hazard.id && row.state === "asked");
      const own = store.rows("referrals").filter((row) => row.hazardId === hazard.id);
      const proposed = own.filter((row) => row.state === "proposed");
      const running = own.filter((row) => row.state === "referred" || row.state === "received");
      expect(asked).toHaveLength(hazard.extensionPending ? 1 : 0);
      expect(proposed).toHaveLength(hazard.referralProposed ? 1 : 0);
      expect(running).toHaveLength(hazard.status === "referred" ? 1 : 0);
    }
  });
});

test("the due date is fixed once: only a new round, a granted extension or an earlier service changes it", () => {
  const mayChange = ["rectification.reject", "reinspection.fail", "contest.settle", "extension.decide"];
  always((_store, { before, after, move }) => {
    if (!before?.rectificationDue || before.rectificationDue === after?.rectificationDue) return;
    const earlier = (after?.rectificationDue ?? "") < before.rectificationDue;
    if (move.command === "onSiteRecord.serve") expect(earlier && before.round === 1).toBe(true);
    else expect(mayChange).toContain(move.command);
    if (move.command === "extension.decide") expect(earlier).toBe(false);
    if (move.command !== "extension.decide" && move.command !== "onSiteRecord.serve") {
      expect(after?.round).toBe(before.round + 1);
    }
  });
});

test("what is open at a period's end is carried over", () => {
  fc.assert(
    fc.property(moves, (all) => {
      let endsOn = "";
      const store = live(all, (_store, { occurredAt, move }) => {
        endsOn = dayOf(new Date(Date.parse(occurredAt) + move.delay * 3_600_000).toISOString());
      });
      for (const hazard of store.rows("hazards")) {
        expect(carriedOver(hazard, { endsOn })).toBe(hazard.holder !== "nobody");
        expect(carriedOver(hazard, { endsOn: addDays(hazard.foundOn, -1) })).toBe(false);
      }
    }),
    runs,
  );
});

test("three failed rounds allow a referral and fewer do not", () => {
  always((_store, { move, before, result }) => {
    if (move.command !== "referral.propose" || before?.status !== "open" || move.outcome % 3 !== 1) return;
    if (result.ok) expect(before.failedRounds).toBeGreaterThanOrEqual(3);
    else if (result.problem.code === "referral.too_few_rounds") expect(before.failedRounds).toBeLessThan(3);
  });
});

test("the lives reach every status and every way", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(moves, (all) => {
      live(all, (_store, { before, after, move, result }) => {
        if (!result.ok && result.followUp) seen.add("contradiction");
        if (before?.status !== after?.status) seen.add(`${move.command} ${before?.status ?? ""}>${after?.status}`);
      });
    }),
    { numRuns: 700, seed: 7 },
  );
  const possible = Object.entries(ways).flatMap(([command, all]) => all.map((way) => `${command} ${way}`));
  expect([...possible, "contradiction"].filter((way) => !seen.has(way))).toEqual([]);
});
