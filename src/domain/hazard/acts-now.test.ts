// Never a dead button: whatever is offered to a role, in any status and with anything standing beside it, is accepted.
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
import { type Role, roles } from "../access/roles.ts";
import { dayOf } from "../calendar/local-date.ts";
import type { ReferralState } from "../enforcement/statuses.ts";
import { deskActsNow, referralGrounds } from "./acts-now.ts";
import { type Hazard, type HazardStatus, hazardStatuses } from "./statuses.ts";

interface Beside {
  readonly set: Partial<Hazard>;
  readonly extension?: true;
  readonly referral?: ReferralState;
}

const besides: readonly Beside[] = [
  { set: {} },
  { set: { extensionPending: true }, extension: true },
  { set: { referralProposed: true }, referral: "proposed" },
  { set: {}, referral: "referred" },
  { set: {}, referral: "received" },
  { set: { severity: "suspectedMajor", severityCase: "第3条" } },
  { set: { severity: "major", severityCase: "第3条" } },
  { set: { severity: "major", severityCase: "第3条", listed: true } },
  { set: { contested: true, contestReason: "不是出口" } },
  { set: { voidProposed: true } },
  { set: { voidProposed: true, voidConfirmedByAgency: true } },
  { set: { voidProposed: true, voidConfirmedByOffice: true } },
  { set: { refusedByEnterprise: true, rectificationDue: "2027-01-31" } },
  { set: { failedRounds: 3, rectificationDue: "2027-01-31" } },
];

function worldOf(status: HazardStatus, beside: Beside, role: Role) {
  const actor = person("某人", role);
  const store = storeWith(status, beside.set, actor);
  if (beside.extension) putExtension(store);
  if (beside.referral) putReferral(store, beside.referral);
  const hazard = store.find("hazards", { id: hazardId });
  if (!hazard) throw new Error("no hazard");
  const offered = deskActsNow(
    role,
    hazard,
    store.rows("referrals"),
    dayOf(now),
    store.rows("treatmentPlans").length > 0,
  );
  return { actor, store, hazard, offered };
}

test.each(hazardStatuses)("in %s every act on offer is accepted", (status) => {
  let offers = 0;
  for (const beside of besides)
    for (const role of roles) {
      for (const command of worldOf(status, beside, role).offered) {
        const { store, actor, hazard } = worldOf(status, beside, role);
        const [ground] = referralGrounds(hazard, dayOf(now));
        const args = goodArgs(command, command === "referral.propose" ? { ground } : {});
        const result = play(store, command, args, contextOf(actor, now));
        const said = result.ok ? "accepted" : result.problem.code;
        expect([status, role, command, beside, said]).toEqual([status, role, command, beside, "accepted"]);
        offers += 1;
      }
    }
  expect(offers > 0).toBe(status !== "voided");
});

test("each role is offered its own acts and no other's", () => {
  const of = (role: Role, beside: Beside, status: HazardStatus = "open") => worldOf(status, beside, role).offered;
  const asked: Beside = { set: { extensionPending: true }, extension: true };
  expect(of("officer", asked)).toEqual(["extension.decide"]);
  expect(of("leader", asked)).toEqual([]);
  expect(of("auditor", asked)).toEqual([]);
  expect(of("expert", { set: {} })).toEqual(["severity.suspect", "referral.propose", "hazard.proposeVoid"]);
  expect(of("enforcementOfficer", { set: {}, referral: "received" }, "referred")).toEqual([
    "enforcement.conclude",
    "referral.return",
  ]);
});
