// THE table of the hazard's life, as design §2 "The hazard's table" writes it. It drives the guard of every decision,
// the buttons, docs/state-machines/hazard.md and the matrix test. A rule that is not here does not exist.
import type { Role } from "../access/roles.ts";
import type { Requirement } from "./requirements.ts";
import { type HazardStatus, standing } from "./statuses.ts";

/** The enterprise, signed in or by its link. */
export const enterpriseRoles = [
  "enterprisePrincipal",
  "enterpriseStaff",
  "linkHolder",
] as const satisfies readonly Role[];
const office = ["officer", "officeLead"] as const satisfies readonly Role[];
const underRectification = ["open", "submitted"] as const satisfies readonly HazardStatus[];

export type HazardCommand =
  | "hazard.record"
  | "hazard.fixOnSite"
  | "onSiteRecord.serve"
  | "hazard.acknowledge"
  | "rectification.submit"
  | "rectification.withdraw"
  | "rectification.reject"
  | "reinspection.pass"
  | "reinspection.fail"
  | "extension.request"
  | "extension.decide"
  | "severity.suspect"
  | "severity.confirm"
  | "severity.setBack"
  | "treatment.plan"
  | "listing.list"
  | "listing.delist"
  | "contest.raise"
  | "contest.settle"
  | "referral.propose"
  | "referral.decide"
  | "referral.receive"
  | "referral.return"
  | "enforcement.conclude"
  | "hazard.proposeVoid"
  | "hazard.confirmVoid";

/** R9's five steps; null for what stands beside them (severity, contest, void). */
export type Step = 1 | 2 | 3 | 4 | 5 | null;

export interface Transition {
  readonly command: HazardCommand;
  /** Statuses it is possible in; none for the act that brings the hazard about. */
  readonly from: readonly HazardStatus[];
  readonly to: HazardStatus | "stays";
  readonly by: readonly Role[];
  readonly requires: readonly Requirement[];
  readonly step: Step;
  /** Which of the command's answers leads here, where it has several. */
  readonly outcome?: string;
  /** What it changes beside the status. */
  readonly flag?: string;
  /** It ends the round of rectification and opens the next. */
  readonly nextRound?: true;
}

export const hazardTransitions: readonly Transition[] = [
  {
    command: "hazard.record",
    from: [],
    to: "open",
    by: ["expert"],
    requires: ["startedVisit", "photoOrReason", "clause", "deadline"],
    step: 1,
  },
  {
    command: "hazard.fixOnSite",
    from: ["open"],
    to: "closed",
    by: ["expert"],
    requires: ["sameVisit", "photo"],
    step: 3,
  },
  {
    command: "onSiteRecord.serve",
    from: standing,
    to: "stays",
    by: ["expert"],
    requires: ["signatureOrRefusal"],
    step: 2,
    flag: "rectificationDue",
  },
  {
    command: "hazard.acknowledge",
    from: standing,
    to: "stays",
    by: enterpriseRoles,
    requires: [],
    step: 2,
    flag: "rectificationDue",
  },
  {
    command: "rectification.submit",
    from: ["open"],
    to: "submitted",
    by: [...enterpriseRoles, "communityOfficer"],
    requires: ["text", "photo"],
    step: 3,
  },
  {
    command: "rectification.withdraw",
    from: ["submitted"],
    to: "open",
    by: [...enterpriseRoles, "communityOfficer"],
    requires: [],
    step: 3,
  },
  {
    command: "rectification.reject",
    from: ["submitted"],
    to: "open",
    by: ["expert", "agencyLead"],
    requires: ["reason", "deadline"],
    step: 3,
    nextRound: true,
  },
  {
    command: "reinspection.pass",
    from: underRectification,
    to: "closed",
    by: ["expert"],
    requires: ["startedVisit", "photo"],
    step: 4,
  },
  {
    command: "reinspection.fail",
    from: underRectification,
    to: "open",
    by: ["expert"],
    requires: ["startedVisit", "reason", "deadline"],
    step: 4,
    nextRound: true,
  },
  {
    command: "reinspection.pass",
    from: ["awaitingFinalReinspection"],
    to: "closed",
    by: ["expert"],
    requires: ["startedVisit", "photo"],
    step: 4,
  },
  {
    command: "reinspection.fail",
    from: ["awaitingFinalReinspection"],
    to: "referred",
    by: ["expert"],
    requires: ["startedVisit", "reason", "photo"],
    step: 4,
  },
  {
    command: "extension.request",
    from: ["open"],
    to: "stays",
    by: enterpriseRoles,
    requires: ["fourParts"],
    step: 3,
    flag: "extensionPending",
  },
  {
    command: "extension.decide",
    from: ["open"],
    to: "stays",
    by: office,
    requires: ["reason"],
    step: 3,
    flag: "extensionPending",
  },
  {
    command: "severity.suspect",
    from: standing,
    to: "stays",
    by: ["expert"],
    requires: ["severityCase"],
    step: null,
    flag: "severity",
  },
  {
    command: "severity.confirm",
    from: standing,
    to: "stays",
    by: office,
    requires: ["severityCase", "conditions"],
    step: null,
    flag: "severity",
  },
  {
    command: "severity.setBack",
    from: standing,
    to: "stays",
    by: office,
    requires: ["reason"],
    step: null,
    flag: "severity",
  },
  {
    command: "treatment.plan",
    from: underRectification,
    to: "stays",
    by: [...enterpriseRoles, "expert", "agencyLead"],
    requires: ["fiveFixes"],
    step: 3,
  },
  {
    command: "listing.list",
    from: ["open", "submitted", "referred", "awaitingFinalReinspection"],
    to: "stays",
    by: office,
    requires: ["reason"],
    step: null,
    flag: "listed",
  },
  {
    command: "listing.delist",
    from: ["closed"],
    to: "stays",
    by: office,
    requires: ["reason"],
    step: null,
    flag: "listed",
  },
  {
    command: "contest.raise",
    from: standing,
    to: "stays",
    by: [...enterpriseRoles, "system"],
    requires: ["reason"],
    step: null,
    flag: "contested",
  },
  {
    command: "contest.settle",
    outcome: "stands",
    from: standing,
    to: "stays",
    by: ["agencyLead"],
    requires: ["reason"],
    step: null,
    flag: "contested",
  },
  {
    command: "contest.settle",
    outcome: "reopen",
    from: ["closed"],
    to: "open",
    by: ["agencyLead"],
    requires: ["reason", "deadline"],
    step: null,
    flag: "contested",
    nextRound: true,
  },
  {
    command: "contest.settle",
    outcome: "proposeVoid",
    from: underRectification,
    to: "stays",
    by: ["agencyLead"],
    requires: ["reason"],
    step: null,
    flag: "voidProposed",
  },
  {
    command: "referral.propose",
    from: ["open"],
    to: "stays",
    by: ["system", "expert"],
    requires: ["ground", "reason"],
    step: 5,
    flag: "referralProposed",
  },
  {
    command: "referral.decide",
    outcome: "refer",
    from: ["open"],
    to: "referred",
    by: office,
    requires: ["reason"],
    step: 5,
    flag: "referralProposed",
  },
  {
    command: "referral.decide",
    outcome: "decline",
    from: ["open"],
    to: "stays",
    by: office,
    requires: ["reason"],
    step: 5,
    flag: "referralProposed",
  },
  {
    command: "referral.receive",
    from: ["referred"],
    to: "stays",
    by: ["enforcementOfficer"],
    requires: [],
    step: 5,
  },
  {
    command: "referral.return",
    from: ["referred"],
    to: "open",
    by: ["enforcementOfficer"],
    requires: ["reason"],
    step: 5,
  },
  {
    command: "enforcement.conclude",
    from: ["referred"],
    to: "awaitingFinalReinspection",
    by: ["enforcementOfficer"],
    requires: ["result"],
    step: 5,
  },
  {
    command: "hazard.proposeVoid",
    from: underRectification,
    to: "stays",
    by: ["expert"],
    requires: ["reason"],
    step: null,
    flag: "voidProposed",
  },
  {
    command: "hazard.confirmVoid",
    outcome: "first",
    from: underRectification,
    to: "stays",
    by: [...office, "agencyLead"],
    requires: ["reason"],
    step: null,
    flag: "voidConfirmed",
  },
  {
    command: "hazard.confirmVoid",
    outcome: "second",
    from: underRectification,
    to: "voided",
    by: [...office, "agencyLead"],
    requires: ["reason"],
    step: null,
    flag: "voidConfirmed",
  },
  {
    command: "hazard.confirmVoid",
    outcome: "keep",
    from: underRectification,
    to: "stays",
    by: [...office, "agencyLead"],
    requires: ["reason"],
    step: null,
    flag: "voidProposed",
  },
];

/** All rows of a command. */
export function transitionsOf(command: HazardCommand): readonly Transition[] {
  return hazardTransitions.filter((row) => row.command === command);
}

/** The one row for a status and an answer. */
export function findTransition(command: HazardCommand, status: HazardStatus, outcome?: string): Transition | undefined {
  return transitionsOf(command).find((row) => row.from.includes(status) && row.outcome === outcome);
}

/** The roles that may ever do it: the command's `by`. */
export function rolesOf(command: HazardCommand): readonly Role[] {
  return [...new Set(transitionsOf(command).flatMap((row) => row.by))];
}

/** What this role may do with a hazard in this status: the buttons. */
export function commandsFor(role: Role, status: HazardStatus): readonly HazardCommand[] {
  const rows = hazardTransitions.filter((row) => row.by.includes(role) && row.from.includes(status));
  return [...new Set(rows.map((row) => row.command))];
}
