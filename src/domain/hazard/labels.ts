// The hazard's words as a person reads them. ui: short, verb first; the trade's fixed terms.
import type { Label } from "../kernel/label.ts";
import type { HazardStatus, Holder, NoPhotoReason, Severity } from "./statuses.ts";
import type { HazardCommand } from "./transitions.ts";

export const statusLabels: Readonly<Record<HazardStatus, Label>> = {
  open: { zh: "整改中", en: "Being rectified" },
  submitted: { zh: "待复查", en: "Awaiting re-inspection" },
  referred: { zh: "已移送执法", en: "Referred" },
  awaitingFinalReinspection: { zh: "待最终复查", en: "Awaiting final re-inspection" },
  closed: { zh: "已销号", en: "Closed" },
  voided: { zh: "已作废", en: "Voided" },
};

/** What comes next in a status: the end of every refusal "not now". */
export const statusNextLabels: Readonly<Record<HazardStatus, Label>> = {
  open: { zh: "现在等企业整改并提交", en: "The enterprise is to rectify and submit now" },
  submitted: { zh: "现在等机构到场复查", en: "The agency is to re-inspect now" },
  referred: { zh: "现在等执法人员办理", en: "Enforcement is dealing with it now" },
  awaitingFinalReinspection: { zh: "现在等专家到场做最终复查", en: "The expert's final re-inspection is due now" },
  closed: {
    zh: "再出现同样情形，请另记一条；认为不该销号，可提出异议",
    en: "If it recurs, record a new one; if it should not have been closed, raise an objection",
  },
  voided: { zh: "确有隐患，请另记一条", en: "If there is a hazard after all, record a new one" },
};

export const severityLabels: Readonly<Record<Severity, Label>> = {
  general: { zh: "一般", en: "General" },
  suspectedMajor: { zh: "疑似重大，待确认", en: "Suspected major, to be confirmed" },
  major: { zh: "重大", en: "Major" },
};

export const holderLabels: Readonly<Record<Holder, Label>> = {
  enterprise: { zh: "企业", en: "Enterprise" },
  agency: { zh: "机构", en: "Agency" },
  agencyLead: { zh: "机构负责人", en: "Agency lead" },
  officer: { zh: "街道安监人员", en: "Subdistrict officer" },
  enforcementOfficer: { zh: "执法人员", en: "Enforcement officer" },
  nobody: { zh: "无人待办", en: "Nobody" },
};

export const noPhotoReasonLabels: Readonly<Record<NoPhotoReason, Label>> = {
  documentsAbsent: { zh: "资料缺失，无可拍摄", en: "Documents absent" },
  photographyForbidden: { zh: "该处禁止拍照", en: "Photography forbidden" },
  danger: { zh: "拍照有危险", en: "Dangerous to photograph" },
};

/** R9: the five steps every hazard is shown on. */
export const stepLabels: Readonly<Record<1 | 2 | 3 | 4 | 5, Label>> = {
  1: { zh: "隐患排查", en: "Inspection" },
  2: { zh: "治理建议", en: "Advice" },
  3: { zh: "督促整改", en: "Supervised rectification" },
  4: { zh: "回头复查", en: "Re-inspection" },
  5: { zh: "执法处置", en: "Enforcement" },
};

export const hazardCommandLabels: Readonly<Record<HazardCommand, Label>> = {
  "hazard.record": { zh: "记录隐患", en: "Record hazard" },
  "hazard.fixOnSite": { zh: "记为当场整改", en: "Record fixed on site" },
  "onSiteRecord.serve": { zh: "送达现场检查记录", en: "Serve on-site record" },
  "hazard.acknowledge": { zh: "签收隐患", en: "Acknowledge hazard" },
  "rectification.submit": { zh: "提交整改", en: "Submit rectification" },
  "rectification.withdraw": { zh: "撤回提交", en: "Withdraw submission" },
  "rectification.reject": { zh: "驳回整改", en: "Reject rectification" },
  "reinspection.pass": { zh: "复查合格", en: "Pass re-inspection" },
  "reinspection.fail": { zh: "复查不合格", en: "Fail re-inspection" },
  "extension.request": { zh: "申请延期", en: "Request extension" },
  "extension.decide": { zh: "答复延期申请", en: "Decide extension" },
  "severity.suspect": { zh: "报疑似重大", en: "Report as suspected major" },
  "severity.confirm": { zh: "确认重大", en: "Confirm major" },
  "severity.setBack": { zh: "改回一般", en: "Set back to general" },
  "treatment.plan": { zh: "填治理方案（五落实）", en: "Enter treatment plan (five fixes)" },
  "listing.list": { zh: "挂牌督办", en: "List for supervision" },
  "listing.delist": { zh: "摘牌", en: "Delist" },
  "contest.raise": { zh: "提出异议", en: "Raise objection" },
  "contest.settle": { zh: "答复异议", en: "Settle objection" },
  "referral.propose": { zh: "提请执法", en: "Propose referral" },
  "referral.decide": { zh: "决定是否移送", en: "Decide on referral" },
  "referral.receive": { zh: "签收移送", en: "Receive referral" },
  "referral.return": { zh: "退回移送", en: "Return referral" },
  "enforcement.conclude": { zh: "回填执法结果", en: "Record enforcement result" },
  "hazard.proposeVoid": { zh: "提议作废", en: "Propose voiding" },
  "hazard.confirmVoid": { zh: "答复作废提议", en: "Decide on voiding" },
};
