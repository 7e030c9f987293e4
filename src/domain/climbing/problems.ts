// Refusals of the climbing rules: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const climbingProblems: Readonly<Record<string, Label>> = {
  "climbing.known": {
    zh: "这次改动已经存过，没有重复存。请刷新看看现在的规则。",
    en: "This change is stored already.",
  },
  "climbing.misplaced": {
    zh: "“{step}”的天数不比上一级少，顺序反了，没有存。请让村社区最先、安监办其次、领导小组最后知道。",
    en: "The days of “{step}” are not before the step above it.",
  },
  "climbing.community_of_agency": {
    zh: "机构复查晚了不归村社区管，没有存。请把机构这一栏的村社区留空。",
    en: "The community has no part in the agency's delay.",
  },
  "climbing.day_past": {
    zh: "生效日{day}已经过去，没有存。过去的提醒已经发出，请从今天或以后起改。",
    en: "{day} is past; rules change from today on.",
  },
  "climbing.no_preview": {
    zh: "要让领导小组知道，先要看今天的试算：会报上去哪些。请点“试算”看过再存。",
    en: "The last step is turned on only after today's preview.",
  },
  "climbing.lead_only": {
    zh: "报领导小组这一级由安监办负责人开启。请把改动交给负责人存，别的几级您可以自己改。",
    en: "Only the office lead turns on the last step.",
  },
};
