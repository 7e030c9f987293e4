// What an act on a hazard is called in its history.
import { hazardCommandLabels } from "#domain/hazard/labels.ts";
import type { Label } from "#domain/kernel/label.ts";

const labels: Readonly<Record<string, Label>> = {
  ...hazardCommandLabels,
  "hazard.route": { zh: "派给成员单位", en: "Route to a member unit" },
  "routing.take": { zh: "成员单位接收", en: "Taken by the unit" },
  "routing.sendBack": { zh: "成员单位退回", en: "Sent back by the unit" },
  "supervision.record": { zh: "记一次督促", en: "Record supervision" },
};

export function commandLabel(command: string): Label {
  return labels[command] ?? { zh: command, en: command };
}
