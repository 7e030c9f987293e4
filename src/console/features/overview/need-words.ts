// What each need is called, and the verb on its button.
import type { NeedKey } from "#api/overview.ts";
import type { Label } from "#domain/kernel/label.ts";

interface NeedWords {
  readonly what: Label;
  readonly verb: Label;
}

export const needWords: Readonly<Record<NeedKey, NeedWords>> = {
  severityToConfirm: {
    what: { zh: "疑似重大隐患待确认", en: "Suspected major hazards to confirm" },
    verb: { zh: "去确认", en: "Confirm" },
  },
  overdueWithEnterprise: {
    what: { zh: "隐患已逾期，企业还没改好", en: "Overdue with the enterprise" },
    verb: { zh: "逐条督促", en: "Supervise" },
  },
  referralToDecide: {
    what: { zh: "提请执法，等您决定", en: "Proposed referrals to decide" },
    verb: { zh: "去决定", en: "Decide" },
  },
  extensionToDecide: {
    what: { zh: "延期申请待批", en: "Extensions to decide" },
    verb: { zh: "去审批", en: "Decide" },
  },
  voidToConfirm: {
    what: { zh: "作废提议，等您答复", en: "Proposed voids to answer" },
    verb: { zh: "去答复", en: "Answer" },
  },
  contestToSettle: {
    what: { zh: "异议，等您答复", en: "Objections to settle" },
    verb: { zh: "去答复", en: "Answer" },
  },
  reinspectionOverdue: {
    what: { zh: "复查已过期限", en: "Re-inspections overdue" },
    verb: { zh: "看这几条", en: "Open" },
  },
  reinspectionSoon: {
    what: { zh: "复查快到期限", en: "Re-inspections due soon" },
    verb: { zh: "去安排", en: "Arrange" },
  },
  documentToReview: {
    what: { zh: "排查报告待审核", en: "Reports to review" },
    verb: { zh: "去审核", en: "Review" },
  },
  documentToRelease: {
    what: { zh: "排查报告待签发", en: "Reports to release" },
    verb: { zh: "去签发", en: "Release" },
  },
  supervisionDue: {
    what: { zh: "督促过了期限还没做", en: "Supervisions not made in time" },
    verb: { zh: "去督促", en: "Supervise" },
  },
  referralToReceive: {
    what: { zh: "移送来的，待签收", en: "Referrals to receive" },
    verb: { zh: "去签收", en: "Receive" },
  },
  referralToConclude: {
    what: { zh: "执法结果待回填", en: "Results to record" },
    verb: { zh: "去回填", en: "Record" },
  },
};
