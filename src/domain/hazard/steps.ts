// R9's five steps are a projection of the hazard's table: what was done on each, which one it stands on now.
import type { Row } from "../kernel/entities.ts";
import type { Label } from "../kernel/label.ts";
import { stepLabels } from "./labels.ts";
import type { Hazard } from "./statuses.ts";

type Line = Row<"hazardActs">;
export type StepNo = keyof typeof stepLabels;

export interface StepView {
  readonly step: StepNo;
  readonly label: Label;
  /** notNeeded: the hazard is settled and never came here. */
  readonly state: "done" | "current" | "ahead" | "notNeeded";
  /** Its lines in the order the server took them, of every round. */
  readonly lines: readonly Line[];
}

const stepNos = [1, 2, 3, 4, 5] as const satisfies readonly StepNo[];

export function stepsOf(hazard: Hazard, acts: readonly Line[]): readonly StepView[] {
  const lines = inOrder(acts);
  const current = currentStep(hazard);
  return stepNos.map((step) => {
    const own = lines.filter((line) => line.step === step);
    return { step, label: stepLabels[step], state: stateOf(step, current, own.length > 0), lines: own };
  });
}

/** The step a hazard waits on; null once it is settled. */
export function currentStep(hazard: Pick<Hazard, "status" | "clockStartedOn">): StepNo | null {
  switch (hazard.status) {
    case "open":
      return hazard.clockStartedOn === null ? 2 : 3;
    case "submitted":
    case "awaitingFinalReinspection":
      return 4;
    case "referred":
      return 5;
    case "closed":
    case "voided":
      return null;
    default:
      return hazard.status satisfies never;
  }
}

function stateOf(step: StepNo, current: StepNo | null, wasThere: boolean): StepView["state"] {
  if (step === current) return "current";
  if (wasThere) return "done";
  // Enforcement is no end: a final re-inspection follows it.
  if (step === 4 && current === 5) return "ahead";
  return current === null || step < current ? "notNeeded" : "ahead";
}

function inOrder(acts: readonly Line[]): readonly Line[] {
  return acts.toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt) || a.occurredAt.localeCompare(b.occurredAt));
}
