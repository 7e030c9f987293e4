// Every command in every status for every role, against design §2 "The hazard's table" copied out by hand below.
// Nothing here is read from transitions.ts: the two must agree by themselves.
import { expect, test } from "vitest";
import {
  goodArgs,
  hazardId,
  now,
  putExtension,
  putReferral,
  storeWith,
} from "../../../test/stories/hazard-fixtures.ts";
import { play } from "../../../test/stories/hazard-registry.ts";
import { contextOf, person } from "../../../test/stories/story-context.ts";
import type { Role } from "../access/roles.ts";
import { roles } from "../access/roles.ts";
import type { ReferralState } from "../enforcement/statuses.ts";
import type { Hazard } from "./statuses.ts";

const statuses = ["open", "submitted", "referred", "awaitingFinalReinspection", "closed", "voided"] as const;
const all = ["open", "submitted", "referred", "awaitingFinalReinspection", "closed"];
const enterprise: readonly Role[] = ["enterprisePrincipal", "enterpriseStaff", "linkHolder"];
const officer: readonly Role[] = ["officer", "officeLead"];

interface Expectation {
  readonly command: string;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly by: readonly Role[];
  /** From → to; what is not listed is refused. */
  readonly moves: Readonly<Record<string, string>>;
  /** Flags the command finds. */
  readonly given?: Partial<Hazard>;
  readonly extension?: true;
  readonly referral?: ReferralState;
}

const stays = (from: readonly string[]) => Object.fromEntries(from.map((status) => [status, status]));

const design: readonly Expectation[] = [
  { command: "hazard.fixOnSite", by: ["expert"], moves: { open: "closed" } },
  { command: "hazard.acknowledge", by: enterprise, moves: stays(all) },
  { command: "rectification.submit", by: [...enterprise, "communityOfficer"], moves: { open: "submitted" } },
  { command: "rectification.withdraw", by: [...enterprise, "communityOfficer"], moves: { submitted: "open" } },
  { command: "rectification.reject", by: ["expert", "agencyLead"], moves: { submitted: "open" } },
  {
    command: "reinspection.pass",
    by: ["expert"],
    moves: { open: "closed", submitted: "closed", awaitingFinalReinspection: "closed" },
  },
  {
    command: "reinspection.fail",
    by: ["expert"],
    moves: { open: "open", submitted: "open", awaitingFinalReinspection: "referred" },
  },
  { command: "extension.request", by: enterprise, moves: stays(["open"]) },
  {
    command: "extension.decide",
    by: officer,
    moves: stays(["open"]),
    given: { extensionPending: true },
    extension: true,
  },
  {
    command: "extension.decide",
    args: { outcome: "decline", grantedUntil: null },
    by: officer,
    moves: stays(["open"]),
    given: { extensionPending: true },
    extension: true,
  },
  { command: "severity.suspect", by: ["expert"], moves: stays(all) },
  { command: "severity.confirm", by: officer, moves: stays(all), given: { severity: "suspectedMajor" } },
  { command: "severity.setBack", by: officer, moves: stays(all), given: { severity: "major" } },
  {
    command: "treatment.plan",
    by: [...enterprise, "expert", "agencyLead"],
    moves: stays(["open", "submitted"]),
    given: { severity: "major" },
  },
  {
    command: "listing.list",
    by: officer,
    moves: stays(["open", "submitted", "referred", "awaitingFinalReinspection"]),
    given: { severity: "major" },
  },
  { command: "listing.delist", by: officer, moves: stays(["closed"]), given: { severity: "major", listed: true } },
  { command: "contest.raise", by: [...enterprise, "system"], moves: stays(all) },
  { command: "contest.settle", by: ["agencyLead"], moves: stays(all), given: { contested: true } },
  {
    command: "contest.settle",
    args: { outcome: "reopen", deadlineDays: 5 },
    by: ["agencyLead"],
    moves: { closed: "open" },
    given: { contested: true },
  },
  {
    command: "contest.settle",
    args: { outcome: "proposeVoid" },
    by: ["agencyLead"],
    moves: stays(["open", "submitted"]),
    given: { contested: true },
  },
  { command: "referral.propose", by: ["system", "expert"], moves: stays(["open"]) },
  {
    command: "referral.decide",
    by: officer,
    moves: { open: "referred" },
    given: { referralProposed: true },
    referral: "proposed",
  },
  {
    command: "referral.decide",
    args: { outcome: "decline" },
    by: officer,
    moves: stays(["open"]),
    given: { referralProposed: true },
    referral: "proposed",
  },
  { command: "referral.receive", by: ["enforcementOfficer"], moves: stays(["referred"]), referral: "referred" },
  { command: "referral.return", by: ["enforcementOfficer"], moves: { referred: "open" }, referral: "received" },
  {
    command: "enforcement.conclude",
    by: ["enforcementOfficer"],
    moves: { referred: "awaitingFinalReinspection" },
    referral: "received",
  },
  { command: "hazard.proposeVoid", by: ["expert"], moves: stays(["open", "submitted"]) },
  {
    command: "hazard.confirmVoid",
    by: officer,
    moves: { open: "voided", submitted: "voided" },
    given: { voidProposed: true, voidConfirmedByAgency: true },
  },
  {
    command: "hazard.confirmVoid",
    by: ["agencyLead"],
    moves: { open: "voided", submitted: "voided" },
    given: { voidProposed: true, voidConfirmedByOffice: true },
  },
  {
    command: "hazard.confirmVoid",
    by: [...officer, "agencyLead"],
    moves: stays(["open", "submitted"]),
    given: { voidProposed: true },
  },
];

function statusAfter(row: Expectation, status: (typeof statuses)[number], role: Role): string {
  const actor = person("某人", role);
  const store = storeWith(status, row.given ?? {}, actor);
  if (row.extension) putExtension(store);
  if (row.referral) putReferral(store, row.referral);
  const before = store.snapshot();
  const result = play(store, row.command, goodArgs(row.command, row.args), contextOf(actor, now));
  if (result.ok) return store.find("hazards", { id: hazardId })?.status ?? "gone";
  return store.snapshot() === before ? "refused" : "refused and changed";
}

test.each(design)("$command $args: only where and by whom the design says", (row) => {
  // The other side's confirmation is given in two of the rows; the same side's second one is refused there.
  const otherSide = row.given?.voidConfirmedByAgency ?? row.given?.voidConfirmedByOffice;
  const asked = roles.filter(
    (role) => !otherSide || row.by.includes(role) || !["officer", "officeLead", "agencyLead"].includes(role),
  );
  for (const status of statuses) {
    for (const role of asked) {
      const expected = row.by.includes(role) ? (row.moves[status] ?? "refused") : "refused";
      expect(statusAfter(row, status, role), `${row.command} on ${status} by ${role}`).toBe(expected);
    }
  }
});

test("hazard.record brings a hazard about in open, round 1, by an expert only", () => {
  for (const role of roles) {
    const actor = person("某人", role);
    const store = storeWith("open", {}, actor);
    const result = play(store, "hazard.record", goodArgs("hazard.record"), contextOf(actor, now));
    expect(result.ok, role).toBe(role === "expert");
    expect(store.rows("hazards").at(-1)).toMatchObject({ status: "open", round: 1, failedRounds: 0 });
    expect(store.rows("hazards")).toHaveLength(role === "expert" ? 2 : 1);
  }
});
