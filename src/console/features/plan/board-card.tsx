// One card: an enterprise's inspection or the window of its re-inspection. The edge is its kind, amber what was moved.
import type { DragEvent } from "react";
import type { PlanTask } from "#api/plan.ts";
import { weekdayOf } from "#domain/calendar/local-date.ts";
import { taskKindLabels } from "#domain/inspection/labels.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortDay } from "../../words/day-words.ts";
import type { BoardState } from "./use-board.ts";

interface BoardCardProps {
  readonly task: PlanTask;
  readonly day: string;
  readonly mayMove: boolean;
  readonly state: BoardState;
  /** What stands at the right: a weekday, or in the tray what is missing. */
  readonly aside?: React.ReactNode;
  readonly note?: string;
}

export function BoardCard({ task, day, mayMove, state, aside, note }: BoardCardProps) {
  const say = useSay();
  const word = useWord();
  const moves = mayMove && task.state === "owed" && task.kind === "inspection";
  const held = state.held?.task.id === task.id;
  const looks = [
    "slot",
    task.kind === "reinspection" && "slot--r",
    task.state === "fulfilled" && "slot--done",
    task.state === "owed" && task.replannedCount > 0 && "slot--moved",
    held && "slot--held",
  ].filter(Boolean);
  const content = (
    <>
      <b>{task.enterpriseName}</b>
      <span className="slot__meta">
        <span className="slot__what">
          {note ?? [word(taskKindLabels[task.kind]), task.communityName].filter(Boolean).join(" · ")}
        </span>
        <span>{aside ?? whenText(task, say)}</span>
      </span>
      {task.state === "owed" && task.replannedCount > 0 && task.firstPlannedOn ? (
        <span className="slot__moved">
          {say(`原排${shortDay(task.firstPlannedOn, day)}`, `first ${task.firstPlannedOn}`)}
          {task.replanReason ? `，${task.replanReason}` : ""}
        </span>
      ) : null}
    </>
  );
  if (!moves) return <div className={looks.join(" ")}>{content}</div>;
  return (
    <button
      type="button"
      className={looks.join(" ")}
      draggable
      aria-pressed={held}
      aria-description={say("空格拿起，方向键移动；回车打开改期", "Space picks up, arrows move; Enter opens")}
      onClick={() => state.open(task)}
      onKeyDown={(event) => state.onKey(event, task)}
      onKeyUp={(event) => event.key === " " && event.preventDefault()}
      onDragStart={(event: DragEvent) => {
        event.dataTransfer.setData("text/plain", task.id);
        event.dataTransfer.effectAllowed = "move";
        state.hold(task);
      }}
      onDragEnd={state.letGo}
    >
      {content}
    </button>
  );
}

function whenText(task: PlanTask, say: (zh: string, en: string) => string): string {
  if (task.state === "fulfilled") return say("已完成", "Done");
  if (!task.on) return "";
  const weekday = `周${"一二三四五六日"[weekdayOf(task.on) - 1]}`;
  return task.kind === "reinspection" ? say(`${weekday}前`, `by ${task.on.slice(5)}`) : say(weekday, task.on.slice(5));
}
