import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";

interface ImportStepsProps {
  readonly now: 1 | 2 | 3 | 4;
  readonly onStep: (step: 2 | 3) => void;
  /** What the last step is called. */
  readonly last: string;
}

/** The four steps; those behind one may be gone back to until it is saved. */
export function ImportSteps({ now, onStep, last }: ImportStepsProps) {
  const say = useSay();
  const names = [say("选文件", "File"), say("对列名", "Columns"), say("核对", "Check"), last];
  return (
    <ol className="steps">
      {names.map((name, index) => {
        const step = index + 1;
        const done = step < now;
        const back = done && (step === 2 || step === 3) && now < 4 ? step : undefined;
        return (
          <li
            key={name}
            className={done ? "is-done" : step === now ? "is-now" : undefined}
            aria-current={step === now ? "step" : undefined}
          >
            <b>{done ? <Icon name="check" label={say("已完成", "done")} /> : step}</b>
            {back ? (
              <button type="button" className="linklike" onClick={() => onStep(back)}>
                {name}
              </button>
            ) : (
              name
            )}
          </li>
        );
      })}
    </ol>
  );
}
