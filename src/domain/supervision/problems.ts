// Refusals of supervision: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const supervisionProblems: Readonly<Record<string, Label>> = {
  "supervision.known": {
    zh: "这次督促已经记过，没有重复记。请刷新看看。",
    en: "This supervision is recorded already.",
  },
  "site.not_found": { zh: "没有找到这个场所。它可能不在您的范围里。", en: "Site not found." },
  "supervision.hazard_not_here": {
    zh: "选的隐患不是这家企业的，没有记。请在这家企业的隐患里重新选。",
    en: "A chosen hazard is not this enterprise's. Choose again.",
  },
  "supervision.hazard_over": {
    zh: "隐患{number}已经销号或作废，不用再督促。请去掉它再记。",
    en: "Hazard {number} is closed or void. Leave it out.",
  },
};
