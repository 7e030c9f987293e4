// The buttons of one hazard: what a role may do at its desk now. Out of the hazard's table (who, in which status) and
// what stands beside the status (what is proposed, asked, contested). What needs a visit on site is the field app's.
import { type Role, roleScope } from "../access/roles.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { failedRoundsForReferral, type ReferralState } from "../enforcement/statuses.ts";
import { findReferral } from "../enforcement/transitions.ts";
import { isEnterpriseOverdue } from "./due.ts";
import { type Hazard, isOpen } from "./statuses.ts";
import { commandsFor, type HazardCommand } from "./transitions.ts";

/** Acts of the office, the agency's desk and enforcement, in the order in which they are offered. */
export const deskCommands = [
  "severity.confirm",
  "severity.setBack",
  "listing.list",
  "listing.delist",
  "treatment.plan",
  "extension.decide",
  "referral.decide",
  "hazard.confirmVoid",
  "contest.settle",
  "rectification.reject",
  "referral.receive",
  "enforcement.conclude",
  "referral.return",
  "severity.suspect",
  "referral.propose",
  "hazard.proposeVoid",
] as const satisfies readonly HazardCommand[];
export type DeskCommand = (typeof deskCommands)[number];

interface Beside {
  readonly hazard: Hazard;
  readonly referrals: readonly { readonly state: ReferralState }[];
  readonly role: Role;
  /** Whether a treatment plan stands; listing waits for one. */
  readonly planned: boolean;
  readonly today: LocalDate;
}

const stands: Readonly<Record<DeskCommand, (beside: Beside) => boolean>> = {
  "severity.confirm": ({ hazard }) => hazard.severity === "suspectedMajor",
  "severity.setBack": ({ hazard }) => hazard.severity !== "general" && !hazard.listed,
  "severity.suspect": ({ hazard }) => hazard.severity === "general" && isOpen(hazard),
  "listing.list": ({ hazard, planned }) => hazard.severity === "major" && !hazard.listed && planned,
  "listing.delist": ({ hazard }) => hazard.listed,
  "treatment.plan": ({ hazard }) => hazard.severity !== "general",
  "extension.decide": ({ hazard }) => hazard.extensionPending,
  "referral.decide": ({ hazard }) => hazard.referralProposed,
  "referral.propose": mayPropose,
  "referral.receive": ({ referrals }) => findReferral(referrals, "referral.receive") !== undefined,
  "referral.return": ({ referrals }) => findReferral(referrals, "referral.return") !== undefined,
  "enforcement.conclude": ({ referrals }) => findReferral(referrals, "enforcement.conclude") !== undefined,
  "hazard.proposeVoid": ({ hazard }) => !hazard.voidProposed,
  "hazard.confirmVoid": ({ hazard, role }) => hazard.voidProposed && !isConfirmedBy(hazard, role),
  "contest.settle": ({ hazard }) => hazard.contested,
  "rectification.reject": () => true,
};

/** What this role may do with this hazard now; an act that would be refused is not among them. */
export function deskActsNow(
  role: Role,
  hazard: Hazard,
  referrals: Beside["referrals"],
  today: LocalDate,
  planned = false,
): readonly DeskCommand[] {
  const possible = new Set<string>(commandsFor(role, hazard.status));
  return deskCommands.filter(
    (command) => possible.has(command) && stands[command]({ hazard, referrals, role, today, planned }),
  );
}

/** The grounds of a referral that hold for this hazard on its own record; a new refusal is recorded in the field. */
export function referralGrounds(hazard: Hazard, today: LocalDate) {
  return [
    ...(isEnterpriseOverdue(hazard, today) ? (["overdue"] as const) : []),
    ...(hazard.refusedByEnterprise ? (["refusal"] as const) : []),
    ...(hazard.failedRounds >= failedRoundsForReferral ? (["threeFailedRounds"] as const) : []),
  ];
}

function mayPropose({ hazard, today }: Beside): boolean {
  return !hazard.referralProposed && referralGrounds(hazard, today).length > 0;
}

function isConfirmedBy(hazard: Hazard, role: Role): boolean {
  return roleScope[role] === "agency" ? hazard.voidConfirmedByAgency : hazard.voidConfirmedByOffice;
}
