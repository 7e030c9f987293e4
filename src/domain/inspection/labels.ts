import type { Label } from "../kernel/label.ts";
import type { Tasks } from "../rows.generated.ts";

export const taskKindLabels: Readonly<Record<Tasks["kind"], Label>> = {
  inspection: { zh: "检查", en: "Inspection" },
  supervision: { zh: "督促", en: "Supervision" },
  reinspection: { zh: "复查", en: "Re-inspection" },
};

export const taskStateLabels: Readonly<Record<Tasks["state"], Label>> = {
  owed: { zh: "待办", en: "Owed" },
  fulfilled: { zh: "已完成", en: "Fulfilled" },
  cancelled: { zh: "已取消", en: "Cancelled" },
};

export const fulfilledByLabels: Readonly<Record<NonNullable<Tasks["fulfilledBy"]>, Label>> = {
  visit: { zh: "到场", en: "Visit" },
  supervision: { zh: "督促", en: "Supervision" },
  nothingOpen: { zh: "无未销号隐患", en: "Nothing open" },
};
