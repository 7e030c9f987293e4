// The refusals around enforcement's door. Each sentence says what is, why, and what to do.
import type { Label } from "../kernel/label.ts";

export const enforcementProblems: Readonly<Record<string, Label>> = {
  "referral.needs_ground": {
    zh: "还没有选提请执法的情形，没有交。只有企业逾期、拒改或三次复查不合格才能提请；请选一种。",
    en: "The ground is missing: own overdue, refusal or three failed rounds. Choose one.",
  },
  "referral.already_proposed": {
    zh: "隐患{number}已经提请执法，在等街道决定。",
    en: "Hazard {number} is proposed for referral already and awaits the office.",
  },
  "referral.not_overdue": {
    zh: "隐患{number}的企业还没有逾期，不能按逾期提请。企业的期限到{due}24时为止；等复查的时间不算企业的。",
    en: "Hazard {number} is not overdue on the enterprise's side: its date is {due} to 24:00. Waiting for re-inspection is not its delay.",
  },
  "referral.no_refusal": {
    zh: "隐患{number}没有拒绝整改的记录，不能按拒改提请。请由专家写明谁拒绝、怎么说的。",
    en: "No refusal is recorded for hazard {number}. The expert is to state who refused and in what words.",
  },
  "referral.too_few_rounds": {
    zh: "隐患{number}复查不合格{failed}次，不到三次，不能按这一条提请。请继续督促整改。",
    en: "Hazard {number} failed {failed} times, not three. Keep supervising its rectification.",
  },
  "referral.decided": {
    zh: "隐患{number}是否移送{byName}已经在{day}决定了，您这次没有再记。请刷新看看决定。",
    en: "{byName} decided the referral of hazard {number} on {day}; yours was not recorded. Reload.",
  },
  "referral.none_proposed": {
    zh: "隐患{number}没有待决定的提请，可能已经决定。请刷新看看。",
    en: "Hazard {number} has no proposal to decide; it may be decided already. Reload.",
  },
  "referral.already_received": {
    zh: "隐患{number}的移送已经签收，不用再签。",
    en: "The referral of hazard {number} has been received already.",
  },
  "referral.none_open": {
    zh: "隐患{number}没有在办的移送，可能已经退回或有了结果。请刷新看看。",
    en: "Hazard {number} has no open referral; it may be returned or concluded. Reload.",
  },
  "enforcement.needs_result": {
    zh: "还没有选执法结果，没有存。请选一种再回填。",
    en: "The result is missing. Choose it and record again.",
  },
  "enforcement.in_the_future": {
    zh: "结果日期{on}还没有到，今天是{today}。请填文书上的日期。",
    en: "{on} lies ahead; today is {today}. Fill in the document's date.",
  },
  "enforcement.needs_number": {
    zh: "{kindZh}要有执法文书的文号，还没有填。本系统不出文书，请填执法机关的文号。",
    en: "“{kindEn}” stands on a document, and its number is missing. Fill in the authority's number.",
  },
  "enforcement.needs_certificates": {
    zh: "{kindZh}要写每名执法人员的证号，而且各不相同，现在没写全。请按人员的顺序补上。",
    en: "“{kindEn}” takes each officer's own certificate number. Add them in the order of the officers.",
  },
  "enforcement.needs_two_officers": {
    zh: "{kindZh}须由两名有证的执法人员办理，现在只填了一名。请补上另一名。",
    en: "“{kindEn}” takes two certified officers and only one is named. Add the other.",
  },
};
