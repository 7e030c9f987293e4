// The table of a referral: how one row of it moves while the hazard waits. The hazard's own table stands in
// hazard/transitions.ts; both are read by docs/state-machines.
import type { Role } from "../access/roles.ts";
import type { Label } from "../kernel/label.ts";
import type { ReferralState } from "./statuses.ts";

export interface ReferralTransition {
  readonly command: string;
  readonly from: readonly ReferralState[];
  readonly to: ReferralState;
  readonly by: readonly Role[];
  readonly outcome?: string;
  readonly requires: Label;
}

const office = ["officer", "officeLead"] as const satisfies readonly Role[];

export const referralTransitions: readonly ReferralTransition[] = [
  {
    command: "referral.propose",
    from: [],
    to: "proposed",
    by: ["system", "expert"],
    requires: { zh: "企业自己逾期、拒改或三次复查不合格", en: "Own overdue, refusal or three failed rounds" },
  },
  {
    command: "referral.decide",
    outcome: "refer",
    from: ["proposed"],
    to: "referred",
    by: office,
    requires: { zh: "理由", en: "Reason" },
  },
  {
    command: "referral.decide",
    outcome: "decline",
    from: ["proposed"],
    to: "declined",
    by: office,
    requires: { zh: "理由", en: "Reason" },
  },
  {
    command: "referral.receive",
    from: ["referred"],
    to: "received",
    by: ["enforcementOfficer"],
    requires: { zh: "", en: "" },
  },
  {
    command: "referral.return",
    from: ["referred", "received"],
    to: "returned",
    by: ["enforcementOfficer"],
    requires: { zh: "理由", en: "Reason" },
  },
  {
    command: "enforcement.conclude",
    from: ["referred", "received"],
    to: "concluded",
    by: ["enforcementOfficer"],
    requires: {
      zh: "执法结果，文书须有文号和两名执法人员及证号",
      en: "Result; documents with number, two officers and their certificates",
    },
  },
  {
    command: "reinspection.fail",
    from: [],
    to: "referred",
    by: ["expert"],
    requires: { zh: "最终复查不合格，照片", en: "Final re-inspection failed, photo" },
  },
];

/** The referral a command is about: the one in a state it may start from. */
export function findReferral<R extends { readonly state: ReferralState }>(
  referrals: readonly R[],
  command: string,
): R | undefined {
  const from = referralTransitions.filter((row) => row.command === command).flatMap((row) => row.from);
  return referrals.find((referral) => from.includes(referral.state));
}

/** The state after a command and its answer. */
export function getReferralState(command: string, outcome?: string): ReferralState {
  const row = referralTransitions.find((one) => one.command === command && one.outcome === outcome);
  if (!row) throw new RangeError(`no referral transition for ${command}`);
  return row.to;
}
