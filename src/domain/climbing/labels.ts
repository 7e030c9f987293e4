import type { Label } from "../kernel/label.ts";
import type { ClimbingHolder, Told } from "./ladders.ts";

export const toldLabels: Readonly<Record<Told, Label>> = {
  enterprise: { zh: "企业", en: "Enterprise" },
  agency: { zh: "机构", en: "Agency" },
  community: { zh: "村社区", en: "Community" },
  office: { zh: "安监办", en: "Office" },
  leadingGroup: { zh: "领导小组", en: "Leading group" },
};

/** Whose clock it is. */
export const climbingHolderLabels: Readonly<Record<ClimbingHolder, Label>> = {
  enterprise: { zh: "企业该整改", en: "Enterprise to rectify" },
  agency: { zh: "机构该复查", en: "Agency to re-inspect" },
};
