import type { Label } from "../kernel/label.ts";

/** R18: why an enterprise is put under special watch; several may hold. */
export const keyGrounds = ["majorHazard", "repeatedlyOverdue", "refusal", "riskyProcess", "accident", "other"] as const;
export type KeyGround = (typeof keyGrounds)[number];

export const keyGroundLabels: Readonly<Record<KeyGround, Label>> = {
  majorHazard: { zh: "有重大隐患", en: "A major hazard" },
  repeatedlyOverdue: { zh: "多次逾期不改", en: "Repeatedly overdue" },
  refusal: { zh: "拒绝检查或整改", en: "Refused inspection or rectification" },
  riskyProcess: { zh: "粉尘、有限空间、喷涂等高风险工艺", en: "A risky process" },
  accident: { zh: "一年内发生过事故", en: "An accident within a year" },
  other: { zh: "其他（见理由）", en: "Other (see the reason)" },
};
