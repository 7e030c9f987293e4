// The checker on tiny exports made by hand: every rule holds, and each way of breaking one is told of that rule and of no other.
import { expect, test } from "vitest";
import { checkAll } from "./rules/all.ts";
import { AS_OF, reference, type Sample, sampleExport } from "./sample-export.ts";
import { printed, verdictOf } from "./verdict.ts";

function verdicts(change: (sample: Sample) => void = () => {}, asOf = AS_OF) {
  const sample = sampleExport();
  change(sample);
  return checkAll({ ...sample, asOf }, reference);
}

const failing = (change: (sample: Sample) => void) =>
  verdicts(change).flatMap(({ rule, state, faults }) => (state === "fails" ? [`${rule} ${faults[0]}`] : []));

function first<T>(rows: readonly T[], is: (row: T) => boolean = () => true): T {
  const found = rows.find(is);
  if (found === undefined) throw new Error("the sample has no such row");
  return found;
}

function patch<T extends object>(row: T, set: Partial<T>): void {
  Object.assign(row, set);
}

function keep<T>(rows: T[], is: (row: T) => boolean): void {
  rows.splice(0, rows.length, ...rows.filter(is));
}

test("an export in which everything was done holds", () => {
  const told = verdicts().map(({ rule, state }) => `${rule} ${state}`);
  const held = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R12", "R13", "R14", "R18"];
  const later = ["R11", "R15", "R16", "R17"];
  expect(told.filter((line) => line.endsWith("holds"))).toEqual(held.map((rule) => `${rule} holds`));
  expect(told.filter((line) => line.endsWith("later"))).toEqual(later.map((rule) => `${rule} later`));
});

const breaks: readonly (readonly [rule: string, what: string, change: (sample: Sample) => void])[] = [
  [
    "R1",
    "an enterprise under two contracts at once",
    (s) => {
      const [contract] = s.contracts;
      const [row] = s.contractEnterprises;
      s.contracts.push({ ...contract, id: "second" } as (typeof s.contracts)[number]);
      s.contractEnterprises.push({ ...row, contractId: "second" } as (typeof s.contractEnterprises)[number]);
    },
  ],
  ["R1", "an enterprise in no contract", (s) => void s.contractEnterprises.pop()],
  ["R1", "no acceptance rules", (s) => patch(first(s.contracts), { acceptanceRules: " " })],
  ["R1", "too few visits bought", (s) => patch(first(s.contracts), { visitsOwed: 5 })],
  [
    "R2",
    "no education for enterprises",
    (s) => keep(s.serviceRecords, ({ kind, audience }) => kind !== "education" || audience !== "enterprise"),
  ],
  ["R2", "a talk by nobody under contract", (s) => patch(first(s.serviceRecords), { agencyId: "other" })],
  [
    "R3",
    "an enterprise that meets (b) is out",
    (s) =>
      patch(
        first(s.enterprises, ({ id }) => id === "E4"),
        { mainRevenueFen: 100_000_000 },
      ),
  ],
  [
    "R3",
    "(d) without minutes",
    (s) =>
      patch(
        first(s.scopeDecisions, ({ ground }) => ground === "d"),
        { evidence: "说好的" },
      ),
  ],
  ["R3", "in by (a) against its figures", (s) => patch(first(s.enterprises), { aboveScale: false })],
  ["R4", "not graded on the day", (s) => void s.standardizations.pop()],
  ["R4", "graded after the day", (s) => patch(first(s.standardizations), { effectiveFrom: "2026-10-01" })],
  [
    "R5",
    "a single item ticked",
    (s) => keep(s.findings, ({ visitId, itemCode }) => visitId !== "inspection E2 1" || itemCode === "XC-05-05"),
  ],
  ["R5", "the site's tag left out", (s) => patch(first(s.sites), { tags: '["锅炉"]' })],
  ["R5", "an item of no catalogue", (s) => patch(first(s.findings), { itemCode: "JC-99-99" })],
  [
    "R6",
    "a report not released",
    (s) =>
      patch(
        first(s.documents, ({ kind }) => kind === "inspectionReport"),
        { state: "reviewed" },
      ),
  ],
  [
    "R6",
    "released by whoever reviewed",
    (s) =>
      patch(
        first(s.documents, ({ kind }) => kind === "inspectionReport"),
        { releasedByMembershipId: "reviewer" },
      ),
  ],
  ["R6", "a record changed after signing", (s) => patch(first(s.documents), { data: '{"form":"y","hazards":[]}' })],
  ["R7", "no clause", (s) => void s.hazardCitations.shift()],
  ["R7", "a penalty for a clause", (s) => patch(first(s.hazardCitations), { nature: "penalty" })],
  ["R7", "a clause not yet in force by the published days", (s) => patch(first(s.hazards), { foundOn: "2020-01-01" })],
  [
    "R7",
    "a fallback alone where a direct clause is in force",
    (s) => patch(first(s.hazardCitations), { role: "fallback" }),
  ],
  ["R7", "neither photo nor reason", (s) => keep(s.photoSlots, ({ id }) => id !== "H1 hazard")],
  ["R7", "a reason not of the list", (s) => patch(first(s.hazards), { noPhotoReason: "forgotten" })],
  ["R7", "no advice", (s) => patch(first(s.hazards), { advice: "" })],
  ["R8", "alone without a reason", (s) => patch(first(s.visits), { accompaniedBy: "none" })],
  [
    "R8",
    "not signed by who accompanied",
    (s) =>
      patch(
        first(s.signatures, ({ signer }) => signer === "accompanying"),
        { name: "other" },
      ),
  ],
  [
    "R9",
    "closed on a photo that never came",
    (s) =>
      patch(
        first(s.photoSlots, ({ id }) => id === "H2 reinspection"),
        { state: "expected" },
      ),
  ],
  ["R9", "closed by no act", (s) => keep(s.hazardActs, ({ hazardId, step }) => hazardId !== "H2" || step !== 4)],
  ["R9", "no enforcement's result", (s) => patch(first(s.referrals), { resultKind: null })],
  ["R9", "nothing is carried over", (s) => patch(first(s.schemePeriods), { endsOn: "2026-09-30" })],
  [
    "R10",
    "a period skipped",
    (s) =>
      patch(
        first(s.tasks, ({ id }) => id === "inspection E3 2"),
        { state: "owed", fulfilledOn: null, fulfilledBy: null, fulfilledRef: null },
      ),
  ],
  ["R10", "a task missing", (s) => void s.tasks.pop()],
  ["R10", "slipped without being planned anew", (s) => patch(first(s.tasks), { plannedOn: "2026-04-20" })],
  [
    "R10",
    "one visit counted twice",
    (s) =>
      patch(
        first(s.tasks, ({ id }) => id === "inspection E1 2"),
        { fulfilledRef: "inspection E1 1" },
      ),
  ],
  [
    "R10",
    "nothing open while something was",
    (s) =>
      patch(
        first(s.tasks, ({ id }) => id === "supervision E1 2"),
        { fulfilledOn: "2026-07-01" },
      ),
  ],
  ["R12", "a due date moved", (s) => patch(first(s.hazards), { rectificationDue: "2026-04-30" })],
  [
    "R12",
    "longer than the scheme by the expert",
    (s) =>
      patch(
        first(s.hazards, ({ id }) => id === "H2"),
        { deadlineDays: 20, rectificationDue: "2026-04-30" },
      ),
  ],
  ["R12", "an extension without protection", (s) => patch(first(s.extensions), { interimProtection: "" })],
  ["R13", "a plan without funds", (s) => patch(first(s.treatmentPlans), { fundsFen: 0 })],
  [
    "R13",
    "no drill",
    (s) => keep(s.registerEntries, ({ kind, enterpriseId }) => kind !== "drill" || enterpriseId !== "E3"),
  ],
  [
    "R13",
    "a drill's next day moved",
    (s) =>
      patch(
        first(s.registerEntries, ({ kind }) => kind === "drill"),
        { dueOn: "2026-12-01" },
      ),
  ],
  ["R14", "in no hand", (s) => patch(first(s.hazards), { holder: "enterprise" })],
  ["R14", "since another day", (s) => patch(first(s.hazards), { heldSince: "2026-01-01T00:00:00.000Z" })],
  ["R14", "on another community's list", (s) => patch(first(s.hazards), { communityId: "other" })],
  [
    "R14",
    "an overdue item that did not climb",
    (s) => keep(s.reminders, ({ told, hazardId }) => told !== "office" || hazardId !== "H1"),
  ],
  [
    "R14",
    "told a day late",
    (s) =>
      patch(
        first(s.reminders, ({ told }) => told === "community"),
        { day: "2026-04-29" },
      ),
  ],
  [
    "R14",
    "told without need",
    (s) =>
      patch(
        first(s.reminders, ({ told }) => told === "leadingGroup"),
        { afterDays: 9 },
      ),
  ],
  ["R18", "no enforcement check", (s) => void s.enforcementChecks.pop()],
  ["R18", "an extra visit not made", (s) => patch(first(s.keyEnterprises), { extraVisits: 1 })],
  ["R18", "off the list without a reason", (s) => patch(first(s.keyEnterprises), { leftReason: "" })],
  [
    "R18",
    "closed and still listed",
    (s) =>
      patch(
        first(s.hazards, ({ severity }) => severity === "major"),
        { listed: true },
      ),
  ],
  ["R18", "major and never listed", (s) => keep(s.hazardActs, ({ command }) => command !== "listing.list")],
  ["R12", "nobody suspended", (s) => keep(s.batches, ({ decidedKind }) => decidedKind !== "suspend")],
];

test.each(breaks)("%s fails: %s", (rule, _what, change) => {
  const told = failing(change).map((line) => line.split(" ")[0]);
  expect(told).toEqual([rule]);
});

test("targets wait for their day", () => {
  const early = verdicts(undefined, "2026-09-01").find(({ rule }) => rule === "R4");
  expect(early?.state).toBe("later");
});

test("a verdict is one line a rule with its tables, faults below it", () => {
  const text = printed(verdictOf("R7", "12 hazards", ["hazards", "hazardCitations"], ["a", "b", "c", "d"]));
  expect(text.split("\n")).toEqual([
    "R7   fails  12 hazards (hazards, hazard_citations)",
    "           a",
    "           b",
    "           c",
    "           and 1 more",
  ]);
});
