// What an act on a hazard is called in its history.
import { hazardCommandLabels } from "#domain/hazard/labels.ts";
import type { Label } from "#domain/kernel/label.ts";

const labels: Readonly<Record<string, Label>> = {
  ...hazardCommandLabels,
  "supervision.record": { zh: "记一次督促", en: "Record supervision" },
};

export function commandLabel(command: string): Label {
  return labels[command] ?? { zh: command, en: command };
}
