// Which of the owed tasks this visit is made for; none makes it an unplanned one with a code of its own.
import { spokenDay } from "#domain/calendar/local-date.ts";
import { taskKindLabels } from "#domain/inspection/labels.ts";
import type { Row } from "#domain/kernel/entities.ts";

interface TaskChoiceProps {
  readonly owed: readonly Row<"tasks">[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

export function TaskChoice({ owed, chosen, onChoose }: TaskChoiceProps) {
  if (owed.length === 0) {
    return <p className="line__s">这里没有排给您的任务。来了就记为计划外的一次；只复查不用清单，也不用人陪同。</p>;
  }
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      <h2 className="h-sec">
        这次办哪几项<small>点一下选或不选</small>
      </h2>
      <div className="chiprow">
        {owed.map((task) => {
          const on = chosen.includes(task.id);
          return (
            <button
              key={task.id}
              type="button"
              className={on ? "pick pick--on" : "pick"}
              aria-pressed={on}
              onClick={() => toggle(task.id)}
            >
              {taskKindLabels[task.kind].zh}
              <small>{when(task)}</small>
            </button>
          );
        })}
      </div>
    </>
  );
}

function when(task: Row<"tasks">): string {
  if (task.plannedOn) return spokenDay(task.plannedOn);
  if (task.windowTo) return `${spokenDay(task.windowTo)}前`;
  return `${spokenDay(task.periodEndsOn)}前`;
}
