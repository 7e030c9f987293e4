// The office's acts on a hazard: severity, more time, referral, void.
import { groundLabels } from "#domain/enforcement/labels.ts";
import { type ActForm, readConditions, reasonField } from "./act-form.ts";

export const officeForms: readonly ActForm[] = [
  {
    command: "severity.confirm",
    title: { zh: "确认重大", en: "Confirm as major" },
    hint: { zh: "要件逐项对上才算重大；差一项都改回一般。", en: "Major only when every condition is met." },
    fields: [
      {
        name: "severityCase",
        kind: "choice",
        label: { zh: "属于哪种重大情形", en: "Which listed case" },
        hint: {
          zh: "没有列出的先不确认，请法规编辑录入情形和认定条件。",
          en: "One that is not listed stays suspected until the law editor enters it.",
        },
        options: ({ majorCases }) =>
          majorCases.map(({ id, words }) => ({ value: id, label: { zh: words, en: words } })),
      },
      {
        name: "conditions",
        kind: "conditions",
        label: { zh: "条件逐项核对", en: "Conditions, one by one" },
        hint: { zh: "现场对上一项勾一项。", en: "Tick each one met on site." },
      },
      { ...reasonField, optional: true },
    ],
    initial: ({ hazard, majorCases }) => ({
      severityCase: majorCases.find(({ words }) => words === hazard.severityCase)?.id ?? majorCases[0]?.id ?? "",
    }),
    answers: [
      {
        label: { zh: "确认重大", en: "Confirm major" },
        said: { zh: "已确认为重大", en: "Confirmed as major" },
        look: "primary",
        args: (values) => ({
          severityCase: values.severityCase,
          conditions: readConditions(values.conditions),
          reason: values.reason || null,
        }),
      },
    ],
  },
  {
    command: "severity.setBack",
    title: { zh: "改回一般", en: "Set back to general" },
    fields: [reasonField],
    answers: [
      {
        label: { zh: "改回一般", en: "Set back to general" },
        said: { zh: "已改回一般", en: "Set back to general" },
        args: ({ reason }) => ({ reason }),
      },
    ],
  },
  {
    command: "listing.list",
    title: { zh: "挂牌督办", en: "List for supervision" },
    hint: { zh: "挂牌后，复查合格销号才能摘牌。", en: "Delisted only once it is closed by re-inspection." },
    fields: [reasonField],
    answers: [
      {
        label: { zh: "挂牌督办", en: "List" },
        said: { zh: "已挂牌督办", en: "Listed" },
        look: "primary",
        args: ({ reason }) => ({ reason }),
      },
    ],
  },
  {
    command: "listing.delist",
    title: { zh: "摘牌", en: "Delist" },
    hint: { zh: "这条已复查合格销号，可以摘牌。", en: "It is closed by re-inspection." },
    fields: [reasonField],
    answers: [
      {
        label: { zh: "摘牌", en: "Delist" },
        said: { zh: "已摘牌", en: "Delisted" },
        look: "primary",
        args: ({ reason }) => ({ reason }),
      },
    ],
  },
  {
    command: "extension.decide",
    title: { zh: "批延期", en: "Decide on more time" },
    fields: [
      {
        name: "grantedUntil",
        kind: "date",
        label: { zh: "同意延到", en: "Granted until" },
        hint: { zh: "不同意就不用填。", en: "Only when granted." },
        optional: true,
      },
      reasonField,
    ],
    initial: ({ extensions }) => ({ grantedUntil: extensions.find((one) => one.state === "asked")?.askedUntil ?? "" }),
    answers: [
      {
        label: { zh: "同意延期", en: "Grant" },
        said: { zh: "已同意延期", en: "Granted" },
        look: "primary",
        needs: ["grantedUntil"],
        args: ({ grantedUntil, reason }) => ({ outcome: "grant", grantedUntil, reason }),
      },
      {
        label: { zh: "不同意", en: "Decline" },
        said: { zh: "已答复不同意", en: "Declined" },
        args: ({ reason }) => ({ outcome: "decline", reason }),
      },
    ],
  },
  {
    command: "referral.decide",
    title: { zh: "定是否移送执法", en: "Decide on referral" },
    fields: [
      {
        name: "delegatedItemId",
        kind: "choice",
        label: { zh: "同意的话，交给谁", en: "If so, to whom" },
        hint: {
          zh: "本街道自己的执法队伍只办赋权事项；别的一律移送。赋权事项在“赋权事项”页登记。",
          en: "The subdistrict's own officers take only what was delegated to it.",
        },
        optional: true,
        options: ({ delegatedItems }) => [
          { value: "", label: { zh: "负责该事项的执法机构", en: "The authority in charge" } },
          ...delegatedItems.map(({ id, words }) => ({
            value: id,
            label: { zh: `本街道执法队伍，赋权事项：${words}`, en: `Own officers: ${words}` },
          })),
        ],
      },
      reasonField,
    ],
    answers: [
      {
        label: { zh: "同意移送", en: "Refer" },
        said: { zh: "已移送，等执法人员签收", en: "Referred" },
        look: "primary",
        args: ({ reason, delegatedItemId }) => ({
          ...{ outcome: "refer", reason },
          delegatedItemId: delegatedItemId || null,
        }),
      },
      {
        label: { zh: "不移送", en: "Do not refer" },
        said: { zh: "已答复不移送", en: "Not referred" },
        args: ({ reason }) => ({ outcome: "decline", reason }),
      },
    ],
  },
  {
    command: "hazard.confirmVoid",
    title: { zh: "答复作废提议", en: "Decide on voiding" },
    hint: {
      zh: "街道和机构负责人都同意才作废；任一方可以保留。",
      en: "Voided once the office and the agency's lead agree; either may keep it.",
    },
    fields: [reasonField],
    answers: [
      {
        label: { zh: "同意作废", en: "Agree to void" },
        said: { zh: "已同意作废", en: "Agreed" },
        look: "risk",
        args: ({ reason }) => ({ agree: true, reason }),
      },
      {
        label: { zh: "保留这条", en: "Keep it" },
        said: { zh: "已保留", en: "Kept" },
        args: ({ reason }) => ({ agree: false, reason }),
      },
    ],
  },
];

/** Supervision is recorded on the enterprise; from here for this one hazard. */
export const superviseForm: ActForm = {
  command: "supervision.record",
  title: { zh: "记一次督促", en: "Record supervision" },
  fields: [
    {
      name: "means",
      kind: "choice",
      label: { zh: "怎么督促的", en: "How" },
      options: () => [
        { value: "visit", label: { zh: "上门", en: "Visit" } },
        { value: "call", label: { zh: "电话", en: "Call" } },
        { value: "message", label: { zh: "短信或微信", en: "Message" } },
      ],
    },
    { name: "note", kind: "area", label: { zh: "说了什么、答应了什么", en: "What was said" }, optional: true },
  ],
  initial: () => ({ means: "call" }),
  answers: [
    {
      label: { zh: "记下这次督促", en: "Record" },
      said: { zh: "已记下这次督促", en: "Recorded" },
      look: "primary",
      args: ({ means, note }, { hazard }) => ({
        siteId: hazard.siteId,
        means,
        note: note || null,
        hazardIds: [hazard.id],
      }),
    },
  ],
};

/** The grounds that hold for this hazard; nothing else is offered. */
export const groundOptions = (grounds: readonly (keyof typeof groundLabels)[]) =>
  grounds.map((value) => ({ value, label: groundLabels[value] }));
