// Words of law as a person reads them.
import type { Label } from "../kernel/label.ts";
import type { ClauseStateName } from "./clause-state.ts";
import type { Certainty, CitationRole, Family, InstrumentKind, Nature } from "./library-rows.ts";

export const CITATION_ROLE_LABELS: Readonly<Record<CitationRole, Label>> = {
  direct: { zh: "直接依据", en: "Direct basis" },
  standard: { zh: "具体标准", en: "Standard to reach" },
  conditional: { zh: "条件适用", en: "Applies on conditions" },
  fallback: { zh: "兜底", en: "Fallback" },
};

export const CLAUSE_STATE_LABELS: Readonly<Record<ClauseStateName, Label>> = {
  inForce: { zh: "当日有效", en: "In force" },
  notYet: { zh: "检查日尚未施行", en: "Not yet in force" },
  repealed: { zh: "已废止", en: "Repealed" },
  replaced: { zh: "已被替代", en: "Replaced" },
  dateUnknown: { zh: "施行日待补", en: "Date unknown" },
};

export const FAMILY_LABELS: Readonly<Record<Family, Label>> = {
  records: { zh: "台账资料（基础管理）", en: "Records and management" },
  onSite: { zh: "现场操作（现场管理）", en: "On site" },
};

/** Stands beside a clause whose summary was not compared with the original. */
export const UNVERIFIED_LABEL: Label = { zh: "待核", en: "Unverified" };

export const INSTRUMENT_KIND_LABELS: Readonly<Record<InstrumentKind, Label>> = {
  law: { zh: "法律", en: "Law" },
  regulation: { zh: "法规", en: "Regulation" },
  rule: { zh: "规章", en: "Rule" },
  standard: { zh: "标准规范", en: "Standard" },
  government: { zh: "政府监管要求", en: "Government requirement" },
};

export const NATURE_LABELS: Readonly<Record<Nature, Label>> = {
  duty: { zh: "义务", en: "Duty" },
  standard: { zh: "标准", en: "Standard" },
  penalty: { zh: "罚则", en: "Penalty" },
};

/** How sure a version's facts are. */
export const CERTAINTY_LABELS: Readonly<Record<Certainty, Label>> = {
  V: { zh: "读过原文", en: "Read in the original" },
  S: { zh: "二手材料", en: "Second-hand" },
  M: { zh: "凭经验，未核", en: "From memory" },
};

export const VERSION_STATE_LABELS = {
  pending: { zh: "等确认", en: "Waits" },
  released: { zh: "已启用", en: "Released" },
  rejected: { zh: "已退回", en: "Sent back" },
} as const satisfies Record<string, Label>;

export const REVIEW_CHANGE_LABELS = {
  changed: { zh: "条文改了", en: "Changed" },
  moved: { zh: "条号变了", en: "Moved" },
  dropped: { zh: "条文删了", en: "Dropped" },
  ended: { zh: "法规失效", en: "Ended" },
} as const satisfies Record<string, Label>;

export const REVIEW_SUBJECT_LABELS = {
  hazard: { zh: "未销号的隐患", en: "Open hazard" },
  item: { zh: "检查项", en: "Checklist item" },
  template: { zh: "文书模板", en: "Form template" },
} as const satisfies Record<string, Label>;
