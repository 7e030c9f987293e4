import type { Label } from "../kernel/label.ts";
import type { Batches } from "../rows.generated.ts";

export const batchKindLabels: Readonly<Record<Batches["kind"], Label>> = {
  eliminate: { zh: "淘汰", en: "Eliminate" },
  suspend: { zh: "停产整改", en: "Suspend" },
  upgrade: { zh: "整改提升", en: "Upgrade" },
};

export const batchStateLabels: Readonly<Record<Batches["state"], Label>> = {
  advised: { zh: "待决定", en: "To be decided" },
  decided: { zh: "已决定", en: "Decided" },
  declined: { zh: "未采纳", en: "Declined" },
};
