// 待办: who holds what, since when. A row opens beside the list; J and K go on, Esc closes, focus goes back to the row.
import type { z } from "zod";
import { exportWorkItems, listWorkItems, type WorkView, workViews } from "#api/work-items.ts";
import { workViewLabels } from "#api/work-labels.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { ListTools } from "../../lists/list-tools.tsx";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { useListQuery } from "../../lists/use-list-query.ts";
import { useRowKeys } from "../../lists/use-row-keys.ts";
import { ViewsBar } from "../../lists/views-bar.tsx";
import { addressOf } from "../../request/api-client.ts";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { count } from "../../words/number-words.ts";
import { WorkDrawer } from "./work-drawer.tsx";
import { WorkFilters } from "./work-filters.tsx";
import "./work-list.css";
import { WorkTable } from "./work-table.tsx";
import { workText } from "./work-text.ts";

const querySchema = listWorkItems.query;

type Answer = z.output<typeof listWorkItems.response>;
type Query = ReturnType<typeof useWorkQuery>;

function useWorkQuery() {
  return useListQuery(querySchema ?? missing());
}

export function WorkListPage() {
  const say = useSay();
  const list = useWorkQuery();
  const answer = useRoute(listWorkItems, { query: list.query });
  return (
    <Loaded query={answer} failed={say("没能打开待办", "The work list could not be opened")}>
      {(data) => <WorkList list={list} data={data} />}
    </Loaded>
  );
}

interface WorkListProps {
  readonly list: Query;
  readonly data: Answer;
}

/** The list, and beside it the item that is open. */
function WorkList({ list, data }: WorkListProps) {
  const { items, day } = data;
  const open = items.find((item) => item.key === list.search.get("open"));
  const keys = useRowKeys(
    items.map((item) => item.key),
    open?.key,
    (key) => list.change({ open: key }),
  );
  return (
    <div className={open ? "list-pane list-pane--open" : "list-pane"}>
      <div className="page">
        <Head list={list} data={data} />
        <Views list={list} data={data} />
        <WorkFilters query={list.query} communities={data.communities} onChange={list.change} />
        <Rows list={list} data={data} openKey={open?.key} rowRef={keys.rowRef} />
      </div>
      {open ? <WorkDrawer key={open.key} item={open} day={day} onClose={keys.close} onDone={keys.next} /> : null}
    </div>
  );
}

function Head({ list, data }: WorkListProps) {
  const say = useSay();
  const { page: _page, ...sheetQuery } = list.query;
  return (
    <div className="page__head">
      <div>
        <h1>{say("待办", "Work list")}</h1>
        <p className="page__lead">{leadOf(list.query.view, data.counts, say)}</p>
      </div>
      <ListTools
        textOf={() => workText(data.items, data.day, `${location.origin}/enterprise`)}
        sheet={addressOf(exportWorkItems, { query: sheetQuery })}
      />
    </div>
  );
}

function Views({ list, data }: WorkListProps) {
  const word = useWord();
  const { role } = useMembership();
  const kept = new URLSearchParams(list.search);
  for (const name of ["page", "open"]) kept.delete(name);
  return (
    <ViewsBar
      list="workItems"
      query={kept.toString()}
      mayKeep={role !== "auditor"}
      onOpen={list.replace}
      views={workViews.map((view) => ({
        key: view,
        name: word(workViewLabels[view]),
        count: data.counts[view],
        on: list.query.view === view,
        onOpen: () => list.replace(view === "overdue" ? "view=overdue&sort=due" : `view=${view}`),
      }))}
    />
  );
}

interface RowsProps extends WorkListProps {
  readonly openKey: string | undefined;
  readonly rowRef: (key: string) => (element: HTMLElement | null) => void;
}

function Rows({ list, data, openKey, rowRef }: RowsProps) {
  const say = useSay();
  const { items, day } = data;
  return (
    <div className="card cards">
      {items.length === 0 ? (
        <EmptyState title={emptyTitle(list.query.view, say)}>
          {say("看看别的视图，或清空筛选。", "Look at another view, or clear the filters.")}
        </EmptyState>
      ) : (
        <WorkTable
          items={items}
          day={day}
          openKey={openKey}
          query={list.query}
          onChange={list.change}
          rowRef={rowRef}
        />
      )}
      <Pager
        total={data.total}
        page={data.page}
        pageSize={data.pageSize}
        shown={items.length}
        onPage={(page) => list.change({ page: String(page) })}
      />
    </div>
  );
}

function missing(): never {
  throw new Error("the work list's route names no query");
}

type Say = (zh: string, en: string) => string;

/** What this view holds, as one would say it. */
function leadOf(view: WorkView, counts: Readonly<Record<WorkView, number>>, say: Say): string {
  const { mine, overdue } = counts;
  const n = count(counts[view]);
  if (view === "overdue" && overdue > 0)
    return say(`过了期限的${n}条，逾期最久的在最上面。`, `${n} are past their day, the longest first.`);
  if (view === "today" && counts.today > 0) return say(`今天到期的${n}条。`, `${n} are due today.`);
  if (view === "others" && counts.others > 0)
    return say(`在别人手上的${n}条，看谁拿着、从哪天起。`, `${n} lie with others.`);
  if (view === "all" && counts.all > 0) return say(`还没办完的一共${n}条。`, `${n} in all.`);
  if (mine === 0 && overdue === 0)
    return say("没有等您办的，也没有逾期的。", "Nothing waits for you and nothing is overdue.");
  if (mine === 0)
    return say(
      `没有等您办的；别人手上有${count(overdue)}条逾期。`,
      `Nothing waits for you; ${count(overdue)} are overdue with others.`,
    );
  return say(
    `等您办的${count(mine)}条。先办后果重的，再办快到期的。`,
    `${count(mine)} wait for you. The gravest first, then what is due soon.`,
  );
}

function emptyTitle(view: string, say: Say): string {
  if (view === "mine") return say("没有等您办的", "Nothing waits for you");
  if (view === "overdue") return say("没有逾期的", "Nothing is overdue");
  if (view === "today") return say("今天没有到期的", "Nothing is due today");
  return say("没有符合的", "Nothing matches");
}
