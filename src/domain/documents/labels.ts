// Words for the enumerations that the forms print. They are copied into the form's data when it is made, so a document
// keeps the words its signers read even when a label here changes later.
import type { Label } from "../kernel/label.ts";

export const CITATION_ROLE_LABELS = {
  direct: { zh: "直接依据", en: "Direct" },
  standard: { zh: "具体标准", en: "Standard" },
  conditional: { zh: "条件适用", en: "Conditional" },
  fallback: { zh: "兜底", en: "Fallback" },
} as const satisfies Record<string, Label>;

export const CITATION_STATE_LABELS = {
  inForce: { zh: "现行有效", en: "In force" },
  notYet: { zh: "尚未施行", en: "Not yet in force" },
  repealed: { zh: "已废止", en: "Repealed" },
  replaced: { zh: "已被替代", en: "Replaced" },
  dateUnknown: { zh: "施行日待核", en: "Date unknown" },
} as const satisfies Record<string, Label>;

/** The two families of R6. */
export const HAZARD_FAMILY_LABELS = {
  records: { zh: "基础管理（台账资料）", en: "Records and management" },
  onSite: { zh: "现场管理（现场操作）", en: "On-site" },
} as const satisfies Record<string, Label>;

export const SEVERITY_LABELS = {
  general: { zh: "一般", en: "General" },
  suspectedMajor: { zh: "疑似重大，待确认", en: "Suspected major, to be confirmed" },
  major: { zh: "重大", en: "Major" },
} as const satisfies Record<string, Label>;

/** The listed reasons of R7 for a hazard without a photo. */
export const NO_PHOTO_REASON_LABELS = {
  documentsAbsent: { zh: "资料缺失，无可拍摄", en: "Documents absent" },
  photographyForbidden: { zh: "该处禁止拍照", en: "Photography forbidden" },
  danger: { zh: "拍照有危险", en: "Dangerous to photograph" },
  declaredLost: { zh: "照片遗失，机构负责人已确认", en: "Photo lost, confirmed by the agency's lead" },
} as const satisfies Record<string, Label>;

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
