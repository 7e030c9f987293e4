import type { Label } from "../kernel/label.ts";
import type { Supervisions } from "../rows.generated.ts";

export const supervisionMeansLabels: Readonly<Record<Supervisions["means"], Label>> = {
  visit: { zh: "上门", en: "Visit" },
  call: { zh: "电话", en: "Call" },
  message: { zh: "短信或微信", en: "Message" },
};
