// The board's state: which weeks are in sight, what is held by keyboard or drag, and the move that waits for its reason.
import { type KeyboardEvent, useState } from "react";
import type { PlanBoard, PlanTask } from "#api/plan.ts";
import { useSay } from "../../appearance/language.ts";
import { shortDay } from "../../words/day-words.ts";

export const WEEKS_SHOWN = 5;

export interface Cell {
  readonly expert: number;
  readonly week: number;
}

/** A card on its way: what was dropped where. Without a cell its own form was opened. */
export interface Move {
  readonly task: PlanTask;
  readonly expertId: string | null;
  /** Index of the week it was dropped on. */
  readonly week: number | undefined;
}

const arrows: ReadonlyMap<string, Partial<Cell>> = new Map([
  ["ArrowLeft", { week: -1 }],
  ["ArrowRight", { week: 1 }],
  ["ArrowUp", { expert: -1 }],
  ["ArrowDown", { expert: 1 }],
]);

export function useBoard(board: PlanBoard, openTask: string | undefined) {
  const say = useSay();
  const [first, setFirst] = useState(() => firstWeek(board));
  const [held, setHeld] = useState<{ readonly task: PlanTask; readonly at: Cell }>();
  const [moving, setMoving] = useState<Move | undefined>(() => opened(board, openTask));
  const [spoken, setSpoken] = useState("");
  const last = Math.max(0, board.weeks.length - WEEKS_SHOWN);
  const shownFrom = Math.min(first, last);
  const cellWords = (at: Cell) => {
    const week = board.weeks[at.week];
    const expert = board.experts[at.expert];
    return say(
      `${expert?.name ?? "没有专家"}，${week ? shortDay(week.from, board.day) : ""}这一周`,
      `${expert?.name ?? "nobody"}, week of ${week?.from ?? ""}`,
    );
  };
  function pickUp(task: PlanTask) {
    const at = cellOf(board, task, shownFrom);
    setHeld({ task, at });
    setSpoken(
      say(
        `已拿起${task.enterpriseName}，现在在${cellWords(at)}。方向键移动，回车放下，Esc放回。`,
        `Picked up ${task.enterpriseName}, at ${cellWords(at)}. Arrows move, Enter drops, Escape puts it back.`,
      ),
    );
  }
  function putBack() {
    if (held) setSpoken(say(`${held.task.enterpriseName}放回原处。`, `${held.task.enterpriseName} put back.`));
    setHeld(undefined);
  }
  function drop(task: PlanTask, at: Cell) {
    setHeld(undefined);
    setSpoken(
      say(
        `放到${cellWords(at)}，请选日子、写原因。`,
        `Dropped at ${cellWords(at)}; choose the day and give the reason.`,
      ),
    );
    setMoving({ task, expertId: board.experts[at.expert]?.membershipId ?? null, week: at.week });
  }
  function step(task: PlanTask, at: Cell, by: Partial<Cell>) {
    const to = {
      expert: Math.min(board.experts.length - 1, Math.max(0, at.expert + (by.expert ?? 0))),
      week: Math.min(board.weeks.length - 1, Math.max(0, at.week + (by.week ?? 0))),
    };
    setHeld({ task, at: to });
    if (to.week < shownFrom) setFirst(to.week);
    if (to.week >= shownFrom + WEEKS_SHOWN) setFirst(to.week - WEEKS_SHOWN + 1);
    setSpoken(cellWords(to));
  }
  /** Keys on a card; a card that cannot be moved answers none. */
  function onKey(event: KeyboardEvent, task: PlanTask) {
    if (!held || held.task.id !== task.id) {
      if (event.key !== " ") return;
      event.preventDefault();
      pickUp(task);
      return;
    }
    const by = arrows.get(event.key);
    if (by) step(task, held.at, by);
    else if (event.key === "Enter" || event.key === " ") drop(task, held.at);
    else if (event.key === "Escape") putBack();
    else return;
    event.preventDefault();
  }
  return {
    first: shownFrom,
    goTo: (week: number) => setFirst(Math.min(last, Math.max(0, week))),
    held,
    moving,
    spoken,
    perDay: board.visitsADay.expert,
    hold: (task: PlanTask) => setHeld({ task, at: cellOf(board, task, shownFrom) }),
    over: (at: Cell) => setHeld((now) => (now ? { ...now, at } : now)),
    letGo: () => setHeld(undefined),
    drop,
    onKey,
    open: (task: PlanTask) => setMoving({ task, expertId: task.expertMembershipId, week: undefined }),
    endMove: () => setMoving(undefined),
  };
}

export type BoardState = ReturnType<typeof useBoard>;

export function weekOf(board: PlanBoard, day: string | null): number {
  return day === null ? -1 : board.weeks.findIndex((week) => week.from <= day && day <= week.to);
}

/** The week that runs is the second one shown, so that the one just over stays in sight. */
function firstWeek(board: PlanBoard): number {
  return Math.max(0, weekOf(board, board.day) - 1);
}

function cellOf(board: PlanBoard, task: PlanTask, shownFrom: number): Cell {
  const now = weekOf(board, board.day);
  const planned = weekOf(board, task.on);
  const week = task.on !== null && task.on < board.day ? now : planned;
  const expert = board.experts.findIndex((one) => one.membershipId === task.expertMembershipId);
  return { expert: Math.max(0, expert), week: week >= 0 ? week : Math.max(now, shownFrom) };
}

function opened(board: PlanBoard, id: string | undefined): Move | undefined {
  const task = id && board.mayMove ? [...board.tray, ...board.tasks].find((one) => one.id === id) : undefined;
  return task && { task, expertId: task.expertMembershipId, week: undefined };
}
