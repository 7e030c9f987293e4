// 法规库: every instrument with the version in force, and what of it waits for the editor.
import { Link } from "react-router";
import type { z } from "zod";
import { type InstrumentFilter, instrumentFilterSchema, listInstruments } from "#api/law-library.ts";
import { INSTRUMENT_KIND_LABELS } from "#domain/law/labels.ts";
import { INSTRUMENT_KINDS } from "#domain/law/library-rows.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { type ListQuery, useListQuery } from "../../lists/use-list-query.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { count } from "../../words/number-words.ts";
import { InstrumentsTable } from "./instruments-table.tsx";
import "./law.css";

const querySchema = listInstruments.query ?? instrumentFilterSchema;
type Answer = z.output<typeof listInstruments.response>;

export function LawPage() {
  const say = useSay();
  const list = useListQuery(querySchema);
  return (
    <Loaded
      query={useRoute(listInstruments, { query: list.query })}
      failed={say("没能打开法规库", "The law library could not be opened")}
    >
      {(answer) => <Library {...answer} list={list} />}
    </Loaded>
  );
}

function Library({
  rows,
  total,
  page,
  pageSize,
  counts,
  day,
  list,
}: Answer & { readonly list: ListQuery<InstrumentFilter> }) {
  const say = useSay();
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("法规库", "Law library")}</h1>
          <p className="page__lead">
            {say(
              `${count(counts.instruments)}部，检查当天有效的条款从这里取。`,
              `${count(counts.instruments)} instruments; the clause of the day comes from here.`,
            )}
          </p>
        </div>
        <div className="page__acts">
          <Link className="btn btn--primary" to="/law/import">
            <Icon name="upload" />
            {say("导入法规", "Import")}
          </Link>
        </div>
      </div>
      <Cuts list={list} counts={counts} />
      <section className="card cards" aria-label={say("法规", "Instruments")}>
        {rows.length === 0 ? (
          <EmptyState icon="book" title={say("没有这样的法规", "No such instrument")}>
            {say("换一个词找，或导入公布的文本。", "Search for another word, or import a published text.")}
          </EmptyState>
        ) : (
          <InstrumentsTable rows={rows} day={day} />
        )}
        <Pager {...{ total, page, pageSize, shown: rows.length }} onPage={(to) => list.change({ page: String(to) })} />
      </section>
    </div>
  );
}

function Cuts({ list, counts }: { readonly list: ListQuery<InstrumentFilter>; readonly counts: Answer["counts"] }) {
  const say = useSay();
  const word = useWord();
  const { query, change } = list;
  const view = (key: InstrumentFilter["state"], name: string, times: number) => ({
    ...{ key: key ?? "all", name, count: times, on: query.state === key },
    onOpen: () => change({ state: key }),
  });
  return (
    <>
      <ViewTabs
        label={say("看哪些", "Views")}
        views={[
          view(undefined, say("全部", "All"), counts.instruments),
          view("pending", say("有版本等确认", "Waiting"), counts.pending),
          view("unverified", say("有待核的", "Unverified"), counts.unverified),
          view("noText", say("还没有条文", "No text"), counts.noText),
        ]}
      />
      <div className="filters">
        <FilterText label={say("法规名称", "Title")} value={query.q} onFind={(q) => change({ q })} />
        <FilterSelect
          label={say("哪一类", "Kind")}
          value={query.kind}
          options={INSTRUMENT_KINDS.map((one) => ({ value: one, label: word(INSTRUMENT_KIND_LABELS[one]) }))}
          onChoose={(kind) => change({ kind })}
        />
      </div>
    </>
  );
}
