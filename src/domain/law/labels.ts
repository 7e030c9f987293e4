// Words of law as a person reads them.
import type { Label } from "../kernel/label.ts";
import type { ClauseStateName } from "./clause-state.ts";
import type { CitationRole, Family } from "./library-rows.ts";

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
