// 待安排: inspections without a day or an expert, or past their day; the oldest gap first.
import { useState } from "react";
import type { PlanBoard, PlanTask } from "#api/plan.ts";
import { daysBetween } from "#domain/calendar/local-date.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { useSay } from "../../appearance/language.ts";
import { periodName, shortDay } from "../../words/day-words.ts";
import { count } from "../../words/number-words.ts";
import { BoardCard } from "./board-card.tsx";
import type { BoardState } from "./use-board.ts";

const SHOWN = 6;
const SOON_DAYS = 10;

export function Tray({ board, state }: { readonly board: PlanBoard; readonly state: BoardState }) {
  const say = useSay();
  const [all, setAll] = useState(false);
  if (board.tray.length === 0) return null;
  const shown = all ? board.tray : board.tray.slice(0, SHOWN);
  return (
    <section className="card plan-tray" aria-labelledby="tray">
      <div className="card__head">
        <h2 id="tray">{say("待安排", "To be planned")}</h2>
        <span className="muted">
          {say(`${count(board.tray.length)}家，按缺口轻重排`, `${count(board.tray.length)}, the oldest gap first`)}
        </span>
        {board.tray.length > SHOWN ? (
          <button type="button" className="linklike link" onClick={() => setAll(!all)}>
            {all ? say("收起", "Fewer") : say(`全部${count(board.tray.length)}家`, `All ${count(board.tray.length)}`)}
          </button>
        ) : null}
      </div>
      <div className="tray">
        {shown.map((task) => (
          <BoardCard
            key={task.id}
            task={task}
            day={board.day}
            mayMove={board.mayMove}
            state={state}
            note={whyText(task, board, say)}
            aside={<Gap task={task} board={board} />}
          />
        ))}
      </div>
    </section>
  );
}

function whyText(task: PlanTask, board: PlanBoard, say: (zh: string, en: string) => string): string {
  if (!task.agencyId) return say("还没委托机构", "No agency");
  if (task.on && task.on < board.day) return say(`原排${shortDay(task.on, board.day)}，没去成`, `was ${task.on}`);
  if (!task.expertMembershipId) return say("没有专家，待换人", "No expert");
  return say("还没排日子", "No day");
}

/** A period that is over is a gap; otherwise the days its period still runs. */
function Gap({ task, board }: { readonly task: PlanTask; readonly board: PlanBoard }) {
  const say = useSay();
  const left = daysBetween(board.day, task.periodEndsOn);
  const period = board.periods.find((one) => one.no === task.periodNo);
  const name = period ? periodName(period, Number(board.scheme?.startsOn.slice(0, 4))) : "";
  if (left < 0) return <DueChip tone="late" text={say(`缺${name}`, `${name} missing`)} />;
  return <DueChip tone={left <= SOON_DAYS ? "soon" : "ok"} text={say(`余${left}天`, `${left} d left`)} />;
}
