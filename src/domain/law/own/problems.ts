// Refusals about a tenant's own instruments.
import type { Label } from "../../kernel/label.ts";

export const ownInstrumentProblems = {
  "ownInstrument.name_shared": {
    zh: "共用法规库里已有“{id}”，没有存。直接引用共用的就行；确是另一份，请换一个简称。",
    en: "The shared library has {id} already.",
  },
  "ownInstrument.name_mark": {
    zh: "简称里不能有“#”，没有存。请去掉再存。",
    en: "A short title holds no #.",
  },
  "ownInstrument.elsewhere": {
    zh: "《{title}》不是本街道上级发的（区划{division}），没有存。只能用本街道、本区、本市、本省的文件，请核对发文地。",
    en: "{title} is of another line of divisions ({division}).",
  },
  "ownInstrument.days_reversed": {
    zh: "{number}的失效日早于施行日，没有存。请核对两个日期。",
    en: "{number}: the last day is before the first.",
  },
  "ownInstrument.same_day": {
    zh: "有两个版本都从{day}起施行，没有存。请核对日期；写错了的那一版，改它本身就行。",
    en: "Two versions begin on {day}.",
  },
  "ownInstrument.clause_twice": {
    zh: "第{number}条出现了两次，没有存。一个条号只能有一条，请核对条号。",
    en: "Clause {number} stands there twice.",
  },
  "ownInstrument.clause_missing": {
    zh: "该是第{number}条的地方写着第{found}条，没有存。请补上缺的一条，或核对条号。",
    en: "Clause {number} is missing before {found}.",
  },
  "ownInstrument.clause_empty": {
    zh: "第{number}条没有内容，没有存。请补上这一条的原文。",
    en: "Clause {number} is empty.",
  },
  "ownInstrument.no_clauses": {
    zh: "没有认出条款，没有存。请每条另起一行，以“第一条”“一、”或“1.”开头。",
    en: "No clause was recognised.",
  },
  "ownInstrument.changed_since": {
    zh: "《{title}》在您打开之后由{name}改过，没有存。请刷新，看过再改。",
    en: "{name} has changed {title} since you opened it.",
  },
  "ownInstrument.versions_gone": {
    zh: "《{title}》原有的版本少了，没有存。用过的版本要留着；不再有效的，请填失效日。",
    en: "Versions of {title} would be lost.",
  },
} as const satisfies Record<string, Label>;
