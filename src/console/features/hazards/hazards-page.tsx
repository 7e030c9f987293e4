// 隐患: every hazard by filter. Figures elsewhere open this list with exactly their rows.
import type { z } from "zod";
import { exportHazards, listHazards } from "#api/hazards.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay } from "../../appearance/language.ts";
import { ListTools } from "../../lists/list-tools.tsx";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { useListQuery } from "../../lists/use-list-query.ts";
import { ViewsBar } from "../../lists/views-bar.tsx";
import { addressOf } from "../../request/api-client.ts";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { count } from "../../words/number-words.ts";
import { HazardFilters } from "./hazard-filters.tsx";
import { HazardTable } from "./hazard-table.tsx";
import { hazardsText } from "./hazard-text.ts";
import "./hazards.css";

const querySchema = listHazards.query;

type Answer = z.output<typeof listHazards.response>;
type Query = ReturnType<typeof useHazardQuery>;

function useHazardQuery() {
  return useListQuery(querySchema ?? missing());
}

export function HazardsPage() {
  const say = useSay();
  const list = useHazardQuery();
  const answer = useRoute(listHazards, { query: list.query });
  return (
    <Loaded query={answer} failed={say("没能打开隐患", "The hazards could not be opened")}>
      {(data) => <Hazards list={list} data={data} />}
    </Loaded>
  );
}

interface HazardsProps {
  readonly list: Query;
  readonly data: Answer;
}

function Hazards({ list, data }: HazardsProps) {
  const say = useSay();
  const { query, change } = list;
  return (
    <div className="page">
      <Head list={list} data={data} />
      <Views list={list} />
      <HazardFilters query={query} choices={data} onChange={change} />
      <div className="card cards">
        {data.rows.length === 0 ? (
          <EmptyState title={say("没有符合的隐患", "No hazard matches")}>
            {say("换一个视图，或清空筛选。", "Try another view, or clear the filters.")}
          </EmptyState>
        ) : (
          <HazardTable rows={data.rows} day={data.day} sort={query.sort} onSort={(sort) => change({ sort })} />
        )}
        <Pager
          total={data.total}
          page={data.page}
          pageSize={data.pageSize}
          shown={data.rows.length}
          onPage={(page) => change({ page: String(page) })}
        />
      </div>
    </div>
  );
}

function Head({ list, data }: HazardsProps) {
  const say = useSay();
  const { page: _page, ...sheetQuery } = list.query;
  return (
    <div className="page__head">
      <div>
        <h1>{say("隐患", "Hazards")}</h1>
        <p className="page__lead">
          {data.enterpriseName ? `${data.enterpriseName}，` : ""}
          {say(`按这些条件共${count(data.total)}条。`, `${count(data.total)} match.`)}
        </p>
      </div>
      <ListTools
        textOf={() => hazardsText(data.rows, data.day, `${location.origin}/enterprise`)}
        sheet={addressOf(exportHazards, { query: sheetQuery })}
      />
    </div>
  );
}

function Views({ list }: Pick<HazardsProps, "list">) {
  const say = useSay();
  const { role } = useMembership();
  const kept = new URLSearchParams(list.search);
  kept.delete("page");
  const views = [
    { key: "", name: say("没销号的", "Open") },
    { key: "state=open&overdue=1", name: say("逾期", "Overdue") },
    { key: "state=open&severity=major", name: say("重大", "Major") },
    { key: "state=all&found=year", name: say("本年度查出", "Found this year") },
    { key: "state=closed&found=year", name: say("本年度查出已销号", "Found and closed") },
  ];
  return (
    <ViewsBar
      list="hazards"
      query={kept.toString()}
      mayKeep={role !== "auditor"}
      onOpen={list.replace}
      views={views.map(({ key, name }) => ({
        ...{ key, name, on: kept.toString() === key },
        onOpen: () => list.replace(key),
      }))}
    />
  );
}

function missing(): never {
  throw new Error("the route of hazards names no query");
}
