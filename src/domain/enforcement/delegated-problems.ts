// Refusals around delegated items: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const delegatedProblems: Readonly<Record<string, Label>> = {
  "delegated.not_found": {
    zh: "没有找到这个赋权事项，没有移送。请刷新再选，或移送负责该事项的执法机构。",
    en: "No such delegated item; refer to the authority in charge.",
  },
  "delegated.not_on_day": {
    zh: "“{name}”的赋权从{from}起{to}，今天不在期内，本街道不能办。请移送负责该事项的执法机构。",
    en: "{name} is not delegated today; refer to the authority in charge.",
  },
  "delegated.known": { zh: "“{name}”已经登记过，没有重复存。请刷新看看。", en: "{name} is recorded already." },
  "delegated.days_reversed": {
    zh: "最后一天早于开始那天，没有存。请把日子改对。",
    en: "The last day lies before the first.",
  },
  "delegated.ended": {
    zh: "“{name}”已由{byName}收回。要再用，请按新的依据另登记一条。",
    en: "{name} was ended by {byName}.",
  },
  "delegated.end_past": {
    zh: "{day}已经过去，那天以后的移送已按它定了。最后一天请选今天或以后。",
    en: "{day} is past; choose today or later.",
  },
};
