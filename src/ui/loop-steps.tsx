// Five steps in a row: done is solid with a tick, now is a ring with a halo, to come is hollow.
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { type StepNo, stepIcons } from "./step-tag.tsx";

export interface LoopStep {
  readonly step: StepNo;
  readonly state: "done" | "now" | "todo";
  readonly name: string;
  /** The state in words, for reading aloud. */
  readonly spoken: string;
  /** When and who, one line each. */
  readonly lines: readonly ReactNode[];
}

export function LoopSteps({ steps }: { readonly steps: readonly LoopStep[] }) {
  return (
    <ol className="loop">
      {steps.map((item) => (
        <li
          key={item.step}
          className={`loop__item loop__item--${item.state} is-${item.step}`}
          aria-current={item.state === "now" ? "step" : undefined}
        >
          <span className="loop__dot">
            <Icon name={item.state === "done" ? "check" : stepIcons[item.step]} />
          </span>
          <div className="loop__name">
            {item.name}
            <span className="sr-only">（{item.spoken}）</span>
          </div>
          {item.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a step keep their order
            <div key={index} className="loop__meta">
              {line}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
