// Standardization 标准化 in words: how far it is, and which grade.
import type { Label } from "#domain/kernel/label.ts";
import type { Standardizations } from "#domain/rows.generated.ts";

export const standardizationWords: Readonly<Record<Standardizations["state"], Label>> = {
  none: { zh: "没有创建", en: "None" },
  creating: { zh: "创建中", en: "Being set up" },
  applied: { zh: "待评审", en: "Applied" },
  graded: { zh: "已评定", en: "Graded" },
  revoked: { zh: "等级已撤销", en: "Revoked" },
};

export const gradeWords: Readonly<Record<NonNullable<Standardizations["grade"]>, Label>> = {
  one: { zh: "一级", en: "Grade one" },
  two: { zh: "二级", en: "Grade two" },
  three: { zh: "三级", en: "Grade three" },
  smallMicro: { zh: "小微企业达标", en: "Small and micro" },
};
