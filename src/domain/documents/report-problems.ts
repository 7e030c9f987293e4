// What is refused on reports and issued documents: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const documentProblems = {
  "report.visit_not_finished": {
    zh: "{enterprise}的检查还没收尾，报告起草不了。请专家先收尾。",
    en: "The visit to {enterprise} is not finished, so no report can be drafted. Finish it first.",
  },
  "report.already_drafted": {
    zh: "这次检查已有报告{number}，不用再起草。要重做，请先作废那一份。",
    en: "Report {number} of this visit exists. Void it first to make another.",
  },
  "report.no_scheme": {
    zh: "{day}不在任何服务方案里，算不出报告期限。请街道先设好服务方案。",
    en: "{day} lies in no scheme, so the report has no due date. Ask the office to set up the scheme.",
  },
  "report.wrong_state": {
    zh: "{number}现在是“{state}”，这一步办不了。请刷新看看现在的样子。",
    en: "{number} is “{stateEn}”, so this step is not possible. Look again after a refresh.",
  },
  "report.reviewer_is_expert": {
    zh: "{number}是您自己查的，不能由您审核或签发。请机构里另一位来办。",
    en: "{number} is about your own visit, so another person of the agency must do this.",
  },
  "report.one_person": {
    zh: "{number}由您审核，签发要换一位。请另一位负责人签发，或请街道在方案里允许一人签发。",
    en: "You reviewed {number}, so another person must release it, unless the scheme allows one person.",
  },
  "report.not_reviewed": {
    zh: "{number}还没审核，不能签发。请审核人先审核。",
    en: "{number} is not reviewed and cannot be released. Have it reviewed first.",
  },
  "report.incomplete": {
    zh: "{number}还差{count}处，不能签发：{missing}。补齐后再签发。",
    en: "{number} lacks {count} things and cannot be released: {missingEn}. Complete it first.",
  },
  "report.changed_since_review": {
    zh: "{number}审核以后，隐患{hazards}改过。请审核人再审一次。",
    en: "Hazards {hazards} changed after {number} was reviewed. Have it reviewed again.",
  },
  "document.not_issued": {
    zh: "{number}现在是“{state}”，签发后才能归档。请先签发。",
    en: "{number} is not issued, so nothing can be filed with it. Release it first.",
  },
  "document.already_attached": {
    zh: "{number}已经归档，签发的文书不再换。要改，请作废后重发。",
    en: "{number} is filed and an issued document never changes. Void it and issue it again.",
  },
  "document.not_printed": {
    zh: "{number}还没制成PDF。签发后一两分钟内就好，请过一会儿再打开。",
    en: "{number} is not printed yet. It follows within minutes of its release; open it again later.",
  },
  "document.already_void": {
    zh: "{number}已经作废，不用再作废。",
    en: "{number} is void already. Nothing is left to do.",
  },
  "document.other_side_voids": {
    zh: "{number}不由您这边作废。记录和报告由机构负责人作废，移送材料由街道作废。",
    en: "{number} is not yours to void: the agency's lead voids records and reports, the office referral packages.",
  },
} as const satisfies Record<string, Label>;
