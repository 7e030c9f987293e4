// 计划与派工: weeks by experts. A card is moved by dragging, by its own form, or by keyboard; every move has its reason.
import { Select } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { getPlanBoard, type PlanBoard } from "#api/plan.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import "../../forms/forms.css";
import "../../lists/lists.css";
import { failureText } from "../../request/failures.ts";
import { useRoute } from "../../request/use-route.ts";
import { LoadingPage } from "../../shell/loading-page.tsx";
import { periodName } from "../../words/day-words.ts";
import { count } from "../../words/number-words.ts";
import { BoardGrid } from "./board-grid.tsx";
import { Capacity } from "./capacity.tsx";
import { MakePlan } from "./make-plan.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import "./plan.css";
import { Tray } from "./tray.tsx";
import { useBoard } from "./use-board.ts";

export function PlanPage() {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const number = (name: string) => (search.get(name) ? Number(search.get(name)) : undefined);
  const agency = search.get("agency") ?? undefined;
  const query = { year: number("year"), period: number("period"), agency };
  const { data, isPending, error, refetch } = useRoute(getPlanBoard, { query });
  if (isPending) return <LoadingPage />;
  if (!data) {
    const retry = { text: say("再试一次", "Try again"), onRetry: () => void refetch() };
    return (
      <ErrorState title={say("没能打开计划", "The plan could not be opened")} retry={retry}>
        {failureText(error)}
      </ErrorState>
    );
  }
  function change(name: string, value: string | undefined) {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  }
  return <PlanSheet board={data} agency={agency} openTask={search.get("task") ?? undefined} onChange={change} />;
}

interface PlanSheetProps {
  readonly board: PlanBoard;
  readonly agency: string | undefined;
  readonly openTask: string | undefined;
  readonly onChange: (name: string, value: string | undefined) => void;
}

function PlanSheet({ board, agency, openTask, onChange }: PlanSheetProps) {
  const say = useSay();
  const [making, setMaking] = useState(false);
  const state = useBoard(board, openTask);
  const nothing = isEmpty(board);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("计划与派工", "Plan")}</h1>
          <p className="page__lead">{leadOf(board, say)}</p>
        </div>
        <div className="page__acts">
          <AgencyChoice board={board} agency={agency} onChange={onChange} />
          <Capacity board={board} />
          {board.mayMake ? (
            <button type="button" className={nothing ? "btn btn--primary" : "btn"} onClick={() => setMaking(true)}>
              <Icon name="calendar" />
              {nothing ? say("排出全年计划", "Make the plan") : say("补排", "Plan what is missing")}
            </button>
          ) : null}
        </div>
      </div>
      <Periods board={board} onChange={onChange} />
      {nothing ? (
        <NothingPlanned board={board} />
      ) : (
        <>
          <Tray board={board} state={state} />
          <BoardGrid board={board} state={state} />
        </>
      )}
      <p className="sr-only" aria-live="assertive">
        {state.spoken}
      </p>
      {state.moving ? (
        <MoveDialog board={board} move={state.moving} perDay={state.perDay} onClose={state.endMove} />
      ) : null}
      {making ? <MakePlan year={board.scheme?.serviceYear} onClose={() => setMaking(false)} /> : null}
    </div>
  );
}

const isEmpty = ({ tasks, tray }: PlanBoard) => tasks.length + tray.length === 0;

/** Which agency's experts; nothing to choose where there is one. */
function AgencyChoice({ board, agency, onChange }: Omit<PlanSheetProps, "openTask">) {
  const say = useSay();
  const agencies = new Map(
    board.experts.flatMap((one) => (one.agencyId ? [[one.agencyId, one.agencyName ?? ""]] : [])),
  );
  if (agencies.size < 2 && !agency) return null;
  return (
    <Select
      aria-label={say("机构", "Agency")}
      value={agency ?? ""}
      popupMatchSelectWidth={false}
      onChange={(value) => onChange("agency", value || undefined)}
      options={[
        { value: "", label: say("全部机构", "All agencies") },
        ...[...agencies].map(([value, label]) => ({ value, label })),
      ]}
    />
  );
}

function Periods({ board, onChange }: Pick<PlanSheetProps, "board" | "onChange">) {
  const say = useSay();
  const firstYear = Number(board.scheme?.startsOn.slice(0, 4));
  return (
    <nav className="views" aria-label={say("周期", "Periods")}>
      {board.periods.map((period) => (
        <button
          key={period.no}
          type="button"
          className={period.no === board.period ? "view view--on" : "view"}
          aria-current={period.no === board.period ? "page" : undefined}
          onClick={() => onChange("period", String(period.no))}
        >
          {periodName(period, firstYear)}
          <b>{count(period.owed.inspection)}</b>
        </button>
      ))}
    </nav>
  );
}

function NothingPlanned({ board }: Pick<PlanSheetProps, "board">) {
  const say = useSay();
  return (
    <EmptyState icon="calendar" title={say("这一期还没有排", "Nothing is planned in this period")}>
      {board.scheme
        ? say(
            "先把应纳入的企业委托给机构，再排计划。",
            "Entrust the enterprises in scope to an agency, then make the plan.",
          )
        : say("先设服务方案，才有周期。", "Set the scheme first; it names the periods.")}
    </EmptyState>
  );
}

function leadOf(board: PlanBoard, say: (zh: string, en: string) => string): string {
  const period = board.periods.find((one) => one.no === board.period);
  if (!period) return say("还没有服务方案。", "There is no scheme yet.");
  const { inspection, supervision, reinspection } = period.owed;
  const tray =
    board.tray.length > 0
      ? say(`其中${count(board.tray.length)}家要重新安排。`, ` ${count(board.tray.length)} need another day.`)
      : "";
  return say(
    `这一期还要做：检查${count(inspection)}家、督促${count(supervision)}家、复查${count(reinspection)}家。${tray}`,
    `Still owed: ${count(inspection)} inspections, ${count(supervision)} supervisions, ${count(reinspection)} re-inspections.${tray}`,
  );
}
