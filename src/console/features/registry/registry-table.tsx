import { Link } from "react-router";
import type { Dot, EnterpriseRow } from "#api/enterprises.ts";
import type { Period } from "#api/overview.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { type DotState, QuarterGrid } from "#ui/quarter-grid.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay } from "../../appearance/language.ts";
import { SortHead } from "../../lists/sort-head.tsx";
import { useRowLink } from "../../lists/use-row-link.ts";
import { useMembership } from "../../session/session-context.ts";
import { dueWords } from "../../words/due-words.ts";
import { count, tenThousands } from "../../words/number-words.ts";
import { type RegistryQuery, seesScope } from "./registry-query.ts";

interface RegistryTableProps {
  readonly list: RegistryQuery;
  readonly rows: readonly EnterpriseRow[];
  readonly periods: readonly Pick<Period, "no">[];
  readonly day: LocalDate;
}

export function RegistryTable({ list, rows, periods, day }: RegistryTableProps) {
  const say = useSay();
  const scope = seesScope(useMembership().role);
  const head = (sort: RegistryQuery["query"]["sort"]) => ({
    on: list.query.sort === sort,
    downwards: sort.startsWith("-"),
    onSort: () => list.change({ sort }),
  });
  return (
    <div className="table__scroll">
      <table className="table registry">
        <thead>
          <tr>
            <SortHead {...head("register")} text={say("序号", "No.")} numeric />
            <SortHead {...head("name")} text={say("企业", "Enterprise")} />
            <th scope="col">{say("服务机构", "Agency")}</th>
            {scope ? <th scope="col">{say("纳入", "Scope")}</th> : null}
            <SortHead {...head("-revenue")} text={say("主营收入", "Revenue")} numeric />
            <th scope="col">{say("检查·督促·复查", "Acts by period")}</th>
            <SortHead {...head("-open")} text={say("未销号", "Open")} numeric />
            <SortHead {...head("-overdue")} text={say("逾期", "Overdue")} numeric />
            <SortHead {...head("due")} text={say("最近期限", "Next due")} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RegistryRow key={row.id} row={row} columns={periods.length} day={day} scope={scope} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RegistryRowProps {
  readonly row: EnterpriseRow;
  readonly columns: number;
  readonly day: LocalDate;
  readonly scope: boolean;
}

function RegistryRow({ row, columns, day, scope }: RegistryRowProps) {
  const say = useSay();
  const open = useRowLink(`/enterprises/${row.id}`);
  return (
    <tr className="is-link" onClick={open}>
      <td className="num muted registry__no">{row.registerNo}</td>
      <td className="cards__main">
        <Link className="strong" to={`/enterprises/${row.id}`}>
          {row.name}
        </Link>
        <span className="table__sub">
          <Dotted parts={[row.communityName, row.industry]} />
        </span>
      </td>
      <td className="soft">{row.agencyName ?? <span className="muted">{say("没派", "None")}</span>}</td>
      {scope ? (
        <td>
          <ScopeTag row={row} />
        </td>
      ) : null}
      <td className="num">
        {row.mainRevenueFen === null ? "—" : tenThousands(row.mainRevenueFen)}
        <span className="table__sub">{scaleWord(row.aboveScale, say)}</span>
      </td>
      <td>
        <QuarterGrid
          dots={row.dots.flat().map((dot) => dotStates[dot])}
          columns={columns}
          label={dotsInWords(row.dots, say)}
        />
      </td>
      <td className="num" data-label={say("未销号", "Open")}>
        {row.openHazards > 0 ? (
          <Link to={`/hazards?enterprise=${row.id}`}>{count(row.openHazards)}</Link>
        ) : (
          <span className="muted">0</span>
        )}
      </td>
      <td className="num" data-label={say("逾期", "Overdue")}>
        {row.overdueHazards > 0 ? (
          <Link className="late" to={`/hazards?enterprise=${row.id}&overdue=1`}>
            {count(row.overdueHazards)}
          </Link>
        ) : (
          <span className="muted">0</span>
        )}
      </td>
      <td>{row.nextDue ? <DueChip {...dueWords(row.nextDue, day, say)} /> : null}</td>
    </tr>
  );
}

type Say = (zh: string, en: string) => string;

function ScopeTag({ row }: { readonly row: EnterpriseRow }) {
  const say = useSay();
  if (row.scope !== "in") {
    return (
      <span className="tag tag--line">
        {row.scope === "out" ? say("已移出", "Taken out") : say("没认定过", "Never decided")}
      </span>
    );
  }
  const grounds = { a: say("规上", "a"), b: say("规下工业", "b"), c: say("需要服务", "c"), d: say("安委会定", "d") };
  return <span className="tag tag--brand">{row.ground ? grounds[row.ground] : say("应纳入", "In scope")}</span>;
}

function scaleWord(aboveScale: boolean | null, say: Say): string {
  if (aboveScale === null) return say("规模没填", "Scale not known");
  return aboveScale ? say("规上", "Above scale") : say("规下", "Below scale");
}

/** Nothing to do because nothing was open is drawn as not required. */
const dotStates: Readonly<Record<Dot, DotState>> = {
  done: "done",
  nothingOpen: "none",
  owed: "todo",
  gap: "late",
  none: "none",
};

function dotsInWords(rows: readonly (readonly Dot[])[], say: Say): string {
  const names = [say("检查", "inspection"), say("督促", "supervision"), say("复查", "re-inspection")];
  return rows
    .map((dots, index) => {
      const of = (state: Dot) => dots.filter((dot) => dot === state).length;
      const parts = [
        say(`做完${of("done")}`, `${of("done")} done`),
        of("nothingOpen") > 0 ? say(`无隐患不需要办${of("nothingOpen")}`, `${of("nothingOpen")} nothing open`) : "",
        of("owed") > 0 ? say(`未做${of("owed")}`, `${of("owed")} owed`) : "",
        of("gap") > 0 ? say(`过期仍缺${of("gap")}`, `${of("gap")} gaps`) : "",
      ];
      return `${names[index]}：${parts.filter(Boolean).join("，")}`;
    })
    .join("；");
}
