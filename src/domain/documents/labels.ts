// Words that only the forms print; the trade's own stand in law/labels.ts and hazard/labels.ts. All are copied into the
// form's data when it is made, so a document keeps the words its signers read even when a label changes later.
import type { Label } from "../kernel/label.ts";

/** A hazard whose photos were all declared lost has no photo either; the other reasons are the expert's (R7). */
export const LOST_PHOTO_LABEL: Label = {
  zh: "照片遗失，机构负责人已确认",
  en: "Photo lost, confirmed by the agency's lead",
};

export const PHOTO_STAGE_LABELS = {
  found: { zh: "发现时", en: "As found" },
  fixed: { zh: "整改后", en: "After rectification" },
} as const satisfies Record<string, Label>;

export const SIGNER_ROLE_LABELS = {
  expert: { zh: "检查专家", en: "Expert" },
  accompanying: { zh: "街道陪同人员", en: "Accompanying person of the subdistrict" },
  enterprise: { zh: "企业参加人员", en: "Enterprise's person" },
} as const satisfies Record<string, Label>;

export const FORM_LABELS = {
  onSiteRecord: { zh: "现场检查记录", en: "On-site record" },
  inspectionReport: { zh: "隐患排查报告", en: "Inspection report" },
  referralPackage: { zh: "移送材料", en: "Referral package" },
} as const satisfies Record<string, Label>;
