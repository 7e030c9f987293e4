import type { Label } from "../kernel/label.ts";
import type { Tasks } from "../rows.generated.ts";

export const taskKindLabels: Readonly<Record<Tasks["kind"], Label>> = {
  inspection: { zh: "检查", en: "Inspection" },
  supervision: { zh: "督促", en: "Supervision" },
  reinspection: { zh: "复查", en: "Re-inspection" },
};
