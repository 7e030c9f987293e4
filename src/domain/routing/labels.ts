import type { Label } from "../kernel/label.ts";
import type { HazardRouting } from "./rule.ts";

export const routingStateLabels: Readonly<Record<HazardRouting["state"], Label>> = {
  asked: { zh: "等接收", en: "Awaiting the unit" },
  taken: { zh: "已接收", en: "Taken" },
  sentBack: { zh: "已退回", en: "Sent back" },
  replaced: { zh: "已改派", en: "Routed elsewhere" },
};
