// The words around enforcement's door.
import type { Label } from "../kernel/label.ts";
import type { Ground, ReferralState, Refusable, ResultKind } from "./statuses.ts";

export const referralStateLabels: Readonly<Record<ReferralState, Label>> = {
  proposed: { zh: "待决定", en: "Proposed" },
  declined: { zh: "未移送", en: "Declined" },
  referred: { zh: "待签收", en: "Referred" },
  received: { zh: "办理中", en: "Received" },
  returned: { zh: "已退回", en: "Returned" },
  concluded: { zh: "已有结果", en: "Concluded" },
};

export const groundLabels: Readonly<Record<Ground, Label>> = {
  overdue: { zh: "企业逾期未改", en: "Overdue by the enterprise" },
  refusal: { zh: "企业拒绝整改", en: "Refused by the enterprise" },
  threeFailedRounds: { zh: "三次复查不合格", en: "Three failed rounds" },
};

export const refusableLabels: Readonly<Record<Refusable, Label>> = {
  visit: { zh: "拒绝检查", en: "Refused the visit" },
  reinspection: { zh: "拒绝复查", en: "Refused the re-inspection" },
  rectification: { zh: "拒绝整改", en: "Refused to rectify" },
};

export const resultKindLabels: Readonly<Record<ResultKind, Label>> = {
  orderIssued: { zh: "已下达执法文书", en: "Order issued" },
  penaltyDecided: { zh: "已作出处罚决定", en: "Penalty decided" },
  noPenalty: { zh: "不予处罚", en: "No penalty" },
  other: { zh: "其他", en: "Other" },
};
