// R14: who answers for what. Some hold an open hazard now, each exactly one; others look after it beside its holder.
import type { Label } from "../kernel/label.ts";
import type { Holder } from "./statuses.ts";

/** Those whose turn it may be. */
export const holdingParties = ["enterprise", "agency", "office", "enforcement"] as const;
export type HoldingParty = (typeof holdingParties)[number];

/** Those who see to it that whoever holds it acts. */
export const watchingParties = ["community", "memberUnit", "leadingGroup"] as const;
export type WatchingParty = (typeof watchingParties)[number];

export type ResponsibleParty = HoldingParty | WatchingParty;

/** The holders of the hazard's table that one party answers for. */
export const holdersOf: Readonly<Record<HoldingParty, readonly Exclude<Holder, "nobody">[]>> = {
  enterprise: ["enterprise"],
  agency: ["agency", "agencyLead"],
  office: ["officer"],
  enforcement: ["enforcementOfficer"],
};

export const responsibleLabels: Readonly<Record<ResponsibleParty, Label>> = {
  enterprise: { zh: "企业", en: "Enterprises" },
  community: { zh: "村社区", en: "Communities" },
  memberUnit: { zh: "成员单位", en: "Member units" },
  agency: { zh: "机构", en: "Agencies" },
  office: { zh: "安监办", en: "Office" },
  enforcement: { zh: "执法", en: "Enforcement" },
  leadingGroup: { zh: "领导小组", en: "Leading group" },
};

/** What each answers for, in the words of the scheme. */
export const responsibilityLabels: Readonly<Record<ResponsibleParty, Label>> = {
  enterprise: { zh: "主体责任：整改", en: "Principal: rectifies" },
  community: { zh: "属地管理：督促", en: "Management: presses" },
  memberUnit: { zh: "行业监管：照看派来的", en: "Looks after what is routed to it" },
  agency: { zh: "服务责任：复查、报告", en: "Service: re-inspects, reports" },
  office: { zh: "综合监管：答复、决定", en: "Supervision: decides" },
  enforcement: { zh: "执法办理", en: "Enforcement" },
  leadingGroup: { zh: "升级督办", en: "What has climbed to it" },
};
