// The words of the work list, the same on the page and in its Excel sheet.
import { holderLabels } from "#domain/hazard/labels.ts";
import type { Label } from "#domain/kernel/label.ts";
import type { WorkHolder, WorkKind, WorkView } from "./work-items.ts";

/** What is to be done, as a verb. */
export const workKindLabels: Readonly<Record<WorkKind, Label>> = {
  severity: { zh: "确认重大", en: "Confirm major" },
  contest: { zh: "答异议", en: "Settle objection" },
  void: { zh: "答作废", en: "Decide voiding" },
  referral: { zh: "定移送", en: "Decide referral" },
  extension: { zh: "批延期", en: "Decide extension" },
  enforce: { zh: "执法办理", en: "Enforce" },
  rectify: { zh: "督促", en: "Press" },
  reinspect: { zh: "复查", en: "Re-inspect" },
  reviewReport: { zh: "审报告", en: "Review report" },
  releaseReport: { zh: "签报告", en: "Release report" },
  takeOver: { zh: "接收", en: "Take over" },
  reroute: { zh: "改派", en: "Route again" },
  batch: { zh: "定批次", en: "Decide batch" },
  inspectionTask: { zh: "补检查", en: "Inspection missed" },
  supervisionTask: { zh: "补督促", en: "Supervision missed" },
  reinspectionTask: { zh: "补复查", en: "Re-inspection missed" },
  tipTriage: { zh: "分办线索", en: "Triage tip" },
  tipAnswer: { zh: "答复线索", en: "Answer tip" },
};

export const workHolderLabels: Readonly<Record<WorkHolder, Label>> = {
  ...holderLabels,
  agencyReviewer: { zh: "机构审核人", en: "Agency reviewer" },
  community: { zh: "村社区", en: "Community" },
  memberUnit: { zh: "成员单位", en: "Member unit" },
  officeLead: { zh: "安监办负责人", en: "Office lead" },
};

export const workViewLabels: Readonly<Record<WorkView, Label>> = {
  mine: { zh: "等我办", en: "Waiting for me" },
  today: { zh: "今天到期", en: "Due today" },
  overdue: { zh: "逾期", en: "Overdue" },
  others: { zh: "等别人办", en: "With others" },
  all: { zh: "全部", en: "All" },
};
