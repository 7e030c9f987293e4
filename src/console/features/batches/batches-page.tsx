// 三批企业: what the agency advises and what the office decides, in columns of their own (R12).
import { useState } from "react";
import type { z } from "zod";
import { type Batch, type BatchFilter, batchFilterSchema, batchKinds, batchStates, listBatches } from "#api/batches.ts";
import { batchKindLabels, batchStateLabels } from "#domain/batch/labels.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import "../../lists/lists.css";
import { ListTools } from "../../lists/list-tools.tsx";
import { type ListQuery, useListQuery } from "../../lists/use-list-query.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { count } from "../../words/number-words.ts";
import { AdviseDrawer } from "./advise-drawer.tsx";
import "./batches.css";
import { BatchesTable } from "./batches-table.tsx";
import { batchesText } from "./batches-text.ts";
import { DecideDrawer } from "./decide-drawer.tsx";

const advisers: ReadonlySet<string> = new Set(["expert", "agencyLead"]);
const deciders: ReadonlySet<string> = new Set(["officer", "officeLead", "memberUnit"]);

export function BatchesPage() {
  const say = useSay();
  const list = useListQuery(batchFilterSchema);
  const { query } = list;
  return (
    <Loaded
      query={useRoute(listBatches, { query })}
      failed={say("没能打开三批企业", "The batches could not be opened")}
    >
      {(answer) => <Batches {...answer} list={list} />}
    </Loaded>
  );
}

type Answer = z.output<typeof listBatches.response>;
interface BatchesProps extends Answer {
  readonly list: ListQuery<BatchFilter>;
}

function Batches({ rows, counts, day, list }: BatchesProps) {
  const say = useSay();
  const { role } = useMembership();
  const [open, setOpen] = useState<Batch | "new" | null>(null);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("三批企业", "Three batches")}</h1>
          <p className="page__lead">
            {leadOf(countOf(counts, "advised"), say)}
            {say("机构建议，街道决定，两边分开记。", " The agency advises, the office decides.")}
          </p>
        </div>
        <ListTools textOf={() => batchesText(rows, day)}>
          {advisers.has(role) ? (
            <button type="button" className="btn btn--primary" onClick={() => setOpen("new")}>
              <Icon name="plus" />
              {say("提一条建议", "Advise")}
            </button>
          ) : null}
        </ListTools>
      </div>
      <BatchCuts list={list} counts={counts} />
      <section className="card cards" aria-label={say("三批企业", "Three batches")}>
        {rows.length === 0 ? (
          <EmptyState icon="flag" title={say("没有列入三批的企业", "No enterprise is in a batch")}>
            {say("机构在检查后提出建议，街道决定后列在这里。", "The agency advises after an inspection.")}
          </EmptyState>
        ) : (
          <BatchesTable rows={rows} day={day} mayDecide={deciders.has(role)} onDecide={setOpen} />
        )}
      </section>
      {open === "new" ? <AdviseDrawer onClose={() => setOpen(null)} /> : null}
      {open && open !== "new" ? <DecideDrawer batch={open} day={day} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function BatchCuts({ list: { query, change }, counts }: Pick<BatchesProps, "list" | "counts">) {
  const say = useSay();
  const word = useWord();
  const views = batchStates.map((state) => ({
    ...{ key: state, name: word(batchStateLabels[state]), count: countOf(counts, state), on: query.state === state },
    onOpen: () => change({ state }),
  }));
  const all = { key: "all", name: say("全部", "All"), on: !query.state, onOpen: () => change({ state: undefined }) };
  return (
    <>
      <ViewTabs label={say("办到哪步", "State")} views={[all, ...views]} />
      <div className="filters">
        <FilterSelect
          label={say("哪一批", "Batch")}
          value={query.kind}
          options={batchKinds.map((one) => ({ value: one, label: word(batchKindLabels[one]) }))}
          onChoose={(kind) => change({ kind })}
        />
      </div>
    </>
  );
}

function countOf(counts: Answer["counts"], state: Batch["state"]): number {
  return counts.filter((one) => one.state === state).reduce((sum, one) => sum + one.count, 0);
}

function leadOf(waiting: number, say: (zh: string, en: string) => string): string {
  return waiting > 0
    ? say(`有${count(waiting)}条建议等街道决定。`, `${count(waiting)} await a decision.`)
    : say("没有等着决定的建议。", "Nothing awaits a decision.");
}
