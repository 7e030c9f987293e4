// 责任表 (R14): who has how many open hazards in hand and since when, who looks after them, what has climbed to whom.
import { exportHazards } from "#api/hazards.ts";
import { getResponsibility, type Responsibility } from "#api/responsibility.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay } from "../../appearance/language.ts";
import { Definition } from "../../figures/definition.tsx";
import { FigureLink } from "../../figures/figure-link.tsx";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { ListTools } from "../../lists/list-tools.tsx";
import "../../lists/lists.css";
import { useListQuery } from "../../lists/use-list-query.ts";
import { addressOf } from "../../request/api-client.ts";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { ResponsibilityTable } from "./responsibility-table.tsx";
import "./responsibility.css";
import { responsibilityText } from "./responsibility-text.ts";

const querySchema = getResponsibility.query;

export function ResponsibilityPage() {
  const say = useSay();
  if (!querySchema) throw new Error("the route has a query");
  const { query, change } = useListQuery(querySchema);
  const answer = useRoute(getResponsibility, { query });
  return (
    <Loaded query={answer} failed={say("没能打开责任表", "The responsibility table could not be opened")}>
      {(table) => <Table table={table} community={query.community} onCut={(community) => change({ community })} />}
    </Loaded>
  );
}

interface TableProps {
  readonly table: Responsibility;
  readonly community: string | undefined;
  readonly onCut: (community: string | undefined) => void;
}

function Table({ table, community, onCut }: TableProps) {
  const say = useSay();
  const places = table.communities.map(({ id, name }) => ({ value: id, label: name }));
  const sheetQuery = { state: "open", ...(community ? { community } : {}) } as const;
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("责任表", "Responsibility")}</h1>
          <Lead table={table} />
        </div>
        <ListTools textOf={() => responsibilityText(table)} sheet={addressOf(exportHazards, { query: sheetQuery })} />
      </div>
      <div className="filters">
        {places.length > 1 ? (
          <FilterSelect label={say("村（社区）", "Community")} value={community} options={places} onChoose={onCut} />
        ) : null}
        <Definition lines={[{ name: say("在谁手上", "In whose hands"), text: table.definition }]} />
      </div>
      <div className="card">
        {table.sections.length === 0 ? (
          <EmptyState title={say("没有未销号的隐患", "No open hazards")}>
            {say("查出新的隐患后，这里会列出在谁手上。", "New ones are listed here by who holds them.")}
          </EmptyState>
        ) : (
          <ResponsibilityTable table={table} />
        )}
      </div>
    </div>
  );
}

function Lead({ table: { open, overdue } }: { readonly table: Responsibility }) {
  const say = useSay();
  return (
    <p className="page__lead">
      {say("未销号的隐患", "Open hazards: ")}
      <FigureLink figure={open} label={say("未销号", "Open")} />
      {say("条，每条此刻只在一方手上；逾期", ", each in one hand; overdue: ")}
      <FigureLink figure={overdue} label={say("逾期", "Overdue")} />
      {say("条。", ".")}
    </p>
  );
}
