// The five steps in two characters, as the chips say them.
import type { StepNo } from "#domain/hazard/steps.ts";
import type { Label } from "#domain/kernel/label.ts";

export const stepShort: Readonly<Record<StepNo, Label>> = {
  1: { zh: "排查", en: "Inspect" },
  2: { zh: "建议", en: "Advise" },
  3: { zh: "督促", en: "Supervise" },
  4: { zh: "复查", en: "Re-inspect" },
  5: { zh: "执法", en: "Enforce" },
};

/** A step as it travels, as one of the five. */
export function stepNo(step: number): StepNo {
  return ([1, 2, 3, 4, 5] as const).find((one) => one === step) ?? 1;
}
