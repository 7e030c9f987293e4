// 4＋4＋4 完成情况: the middle grid, kinds by the scheme's periods; gaps of past periods in red with their words.
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { ActState } from "#api/enterprises.ts";
import type { ActCell, Overview } from "#api/overview.ts";
import { Bar } from "#ui/bar.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Sep } from "#ui/sep.tsx";
import { useSay } from "../../appearance/language.ts";
import { Definition } from "../../figures/definition.tsx";
import { rowsAddress } from "../../figures/rows-address.ts";
import { periodName } from "../../words/day-words.ts";
import { count, percent } from "../../words/number-words.ts";

const kinds = ["inspection", "supervision", "reinspection"] as const;

export function ActsCard({ overview }: { readonly overview: Overview }) {
  const say = useSay();
  const { scheme, acts, definitions } = overview;
  const each = scheme?.owedEach;
  const planned = acts.some((cell) => cell.total > 0);
  return (
    <section className="card below" aria-labelledby="acts">
      <div className="card__head">
        <h2 id="acts">
          {each ? [each.inspection, each.supervision, each.reinspection].join(" + ") : ""} {say("完成情况", "progress")}
        </h2>
        {each ? (
          <span className="muted">
            {say(
              `每家每年：现场检查${each.inspection}次、督促整改${each.supervision}次、回头复查${each.reinspection}次`,
              "owed each enterprise and year",
            )}
          </span>
        ) : null}
      </div>
      {planned ? (
        <>
          <div className="card__body q-scroll">
            <ActsTable overview={overview} />
          </div>
          <div className="card__foot">
            {gapSentence(acts)}{" "}
            <Definition lines={[{ name: say("怎么数", "How it is counted"), text: definitions.acts }]} />
          </div>
        </>
      ) : (
        <EmptyState icon="calendar" title={say("本年度的计划还没排", "The year is not planned yet")}>
          {say(
            "纳入名单定了以后，在计划与派工里排一次，这里就有数。",
            "Plan the year after the list in scope is decided.",
          )}
        </EmptyState>
      )}
    </section>
  );
}

function ActsTable({ overview: { acts, periods, scheme } }: { readonly overview: Overview }) {
  const say = useSay();
  const firstYear = Number(scheme?.startsOn.slice(0, 4));
  const names = {
    inspection: say("现场检查", "Inspection"),
    supervision: say("督促整改", "Supervision"),
    reinspection: say("回头复查", "Re-inspection"),
  };
  return (
    <table className="q-table">
      <thead>
        <tr>
          <td />
          {periods.map((period) => (
            <th key={period.no} scope="col" className={period.state === "now" ? "is-now" : undefined}>
              {periodName(period, firstYear)}
              {period.state === "now" ? (
                <>
                  <Sep />
                  {say("进行中", "running")}
                </>
              ) : null}
            </th>
          ))}
          <th scope="col">{say("全年", "Year")}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{names[kind]}</th>
            {[...periods, undefined].map((period) => {
              const cell = acts.find((one) => one.kind === kind && one.periodNo === (period?.no ?? null));
              return <td key={period?.no ?? "year"}>{cell ? <ActBox cell={cell} state={period?.state} /> : null}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ActBoxProps {
  readonly cell: ActCell;
  /** Absent for the whole year. */
  readonly state: "past" | "now" | "future" | undefined;
}

function ActBox({ cell, state }: ActBoxProps) {
  const say = useSay();
  const fulfilled = cell.done + cell.nothingOpen;
  const look = state === undefined ? "sum" : lookOf(cell, state);
  return (
    <div className={`q-cell q-cell--${look}`}>
      <span className="q-cell__w">
        <ActWord cell={cell} state={state} />
      </span>
      <span className="q-cell__n">
        <RowsOf cell={cell} actState="fulfilled">
          {count(fulfilled)}
        </RowsOf>
        <small>
          {" / "}
          <RowsOf cell={cell}>{count(cell.total)}</RowsOf>
        </small>
      </span>
      <Bar share={cell.total === 0 ? 0 : fulfilled / cell.total} />
      {cell.nothingOpen > 0 ? (
        <span className="q-cell__zero">
          <RowsOf cell={cell} actState="nothingOpen">
            {say(`其中无隐患、不需要办${count(cell.nothingOpen)}`, `${count(cell.nothingOpen)} with nothing open`)}
          </RowsOf>
        </span>
      ) : null}
    </div>
  );
}

function lookOf({ gap, owed, total }: ActCell, state: "past" | "now" | "future"): string {
  if (gap > 0) return "gap";
  if (total > 0 && owed === 0) return "full";
  return state === "now" ? "now" : "todo";
}

function ActWord({ cell, state }: ActBoxProps) {
  const say = useSay();
  const { total, owed, gap, done, nothingOpen } = cell;
  if (state === undefined) return <>{percent(total === 0 ? null : (done + nothingOpen) / total)}</>;
  if (gap > 0) {
    return (
      <RowsOf cell={cell} actState="gap">
        <Icon name="alert" />
        {say("缺", "gap ")}
        {count(gap)}
      </RowsOf>
    );
  }
  if (total === 0) return <>{say("不要求", "none owed")}</>;
  if (owed === 0) {
    return (
      <>
        <Icon name="check" />
        {say("已满", "full")}
      </>
    );
  }
  return (
    <RowsOf cell={cell} actState="owed">
      {state === "future" ? say("未到，", "to come, ") : ""}
      {say("余", "")}
      {count(owed)}
      {say("", " left")}
    </RowsOf>
  );
}

interface RowsOfProps {
  readonly cell: ActCell;
  /** Which of the cell's enterprises; all of them without it. */
  readonly actState?: ActState;
  readonly children: ReactNode;
}

/** A figure of a cell opens exactly its enterprises; the year's figures count acts and open everyone who owes them. */
function RowsOf({ cell, actState, children }: RowsOfProps) {
  const { actState: _own, ...filter } = cell.rows.filter;
  const cut = actState && cell.periodNo !== null ? { ...filter, actState } : filter;
  return <Link to={rowsAddress({ list: cell.rows.list, filter: cut })}>{children}</Link>;
}

function gapSentence(acts: readonly ActCell[]): string {
  const year = acts.filter((cell) => cell.periodNo === null);
  const gap = year.reduce((total, cell) => total + cell.gap, 0);
  const replanned = year.reduce((total, cell) => total + cell.gapReplanned, 0);
  const madeUp = year.reduce((total, cell) => total + cell.madeUp, 0);
  const late = madeUp > 0 ? `过了周期才补办的${madeUp}个，算在完成里。` : "";
  if (gap === 0) return `过去的周期都没有缺。${late}`;
  const rest = gap - replanned;
  return `红格是周期已过、还缺的任务，共${gap}个：${replanned}个已补排，${rest}个待安排。${late}`;
}
