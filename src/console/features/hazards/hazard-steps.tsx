// R9's five steps of one hazard, each with when and who.
import type { HazardLine, HazardPage } from "#api/hazards.ts";
import type { Label } from "#domain/kernel/label.ts";
import { type LoopStep, LoopSteps } from "#ui/loop-steps.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { commandLabel } from "../../words/command-words.ts";
import { shortDay, shortInstant } from "../../words/day-words.ts";
import { stepNo, stepShort } from "../../words/step-words.ts";

const LINES_SHOWN = 2;

export function HazardSteps({ page }: { readonly page: HazardPage }) {
  const say = useSay();
  const word = useWord();
  const spoken = {
    done: say("已过", "done"),
    current: say("当前", "now"),
    ahead: say("未到", "to come"),
    notNeeded: say("不需要", "not needed"),
  };
  const steps = page.steps.map(({ step, state, lines }): LoopStep => {
    const shown = lines.slice(-LINES_SHOWN).map((line) => lineText(line, page.day, word));
    const current = state === "current" && page.hazard.dueOn;
    return {
      step: stepNo(step),
      state: state === "current" ? "now" : state === "done" ? "done" : "todo",
      name: word(stepShort[stepNo(step)]),
      spoken: spoken[state],
      lines: [
        ...shown,
        ...(current ? [say(`${shortDay(current, page.day)}前`, `by ${shortDay(current, page.day)}`)] : []),
        ...(shown.length === 0 && !current ? [spoken[state]] : []),
      ],
    };
  });
  return (
    <section className="card hazard-steps" aria-label={say("五个环节", "Five steps")}>
      <LoopSteps steps={steps} />
    </section>
  );
}

function lineText(line: HazardLine, day: string, word: (label: Label) => string): string {
  return `${shortInstant(line.occurredAt, day)} ${word(commandLabel(line.command))}，${line.actorName}`;
}
