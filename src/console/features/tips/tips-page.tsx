// 线索投诉: what anyone reported, the oldest due first; complaints are in the office lead's list alone. Where to report stands above.
import { useState } from "react";
import type { z } from "zod";
import { listTips, type TipFilter } from "#api/tips.ts";
import { tipAboutLabels, tipAbouts, tipStateLabels, tipStates } from "#domain/tip/labels.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";
import "../../lists/lists.css";
import { ListTools } from "../../lists/list-tools.tsx";
import { Pager } from "../../lists/pager.tsx";
import { type ListQuery, useListQuery } from "../../lists/use-list-query.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { count } from "../../words/number-words.ts";
import { AddressCard } from "./address-card.tsx";
import { TermsDrawer } from "./terms-drawer.tsx";
import { tipsText } from "./tip-text.ts";
import { TipsTable } from "./tips-table.tsx";

const querySchema = listTips.query ?? missing();
type Answer = z.output<typeof listTips.response>;
type Query = TipFilter & { readonly page: number };

export function TipsPage() {
  const say = useSay();
  const list = useListQuery(querySchema);
  return (
    <Loaded
      query={useRoute(listTips, { query: list.query })}
      failed={say("没能打开线索", "The tips could not be opened")}
    >
      {(answer) => <Tips answer={answer} list={list} />}
    </Loaded>
  );
}

interface TipsProps {
  readonly answer: Answer;
  readonly list: ListQuery<Query>;
}

function Tips({ answer, list }: TipsProps) {
  const say = useSay();
  const { rows, day, counts } = answer;
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("线索投诉", "Tips and complaints")}</h1>
          <p className="page__lead">{leadOf(counts, say)}</p>
        </div>
        <ListTools textOf={() => tipsText(rows, day)} />
      </div>
      <Address answer={answer} />
      <Cuts answer={answer} list={list} />
      <section className="card cards" aria-label={say("线索投诉", "Tips and complaints")}>
        {rows.length === 0 ? (
          <EmptyState icon="bell" title={emptyTitle(list.query.state, say)}>
            {say("有人扫码或点链接反映，就列在这里。", "What anyone reports is listed here.")}
          </EmptyState>
        ) : (
          <TipsTable rows={rows} day={day} />
        )}
        <Pager
          total={answer.total}
          page={answer.page}
          pageSize={answer.pageSize}
          shown={rows.length}
          onPage={(page) => list.change({ page: String(page) })}
        />
      </section>
    </div>
  );
}

function Address({ answer: { address, terms } }: Pick<TipsProps, "answer">) {
  const { role } = useMembership();
  const [open, setOpen] = useState(false);
  return (
    <>
      <AddressCard address={address} terms={terms} onTerms={role === "officeLead" ? () => setOpen(true) : undefined} />
      {open ? <TermsDrawer terms={terms} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Cuts({ answer: { counts }, list: { query, change } }: TipsProps) {
  const say = useSay();
  const word = useWord();
  const { role } = useMembership();
  const views = tipStates.map((state) => ({
    ...{ key: state, name: word(tipStateLabels[state]), count: counts[state], on: query.state === state },
    onOpen: () => change({ state }),
  }));
  return (
    <>
      <ViewTabs label={say("办到哪步", "State")} views={views} />
      <div className="filters">
        {role === "officeLead" ? (
          <FilterSelect
            label={say("反映什么", "About")}
            value={query.about}
            options={tipAbouts.map((one) => ({ value: one, label: word(tipAboutLabels[one]) }))}
            onChoose={(about) => change({ about })}
          />
        ) : null}
        <FilterText
          label={say("编号、内容、地点、企业", "Number, words, place, enterprise")}
          value={query.text}
          onFind={(text) => change({ text })}
        />
      </div>
    </>
  );
}

type Say = (zh: string, en: string) => string;

function leadOf({ reported = 0, assigned = 0 }: Answer["counts"], say: Say): string {
  if (reported > 0) return say(`${count(reported)}件等分办，${count(assigned)}件在办。`, `${reported} to triage.`);
  if (assigned > 0) return say(`都分办了，${count(assigned)}件在办。`, `All triaged, ${assigned} being handled.`);
  return say("没有等着办的。", "Nothing waits.");
}

function emptyTitle(state: TipFilter["state"], say: Say): string {
  if (state === "reported") return say("没有等分办的", "Nothing to triage");
  if (state === "assigned") return say("没有在办的", "Nothing is being handled");
  return say("还没有办结的", "Nothing was closed yet");
}

function missing(): never {
  throw new Error("the route has a query");
}
