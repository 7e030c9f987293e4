// Words of the hazard list's filters.
import type { hazardFlags } from "#api/hazards.ts";
import type { StepGroup } from "#api/overview.ts";
import type { Label } from "#domain/kernel/label.ts";

export const groupLabels: Readonly<Record<StepGroup, Label>> = {
  notServed: { zh: "还没送达", en: "Not served yet" },
  rectifying: { zh: "整改中", en: "Being rectified" },
  submitted: { zh: "已提交，待复查", en: "Submitted" },
  againRectifying: { zh: "又一轮整改", en: "Another round" },
  enforcement: { zh: "执法处置", en: "At enforcement" },
};

export const flagLabels: Readonly<Record<(typeof hazardFlags)[number], Label>> = {
  contested: { zh: "有异议", en: "Contested" },
  referralProposed: { zh: "提请执法", en: "Referral proposed" },
  extensionPending: { zh: "申请延期", en: "Extension asked" },
  voidProposed: { zh: "提议作废", en: "Void proposed" },
};
