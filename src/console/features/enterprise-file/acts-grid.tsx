// The large grid: three kinds by the scheme's periods; each box with its date, people and result.

import { Select } from "antd";
import { useSearchParams } from "react-router";
import type { Act, EnterpriseFile } from "#api/enterprises.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Sep } from "#ui/sep.tsx";
import { useSay } from "../../appearance/language.ts";
import { periodName } from "../../words/day-words.ts";
import { ActBox } from "./act-box.tsx";

const kinds = ["inspection", "supervision", "reinspection"] as const;

export function ActsGrid({ file }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const { acts, year, years } = file;
  const fulfilled = acts.filter((act) => act.state === "done" || act.state === "nothingOpen").length;
  return (
    <section className="card" aria-labelledby="acts">
      <div className="card__head">
        <h2 id="acts">{say(`${year ?? ""}年度三个动作`, `Acts of ${year ?? ""}`)}</h2>
        {acts.length > 0 ? (
          <span className="muted">
            {say(`完成${fulfilled} / ${acts.length}`, `${fulfilled} / ${acts.length} done`)}
          </span>
        ) : null}
        {years.length > 1 ? (
          <span className="link no-print">
            <Select
              size="small"
              aria-label={say("服务年度", "Service year")}
              value={year}
              options={years.map((one) => ({ value: one, label: say(`${one}年度`, String(one)) }))}
              onChange={(one) => {
                const next = new URLSearchParams(search);
                next.set("year", String(one));
                setSearch(next);
              }}
            />
          </span>
        ) : null}
      </div>
      {acts.length === 0 ? (
        <EmptyState icon="calendar" title={say("这一年没有排任务", "Nothing is planned for this year")}>
          {say(
            "纳入名单、排好计划以后，这里有每一次的日期和结果。",
            "Dates and results appear once the year is planned.",
          )}
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the grid scrolls, by keyboard too
        <section className="card__body q-scroll" aria-labelledby="acts" tabIndex={0} ref={showRunning}>
          <Grid file={file} />
        </section>
      )}
    </section>
  );
}

/** On a phone the grid is wider than the screen: it starts at the running period. */
function showRunning(box: HTMLElement | null): void {
  const now = box?.querySelector<HTMLElement>(".is-now");
  if (box && now && box.scrollWidth > box.clientWidth) box.scrollLeft = now.offsetLeft - box.clientWidth / 3;
}

function Grid({ file: { acts, periods, day } }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const firstYear = Number(periods[0]?.startsOn.slice(0, 4));
  const rows = {
    inspection: [say("现场检查", "Inspection"), say("机构专家", "Agency")],
    supervision: [say("督促整改", "Supervision"), say("社区、街道", "Community, office")],
    reinspection: [say("回头复查", "Re-inspection"), say("机构专家", "Agency")],
  } as const;
  return (
    <table className="q-big">
      <thead>
        <tr>
          <td />
          {periods.map((period) => (
            <th key={period.no} scope="col" className={period.state === "now" ? "q-big__head is-now" : "q-big__head"}>
              <b>{periodName(period, firstYear)}</b>
              {period.state === "now" ? (
                <>
                  <Sep />
                  {say("进行中", "running")}
                </>
              ) : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row" className="q-big__row">
              {rows[kind][0]}
              <small>{rows[kind][1]}</small>
            </th>
            {periods.map(({ no }) => (
              <td key={no}>
                <ActBoxes acts={acts.filter((act) => act.kind === kind && act.periodNo === no)} day={day} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ActBoxes({ acts, day }: { readonly acts: readonly Act[]; readonly day: string }) {
  const say = useSay();
  if (acts.length === 0) return <div className="visit visit--none">{say("不要求", "Not owed")}</div>;
  return acts.map((act) => <ActBox key={act.taskCode} act={act} day={day} />);
}
