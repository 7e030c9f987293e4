// 检查目录: every item as this tenant reads it, what it stands on today, and what the tenant has changed of it.
import { useState } from "react";
import { Link } from "react-router";
import type { z } from "zod";
import { type CatalogueFilter, catalogueFilterSchema, getCatalogueSheet, listCatalogue } from "#api/catalogue.ts";
import { FAMILY_LABELS } from "#domain/law/labels.ts";
import { FAMILIES } from "#domain/law/library-rows.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { type ListQuery, useListQuery } from "../../lists/use-list-query.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { addressOf } from "../../request/api-client.ts";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { count } from "../../words/number-words.ts";
import "./catalogue.css";
import { ItemDrawer } from "./item-drawer.tsx";
import { ItemsTable } from "./items-table.tsx";
import { mayEdit, mayLayer } from "./who-may.ts";

type Answer = z.output<typeof listCatalogue.response>;

export function CataloguePage() {
  const say = useSay();
  const list = useListQuery(listCatalogue.query ?? catalogueFilterSchema);
  return (
    <Loaded
      query={useRoute(listCatalogue, { query: list.query })}
      failed={say("没能打开检查目录", "The catalogue could not be opened")}
    >
      {(answer) => <Catalogue {...answer} list={list} />}
    </Loaded>
  );
}

function Catalogue({ list, ...answer }: Answer & { readonly list: ListQuery<CatalogueFilter> }) {
  const say = useSay();
  const { rows, total, page, pageSize, counts } = answer;
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("检查目录", "Catalogue")}</h1>
          <p className="page__lead">
            {say(`${count(counts.all)}项，检查表和隐患的依据从这里取。`, `${count(counts.all)} items.`)}
          </p>
        </div>
        <HeadActs />
      </div>
      <Cuts list={list} counts={counts} />
      <section className="card cards" aria-label={say("检查项", "Items")}>
        {rows.length === 0 ? (
          <EmptyState icon="list" title={say("没有这样的检查项", "No such item")}>
            {say("换一个词找，或看全部。", "Search for another word, or see all.")}
          </EmptyState>
        ) : (
          <ItemsTable rows={rows} />
        )}
        <Pager {...{ total, page, pageSize, shown: rows.length }} onPage={(to) => list.change({ page: String(to) })} />
      </section>
    </div>
  );
}

function HeadActs() {
  const say = useSay();
  const { role } = useMembership();
  const [adding, setAdding] = useState(false);
  return (
    <div className="page__acts">
      {mayEdit(role) ? (
        <Link className="btn" to="/catalogue/import">
          <Icon name="upload" />
          {say("导入表", "Import sheet")}
        </Link>
      ) : null}
      <a className="btn" href={addressOf(getCatalogueSheet, {})} download>
        <Icon name="download" />
        {say("导出 Excel", "Export Excel")}
      </a>
      {mayEdit(role) || mayLayer(role) ? (
        <button type="button" className="btn btn--primary" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {mayLayer(role) ? say("加本街道的项", "Add an own item") : say("加一项", "Add an item")}
        </button>
      ) : null}
      {adding ? <ItemDrawer onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function Cuts({ list, counts }: { readonly list: ListQuery<CatalogueFilter>; readonly counts: Answer["counts"] }) {
  const say = useSay();
  const word = useWord();
  const { query, change } = list;
  const view = (key: CatalogueFilter["state"], name: string, times: number) => ({
    ...{ key: key ?? "all", name, count: times, on: query.state === key },
    onOpen: () => change({ state: key }),
  });
  return (
    <>
      <ViewTabs
        label={say("看哪些", "Views")}
        views={[
          view(undefined, say("全部", "All"), counts.all),
          view("major", say("可能重大", "May be major"), counts.major),
          view("fallbackOnly", say("只有兜底", "Fallback only"), counts.fallbackOnly),
          view("changed", say("本地改过", "Changed here"), counts.changed),
          view("own", say("本地自有", "Own"), counts.own),
          view("off", say("停用", "Off"), counts.off),
        ]}
      />
      <div className="filters">
        <FilterText
          label={say("词、拼音首字母或编号", "Words, initials or code")}
          value={query.q}
          onFind={(q) => change({ q })}
        />
        <FilterSelect
          label={say("哪一类", "Kind")}
          value={query.family}
          options={FAMILIES.map((one) => ({ value: one, label: word(FAMILY_LABELS[one]) }))}
          onChoose={(family) => change({ family })}
        />
      </div>
    </>
  );
}
