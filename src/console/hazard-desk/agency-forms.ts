// The agency's and enforcement's acts at the desk.
import { resultKindLabels } from "#domain/enforcement/labels.ts";
import { documentedResults, resultKinds } from "#domain/enforcement/statuses.ts";
import { type ActForm, daysArgs, daysField, daysReasonField, reasonField } from "./act-form.ts";
import { groundOptions } from "./office-forms.ts";

export const agencyForms: readonly ActForm[] = [
  {
    command: "contest.settle",
    title: { zh: "答复异议", en: "Settle the objection" },
    hint: { zh: "答复的理由双方都看得到。", en: "Both sides see the reason." },
    fields: [reasonField, { ...daysField, optional: true }, daysReasonField],
    initial: ({ schemeDays }) => ({ deadlineDays: String(schemeDays) }),
    answers: [
      {
        label: { zh: "维持原结论", en: "It stands" },
        said: { zh: "已答复：维持原结论", en: "It stands" },
        look: "primary",
        args: ({ reason }) => ({ outcome: "stands", reason }),
      },
      {
        label: { zh: "重新整改", en: "Reopen" },
        said: { zh: "已重新打开，进入下一轮整改", en: "Reopened" },
        when: ({ hazard }) => hazard.status === "closed",
        needs: ["deadlineDays"],
        args: (values) => ({ outcome: "reopen", reason: values.reason, ...daysArgs(values) }),
      },
      {
        label: { zh: "异议成立，提议作废", en: "Right: propose voiding" },
        said: { zh: "已提议作废，等街道答复", en: "Voiding proposed" },
        when: ({ hazard }) => hazard.status === "open" || hazard.status === "submitted",
        args: ({ reason }) => ({ outcome: "proposeVoid", reason }),
      },
    ],
  },
  {
    command: "rectification.reject",
    title: { zh: "驳回整改", en: "Reject the rectification" },
    hint: { zh: "照片或说明看得出没改好的，不用到场就能驳回。", en: "Where photos or words show that it is not done." },
    fields: [reasonField, daysField, daysReasonField],
    initial: ({ schemeDays }) => ({ deadlineDays: String(schemeDays) }),
    answers: [
      {
        label: { zh: "驳回，再改一轮", en: "Reject" },
        said: { zh: "已驳回，进入下一轮整改", en: "Rejected" },
        look: "primary",
        args: (values) => ({ reason: values.reason, ...daysArgs(values) }),
      },
    ],
  },
  {
    command: "severity.suspect",
    title: { zh: "报疑似重大", en: "Report as suspected major" },
    hint: { zh: "只报情形，由街道逐项核对后确认。", en: "The office checks and confirms." },
    fields: [
      { name: "severityCase", kind: "text", label: { zh: "像哪种重大情形", en: "Which listed case" } },
      {
        name: "stopUseAdvice",
        kind: "text",
        label: { zh: "停用建议", en: "Advice to stop use" },
        hint: { zh: "只是建议，不是命令；要下命令由执法人员依法作出。", en: "Advice only; an order is enforcement's." },
        optional: true,
      },
      { ...reasonField, optional: true },
    ],
    answers: [
      {
        label: { zh: "报疑似重大", en: "Report" },
        said: { zh: "已报街道确认", en: "Reported" },
        look: "primary",
        args: ({ severityCase, stopUseAdvice, reason }) => ({
          severityCase,
          stopUseAdvice: stopUseAdvice || null,
          reason: reason || null,
        }),
      },
    ],
  },
  {
    command: "treatment.plan",
    title: { zh: "填治理方案建议（五落实）", en: "Advise a treatment plan (five fixes)" },
    hint: { zh: "作为建议存；企业自己填的以企业的为准。", en: "Kept as advice; the enterprise's own counts first." },
    fields: [
      { name: "responsible", kind: "text", label: { zh: "责任：谁负责", en: "Responsible" } },
      { name: "measures", kind: "area", label: { zh: "措施：怎么治理", en: "Measures" } },
      { name: "fundsYuan", kind: "number", label: { zh: "资金：多少元", en: "Funds, yuan" } },
      { name: "finishOn", kind: "date", label: { zh: "时限：哪天完成", en: "Finished by" } },
      {
        name: "contingencyPlan",
        kind: "area",
        label: { zh: "预案：治理好前怎么防、出事怎么办", en: "Contingency plan" },
      },
    ],
    answers: [
      {
        label: { zh: "存为建议", en: "Keep as advice" },
        said: { zh: "已存，企业在办事链接里看得到", en: "Kept; the enterprise sees it by its link" },
        look: "primary",
        args: ({ responsible, measures, fundsYuan, finishOn, contingencyPlan }) => ({
          ...{ responsible, measures, finishOn, contingencyPlan },
          fundsFen: Math.round(Number(fundsYuan) * 100),
        }),
      },
    ],
  },
  {
    command: "referral.propose",
    title: { zh: "提请执法", en: "Propose referral" },
    hint: { zh: "只凭企业自己的逾期、拒改或三次复查不合格。", en: "Only on the enterprise's own account." },
    fields: [
      {
        name: "ground",
        kind: "choice",
        label: { zh: "属于哪种情形", en: "Ground" },
        options: ({ referralGrounds }) => groundOptions(referralGrounds),
      },
      reasonField,
    ],
    initial: ({ referralGrounds }) => ({ ground: referralGrounds[0] ?? "" }),
    answers: [
      {
        label: { zh: "提请执法", en: "Propose" },
        said: { zh: "已提请，等街道决定", en: "Proposed" },
        look: "primary",
        args: ({ ground, reason }) => ({ ground, reason }),
      },
    ],
  },
  {
    command: "hazard.proposeVoid",
    title: { zh: "提议作废", en: "Propose voiding" },
    hint: { zh: "记错、记重的才作废；改好了的走复查。", en: "For what was recorded wrongly or twice." },
    fields: [reasonField],
    answers: [
      {
        label: { zh: "提议作废", en: "Propose voiding" },
        said: { zh: "已提议作废", en: "Proposed" },
        look: "risk",
        args: ({ reason }) => ({ reason }),
      },
    ],
  },
];

export const enforcementForms: readonly ActForm[] = [
  {
    command: "referral.receive",
    title: { zh: "签收移送", en: "Receive the referral" },
    fields: [
      {
        name: "caseNumber",
        kind: "text",
        label: { zh: "执法系统里的案号", en: "Case number" },
        optional: true,
      },
    ],
    answers: [
      {
        label: { zh: "签收", en: "Receive" },
        said: { zh: "已签收", en: "Received" },
        look: "primary",
        args: ({ caseNumber }) => ({ caseNumber: caseNumber || null }),
      },
    ],
  },
  {
    command: "referral.return",
    title: { zh: "退回移送", en: "Return the referral" },
    fields: [reasonField],
    answers: [
      {
        label: { zh: "退回", en: "Return" },
        said: { zh: "已退回，企业继续整改", en: "Returned" },
        args: ({ reason }) => ({ reason }),
      },
    ],
  },
  {
    command: "enforcement.conclude",
    title: { zh: "回填执法结果", en: "Record the result" },
    hint: {
      zh: "文书由执法系统出，这里只记种类、文号、日期和两名执法人员。",
      en: "The document is enforcement's own; only its kind, number, day and officers are kept here.",
    },
    fields: [
      {
        name: "resultKind",
        kind: "choice",
        label: { zh: "结果", en: "Result" },
        options: () => resultKinds.map((value) => ({ value, label: resultKindLabels[value] })),
      },
      {
        name: "documentNumber",
        kind: "text",
        label: { zh: "文号", en: "Document number" },
        hint: {
          zh: "执法机关文书上的号，本系统不编号。",
          en: "The number on the authority's own document.",
        },
        optional: ({ resultKind }) => !documentedResults.some((kind) => kind === resultKind),
      },
      { name: "on", kind: "date", label: { zh: "文书日期", en: "Day on the document" } },
      {
        name: "officers",
        kind: "text",
        label: { zh: "执法人员", en: "Officers" },
        hint: { zh: "两名，用顿号隔开。", en: "Two, separated by commas." },
      },
      {
        name: "certificates",
        kind: "text",
        label: { zh: "执法证号", en: "Certificate numbers" },
        hint: { zh: "按人员的顺序，用顿号隔开。", en: "In the order of the officers." },
        optional: ({ resultKind }) => !documentedResults.some((kind) => kind === resultKind),
      },
      { name: "note", kind: "area", label: { zh: "说明", en: "Note" }, optional: true },
    ],
    initial: ({ day }) => ({ resultKind: "orderIssued", on: day }),
    answers: [
      {
        label: { zh: "记下结果", en: "Record" },
        said: { zh: "已记下结果，等专家最终复查", en: "Recorded" },
        look: "primary",
        args: ({ resultKind, documentNumber, on, officers, certificates, note }) => ({
          ...{ resultKind, on },
          documentNumber: documentNumber || null,
          officers: listOf(officers),
          certificates: listOf(certificates),
          note: note || null,
        }),
      },
    ],
  },
];

/** Names or numbers as they are written in one line, however they are set apart. */
function listOf(text: string | undefined): readonly string[] {
  return (text ?? "").split(/[、,，;；\s]+/).filter(Boolean);
}
