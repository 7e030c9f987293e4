// One of five steps in its colour; the word comes from who uses it.
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export type StepNo = 1 | 2 | 3 | 4 | 5;

export const stepIcons: Readonly<Record<StepNo, IconName>> = {
  1: "seek",
  2: "bulb",
  3: "horn",
  4: "again",
  5: "gavel",
};

interface StepTagProps {
  readonly step: StepNo;
  readonly text: string;
}

export function StepTag({ step, text }: StepTagProps) {
  return (
    <span className={`step step--${step}`}>
      <Icon name={stepIcons[step]} />
      {text}
    </span>
  );
}
