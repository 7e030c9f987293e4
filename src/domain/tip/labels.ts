import type { Label } from "../kernel/label.ts";
import type { TipActs, Tips } from "../rows.generated.ts";

export type TipAbout = Tips["about"];
export type TipState = Tips["state"];
export type TipOutcome = NonNullable<Tips["outcome"]>;

/** What a report is about: an enterprise's danger is a tip 线索; the other two are complaints 投诉, for the office lead alone. */
export const tipAbouts = ["enterprise", "agency", "official"] as const;
export const tipStates = ["reported", "assigned", "closed"] as const;
export const tipOutcomes = ["confirmed", "notFound", "passedOn", "repeated"] as const;

export function isComplaint(about: TipAbout): boolean {
  return about !== "enterprise";
}

export const tipAboutLabels: Readonly<Record<TipAbout, Label>> = {
  enterprise: { zh: "企业的安全隐患", en: "A danger at an enterprise" },
  agency: { zh: "对服务机构或专家的投诉", en: "Complaint about an agency or expert" },
  official: { zh: "对街道工作人员的投诉", en: "Complaint about an officer" },
};

export const tipStateLabels: Readonly<Record<TipState, Label>> = {
  reported: { zh: "待分办", en: "To be triaged" },
  assigned: { zh: "在办", en: "Being handled" },
  closed: { zh: "已办结", en: "Closed" },
};

export const tipOutcomeLabels: Readonly<Record<TipOutcome, Label>> = {
  confirmed: { zh: "情况属实，已处理", en: "Confirmed and dealt with" },
  notFound: { zh: "查了，没有发现所说的情况", en: "Looked into, not found" },
  passedOn: { zh: "不归街道管，已转有关部门", en: "Passed on to who is in charge" },
  repeated: { zh: "和已办的一件是同一件事", en: "The same as another one" },
};

export const tipActLabels: Readonly<Record<TipActs["kind"], Label>> = {
  taken: { zh: "接手", en: "Taken" },
  triaged: { zh: "分到企业", en: "Assigned to an enterprise" },
  answered: { zh: "答复", en: "Answered" },
  closed: { zh: "办结", en: "Closed" },
};
