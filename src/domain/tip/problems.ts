// Refusals about tips and complaints: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const tipProblems: Readonly<Record<string, Label>> = {
  "tip.known": {
    zh: "这一件已经收到，没有重复存。请用回执编号和查询码看进展。",
    en: "This report is known already.",
  },
  "tip.where_missing": {
    zh: "没有写在哪里，街道找不到地方。请写地点或企业名称，写一样就行。",
    en: "The place or the enterprise's name is needed.",
  },
  "tip.not_found": {
    zh: "没有找到这一件。它可能不由您办，请回线索列表重新打开。",
    en: "Not found.",
  },
  "tip.closed": {
    zh: "{number}已经办结，不能再改。有新情况，请反映人另报一件。",
    en: "{number} is closed already.",
  },
  "tip.yours": { zh: "{number}已经在您手上，不用再接。", en: "{number} is yours already." },
  "tip.not_handler": {
    zh: "{number}现在由{name}办。要由您办，请先点“接手”，再办这一步。",
    en: "{number} is handled by {name}; take it first.",
  },
  "tip.nobody": {
    zh: "{number}还没有人接手。请先点“接手”或分到企业，再答复或办结。",
    en: "Nobody handles {number} yet; take it first.",
  },
  "tip.complaint_no_enterprise": {
    zh: "{number}是投诉，由办公室负责人直接办，不分到企业。请答复或办结。",
    en: "{number} is a complaint and goes to no enterprise.",
  },
  "tip.confirm_needs_enterprise": {
    zh: "还没有分到企业，不能按“情况属实”办结。请先分到企业，查过再办结。",
    en: "Assign it to an enterprise before closing it as confirmed.",
  },
  "tip.site_elsewhere": {
    zh: "这个场所不是这家企业的。请重新选企业和场所。",
    en: "This site is not of this enterprise.",
  },
  "tip.terms_reversed": {
    zh: "分办期限不能比答复期限长。请改两个天数，分办在先。",
    en: "Triage cannot take longer than the answer.",
  },
};
