// Words of law as a person reads them.
import type { Label } from "../kernel/label.ts";
import type { Basis } from "./citations.ts";
import type { ClauseMatch, ClauseStateName } from "./clause-state.ts";
import type { Certainty, CitationRole, Family, InstrumentKind, Nature } from "./library-rows.ts";

export const INSTRUMENT_KIND_LABELS: Readonly<Record<InstrumentKind, Label>> = {
  law: { zh: "法律", en: "Law" },
  regulation: { zh: "法规", en: "Regulation" },
  rule: { zh: "规章", en: "Departmental rule" },
  standard: { zh: "标准与技术规范", en: "Standard" },
  government: { zh: "政府监管要求", en: "Government requirement" },
};

export const NATURE_LABELS: Readonly<Record<Nature, Label>> = {
  duty: { zh: "义务", en: "Duty" },
  standard: { zh: "标准", en: "Standard" },
  penalty: { zh: "罚则", en: "Penalty" },
};

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

export const CLAUSE_MATCH_LABELS: Readonly<Record<ClauseMatch, Label>> = {
  exact: { zh: "条款一致", en: "Clause found" },
  enclosing: { zh: "按所在条引用", en: "Found in the enclosing article" },
  part: { zh: "依据表只列其中一款", en: "Only a part of it is listed" },
  wholeText: { zh: "条号待核", en: "Clause number unknown" },
  none: { zh: "依据表中未找到", en: "Not found in the library" },
};

export const CERTAINTY_LABELS: Readonly<Record<Certainty, Label>> = {
  V: { zh: "已读原文", en: "Read in the original" },
  S: { zh: "二手材料", en: "Second-hand" },
  M: { zh: "待核", en: "To be checked" },
};

export const FAMILY_LABELS: Readonly<Record<Family, Label>> = {
  records: { zh: "台账资料（基础管理）", en: "Records and management" },
  onSite: { zh: "现场操作（现场管理）", en: "On site" },
};

export const BASIS_LABELS: Readonly<Record<Basis, Label>> = {
  direct: { zh: "有直接依据", en: "Direct clause in force" },
  standard: { zh: "有具体标准", en: "Standard in force" },
  conditional: { zh: "仅有条件适用条款", en: "Conditional clause only" },
  fallbackOnly: { zh: "仅兜底条款", en: "Fallback only" },
  none: { zh: "当日无有效依据", en: "No clause in force" },
};

/** Stands beside a clause whose summary was not compared with the original. */
export const UNVERIFIED_LABEL: Label = { zh: "待核", en: "Unverified" };
