// 纳入认定: every dated decision with ground and evidence; one by hand, or all that the register's figures say (R3).
import { useState } from "react";
import type { z } from "zod";
import { listScopeDecisions, scopeFilterSchema } from "#api/scope-decisions.ts";
import { groundLabels, scopeDecisionKindLabels } from "#domain/scope/grounds.ts";
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
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { count } from "../../words/number-words.ts";
import { DecideScopeDrawer } from "./decide-scope-drawer.tsx";
import { RecomputeDrawer } from "./recompute-drawer.tsx";
import "./scope.css";
import { ScopeTable } from "./scope-table.tsx";

const querySchema = listScopeDecisions.query ?? scopeFilterSchema;
const deciders: ReadonlySet<string> = new Set(["officer", "officeLead"]);

export function ScopePage() {
  const say = useSay();
  const word = useWord();
  const list = useListQuery(querySchema);
  const { query, change } = list;
  return (
    <Loaded
      query={useRoute(listScopeDecisions, { query })}
      failed={say("没能打开纳入认定", "The scope could not be opened")}
    >
      {({ rows, total, page, pageSize, inScope, day }) => (
        <div className="page">
          <ScopeHead inScope={inScope} day={day} />
          <ScopeViews list={list} />
          <div className="filters">
            <FilterText
              label={say("找企业、依据", "Enterprise or evidence")}
              value={query.text}
              onFind={(text) => change({ text })}
            />
            <FilterSelect
              label={say("理由", "Ground")}
              value={query.ground}
              options={inScope.map(({ ground }) => ({ value: ground, label: word(groundLabels[ground]) }))}
              onChoose={(ground) => change({ ground })}
            />
          </div>
          <section className="card cards" aria-label={say("纳入认定", "Decisions")}>
            {rows.length === 0 ? (
              <EmptyState icon="list" title={say("没有这样的认定", "No such decision")}>
                {say("导入名册后按名册重算，或逐家认定。", "Recompute from the register, or decide one by one.")}
              </EmptyState>
            ) : (
              <ScopeTable rows={rows} day={day} />
            )}
            <Pager {...{ total, page, pageSize, shown: rows.length }} onPage={(to) => change({ page: String(to) })} />
          </section>
        </div>
      )}
    </Loaded>
  );
}

type Answer = z.output<typeof listScopeDecisions.response>;

function ScopeHead({ inScope, day }: Pick<Answer, "inScope" | "day">) {
  const say = useSay();
  const word = useWord();
  const mayDecide = deciders.has(useMembership().role);
  const [open, setOpen] = useState<"decide" | "recompute" | null>(null);
  const total = inScope.reduce((sum, one) => sum + one.count, 0);
  const parts = inScope.filter((one) => one.count > 0);
  return (
    <div className="page__head">
      <div>
        <h1>{say("纳入认定", "Scope")}</h1>
        <p className="page__lead">
          {say(`今天应纳入${count(total)}家`, `${count(total)} in scope today`)}
          {parts.length > 0
            ? `：${parts.map(({ ground, count: of }) => `${word(groundLabels[ground])}${count(of)}`).join("，")}。`
            : "。"}
        </p>
      </div>
      {mayDecide ? (
        <div className="page__acts">
          <button type="button" className="btn" onClick={() => setOpen("recompute")}>
            <Icon name="refresh" />
            {say("按名册重算", "Recompute")}
          </button>
          <button type="button" className="btn btn--primary" onClick={() => setOpen("decide")}>
            <Icon name="plus" />
            {say("认定一家", "Decide one")}
          </button>
        </div>
      ) : null}
      {open === "decide" ? <DecideScopeDrawer day={day} onClose={() => setOpen(null)} /> : null}
      {open === "recompute" ? <RecomputeDrawer day={day} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function ScopeViews({ list: { query, replace } }: { readonly list: ListQuery<Readonly<Record<string, unknown>>> }) {
  const say = useSay();
  const word = useWord();
  const view = (key: string, name: string, on: boolean) => ({ key, name, on, onOpen: () => replace(key) });
  const { holds, decision } = query;
  return (
    <ViewTabs
      label={say("视图", "Views")}
      views={[
        view("", say("全部认定", "All decisions"), !holds && !decision),
        view("holds=1&decision=in", say("现在应纳入", "In scope now"), Boolean(holds) && decision === "in"),
        view("decision=out", word(scopeDecisionKindLabels.out), decision === "out"),
      ]}
    />
  );
}
