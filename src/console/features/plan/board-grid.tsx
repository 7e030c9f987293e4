// Week columns, expert rows; capacity under the name, in words when a day is over it.
import { Fragment, useState } from "react";
import type { PlanBoard, PlanPerson, PlanTask } from "#api/plan.ts";
import { addDays } from "#domain/calendar/local-date.ts";
import { Bar } from "#ui/bar.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import { shortDay } from "../../words/day-words.ts";
import { count } from "../../words/number-words.ts";
import { BoardCard } from "./board-card.tsx";
import { type BoardState, WEEKS_SHOWN, weekOf } from "./use-board.ts";

const CARDS_SHOWN = 4;

interface GridProps {
  readonly board: PlanBoard;
  readonly state: BoardState;
}

export function BoardGrid({ board, state }: GridProps) {
  const say = useSay();
  return (
    <section className="card plan-board" aria-labelledby="board">
      <div className="card__head">
        <h2 id="board">{say("每周一栏，每人一行", "A column a week, a row a person")}</h2>
        <span className="plan-legend">
          <i className="plan-legend__j" /> {say("检查", "Inspection")}
          <i className="plan-legend__f" /> {say("复查期限", "Re-inspection due")}
          <i className="plan-legend__m" /> {say("改过期", "Moved")}
        </span>
        <WeekButtons board={board} state={state} />
      </div>
      {board.mayMove ? (
        <p className="plan-hint muted">
          {say(
            "拖动或点卡片改期；键盘：空格拿起，方向键移动，回车放下，Esc放回。",
            "Drag or click a card; by keyboard: Space, arrows, Enter, Escape.",
          )}
        </p>
      ) : null}
      <div className="table__scroll">
        <Weeks board={board} state={state} />
      </div>
    </section>
  );
}

function WeekButtons({ board, state }: GridProps) {
  const say = useSay();
  return (
    <span className="plan-weeks">
      <button
        type="button"
        className="btn btn--sm btn--icon"
        aria-label={say("前几周", "Earlier weeks")}
        disabled={state.first === 0}
        onClick={() => state.goTo(state.first - WEEKS_SHOWN)}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        className="btn btn--sm btn--icon"
        aria-label={say("后几周", "Later weeks")}
        disabled={state.first + WEEKS_SHOWN >= board.weeks.length}
        onClick={() => state.goTo(state.first + WEEKS_SHOWN)}
      >
        <Icon name="right" />
      </button>
    </span>
  );
}

function Weeks({ board, state }: GridProps) {
  const say = useSay();
  const weeks = board.weeks.slice(state.first, state.first + WEEKS_SHOWN);
  return (
    <div
      className="board"
      style={{ gridTemplateColumns: `var(--board-who) repeat(${weeks.length}, minmax(148px, 1fr))` }}
    >
      <div className="board__h">{say("专家 · 本期容量", "Expert · capacity")}</div>
      {weeks.map((week) => (
        <WeekHead key={week.from} board={board} week={week} />
      ))}
      {board.experts.map((expert, row) => (
        <Fragment key={expert.membershipId}>
          <Who board={board} expert={expert} perDay={state.perDay} />
          {weeks.map((week, column) => (
            <BoardCell
              key={week.from}
              board={board}
              state={state}
              at={{ expert: row, week: state.first + column }}
              expert={expert}
            />
          ))}
        </Fragment>
      ))}
    </div>
  );
}

function WeekHead({ board, week }: { readonly board: PlanBoard; readonly week: PlanBoard["weeks"][number] }) {
  const say = useSay();
  const inWeek = board.tasks.filter(
    (task) => task.kind === "inspection" && task.on && week.from <= task.on && task.on <= week.to,
  );
  const done = inWeek.filter((task) => task.state === "fulfilled").length;
  const isNow = week.from <= board.day && board.day <= week.to;
  const span = `${shortDay(week.from, board.day)}–${spanEnd(week.from, addDays(week.from, 4))}`;
  const past = week.to < board.day;
  return (
    <div className={isNow ? "board__h board__h--now" : "board__h"}>
      <b>
        {span} {isNow ? say("本周", "now") : ""}
      </b>
      <br />
      {week.workingDays.length === 0
        ? say("放假", "Holiday")
        : past
          ? say(`做完${done} / ${inWeek.length}`, `${done} / ${inWeek.length} done`)
          : say(`排了${inWeek.length}`, `${inWeek.length} planned`)}
    </div>
  );
}

function spanEnd(from: string, to: string): string {
  const [, month, date] = to.split("-").map(Number);
  return from.slice(0, 7) === to.slice(0, 7) ? `${date}日` : `${month}月${date}日`;
}

function Who({
  board,
  expert,
  perDay,
}: {
  readonly board: PlanBoard;
  readonly expert: PlanPerson;
  readonly perDay: number;
}) {
  const say = useSay();
  const own = board.tasks.filter(
    (task) => task.kind === "inspection" && task.expertMembershipId === expert.membershipId,
  );
  const workingDays = board.weeks.reduce((sum, week) => sum + week.workingDays.length, 0);
  const capacity = workingDays * perDay;
  const byDay = Map.groupBy(
    own.filter((task) => task.on && task.state === "owed"),
    (task) => task.on ?? "",
  );
  const over = [...byDay].filter(([, tasks]) => tasks.length > perDay).toSorted(([a], [b]) => a.localeCompare(b));
  const [first] = over;
  return (
    <div className="board__who">
      <span className="avatar" aria-hidden="true">
        {expert.name.slice(0, 1)}
      </span>
      <div className="grow">
        <b>{expert.name}</b>
        <div className="muted board__of">{expert.title ?? expert.agencyName}</div>
        <div className={over.length > 0 ? "board__load board__load--over" : "board__load"}>
          <Bar share={capacity === 0 ? 0 : own.length / capacity} />
          <span>
            {own.length}/{capacity}
          </span>
        </div>
        {first ? (
          <div className="board__over">
            {say(
              `${shortDay(first[0], board.day)}超${first[1].length - perDay}家${over.length > 1 ? `，共${over.length}天超` : ""}`,
              `${over.length} days over`,
            )}
          </div>
        ) : null}
      </div>
    </div>
  );
}

interface CellProps extends GridProps {
  readonly at: { readonly expert: number; readonly week: number };
  readonly expert: PlanPerson;
}

function BoardCell({ board, state, at, expert }: CellProps) {
  const say = useSay();
  const [all, setAll] = useState(false);
  const tasks = tasksIn(board, expert.membershipId, at.week);
  const shown = all ? tasks : tasks.slice(0, CARDS_SHOWN);
  const target = state.held && state.held.at.expert === at.expert && state.held.at.week === at.week;
  const rest = board.weeks[at.week]?.workingDays.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of three ways; the keyboard and the card's form are the others
    <div
      className={["board__cell", target && "board__cell--target", rest && "board__off"].filter(Boolean).join(" ")}
      onDragOver={(event) => {
        if (!state.held) return;
        event.preventDefault();
        if (!target) state.over(at);
      }}
      onDrop={(event) => {
        event.preventDefault();
        if (state.held) state.drop(state.held.task, at);
      }}
    >
      {shown.map((task) => (
        <BoardCard key={task.id} task={task} day={board.day} mayMove={board.mayMove} state={state} />
      ))}
      {tasks.length > shown.length ? (
        <button type="button" className="linklike board__more" onClick={() => setAll(true)}>
          {say(`还有${count(tasks.length - shown.length)}家`, `${tasks.length - shown.length} more`)}
        </button>
      ) : null}
    </div>
  );
}

function tasksIn(board: PlanBoard, expertId: string, week: number): readonly PlanTask[] {
  return board.tasks
    .filter((task) => task.expertMembershipId === expertId && weekOf(board, task.on) === week)
    .toSorted((a, b) => (a.on ?? "").localeCompare(b.on ?? "") || a.code.localeCompare(b.code));
}
