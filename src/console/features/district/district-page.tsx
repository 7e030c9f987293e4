// 各街道: the district's table, one row a subdistrict in the order of their codes; no ranking, nothing behind the figures.
import { listRollups, type RollupFigures, type RollupRow } from "#api/rollups.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Fold } from "#ui/fold.tsx";
import { useSay } from "../../appearance/language.ts";
import "../../lists/lists.css";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { fullDay } from "../../words/day-words.ts";
import { count, percent } from "../../words/number-words.ts";
import "./district.css";

export function DistrictPage() {
  const say = useSay();
  return (
    <Loaded query={useRoute(listRollups)} failed={say("没能打开各街道的数字", "The figures could not be opened")}>
      {({ rows, definitions }) => (
        <div className="page">
          <div className="page__head">
            <div>
              <h1>{say("各街道", "Subdistricts")}</h1>
              <p className="page__lead">{leadOf(rows, say)}</p>
            </div>
          </div>
          <div className="card">
            {rows.length === 0 ? (
              <EmptyState icon="chart" title={say("还没有汇总的数字", "No figures yet")}>
                {say("各街道的数字每天汇总一次，明天再来看。", "Figures are gathered once a day.")}
              </EmptyState>
            ) : (
              <DistrictTable rows={rows} />
            )}
          </div>
          <div className="below">
            <Fold title={say("看口径", "How each figure is counted")} icon="ask">
              <dl className="definition">
                {(["coverage", "standardization", "found", "open", "overdue"] as const).map((key) => (
                  <div key={key}>
                    <dt>{titles(say)[key]}</dt>
                    <dd>{definitions[key]}</dd>
                  </div>
                ))}
              </dl>
            </Fold>
          </div>
        </div>
      )}
    </Loaded>
  );
}

type Say = (zh: string, en: string) => string;

function titles(say: Say) {
  return {
    coverage: say("服务覆盖", "Covered"),
    standardization: say("标准化", "Standardized"),
    found: say("查出", "Found"),
    open: say("未销号", "Open"),
    overdue: say("逾期", "Overdue"),
  };
}

function leadOf(rows: readonly RollupRow[], say: Say): string {
  const newest = rows
    .map((row) => row.day)
    .toSorted()
    .at(-1);
  if (!newest) return say("数字每天汇总一次。", "Figures are gathered once a day.");
  const { overdue } = sumOf(rows);
  return say(
    `${rows.length}个街道，逾期的隐患共${count(overdue)}条。截至${fullDay(newest)}。`,
    `${rows.length} subdistricts, ${count(overdue)} overdue hazards, as of ${newest}.`,
  );
}

function sumOf(rows: readonly RollupRow[]): RollupFigures {
  const sum = (measure: keyof RollupFigures) => rows.reduce((total, row) => total + row[measure], 0);
  const [inScope, covered, standardizationDue] = [sum("inScope"), sum("covered"), sum("standardizationDue")];
  const hazards = { found: sum("found"), open: sum("open"), overdue: sum("overdue") };
  return { inScope, covered, standardizationDue, standardizationDone: sum("standardizationDone"), ...hazards };
}

function DistrictTable({ rows }: { readonly rows: readonly RollupRow[] }) {
  const say = useSay();
  const words = titles(say);
  const heads = [
    say("应纳入", "In scope"),
    words.coverage,
    words.standardization,
    words.found,
    words.open,
    words.overdue,
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is scrolled by keyboard too
    <section className="table__scroll" tabIndex={0} aria-label={say("各街道的数字", "Figures by subdistrict")}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("街道", "Subdistrict")}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.tenantId}>
              <th scope="row" className="district__name">
                {row.name}
                <span className="table__sub">{say(`截至${row.day}`, `as of ${row.day}`)}</span>
              </th>
              <FigureCells figures={row} />
            </tr>
          ))}
        </tbody>
        {rows.length > 1 ? (
          <tfoot>
            <tr>
              <th scope="row" className="district__name">
                {say("合计", "Total")}
              </th>
              <FigureCells figures={sumOf(rows)} />
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}

function FigureCells({ figures }: { readonly figures: RollupFigures }) {
  const { inScope, covered, standardizationDue, standardizationDone, found, open, overdue } = figures;
  return (
    <>
      <td className="num">{count(inScope)}</td>
      <Share done={covered} of={inScope} />
      <Share done={standardizationDone} of={standardizationDue} />
      <td className="num">{count(found)}</td>
      <td className="num">{count(open)}</td>
      <td className={overdue > 0 ? "num district__late" : "num"}>{count(overdue)}</td>
    </>
  );
}

function Share({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <td className="num">
      {percent(of === 0 ? null : done / of)}
      <span className="table__sub">
        {count(done)} / {count(of)}
      </span>
    </td>
  );
}
