// 企业台账 (R13, R17): plans, drills, training, certificates, equipment and health of all enterprises, what runs out first on top.
import { useState } from "react";
import type { z } from "zod";
import {
  exportRegisters,
  listRegisters,
  type RegisterFilter,
  type RegisterRow,
  registerFilterSchema,
} from "#api/enterprise-registers.ts";
import { registerKeepers } from "#domain/registers/commands.ts";
import { registerKindRules, registerKinds } from "#domain/registers/kinds.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";
import { ListTools } from "../../lists/list-tools.tsx";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { type ListQuery, useListQuery } from "../../lists/use-list-query.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { addressOf } from "../../request/api-client.ts";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { count } from "../../words/number-words.ts";
import { EntryDrawer } from "./entry-drawer.tsx";
import { RegistersTable } from "./registers-table.tsx";
import { registersText } from "./registers-text.ts";
import { StrikeDrawer } from "./strike-drawer.tsx";

const querySchema = listRegisters.query ?? registerFilterSchema;
type Answer = z.output<typeof listRegisters.response>;

export function RegistersPage() {
  const say = useSay();
  const list = useListQuery(querySchema);
  return (
    <Loaded
      query={useRoute(listRegisters, { query: list.query })}
      failed={say("没能打开企业台账", "The registers could not be opened")}
    >
      {(answer) => <Registers answer={answer} list={list} />}
    </Loaded>
  );
}

interface RegistersProps {
  readonly answer: Answer;
  readonly list: ListQuery<RegisterFilter>;
}

type Open = { readonly kind: "enter" } | { readonly kind: "strike"; readonly row: RegisterRow };

function Registers({ answer, list }: RegistersProps) {
  const say = useSay();
  const { role } = useMembership();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const mayKeep = registerKeepers.some((one) => one === role);
  const { rows, total, page, pageSize, day, enterpriseName } = answer;
  return (
    <div className="page">
      <Head answer={answer} list={list} onEnter={mayKeep ? () => setOpen({ kind: "enter" }) : undefined} />
      <Cuts answer={answer} list={list} />
      <section className="card cards" aria-label={say("企业台账", "Registers")}>
        {rows.length === 0 ? (
          <EmptyState icon="book" title={say("没有符合的台账", "No entry matches")}>
            {say(
              "企业用办事链接就能自己记；也可以在这里代记。",
              "Enterprises enter by their link; you may on their behalf.",
            )}
          </EmptyState>
        ) : (
          <RegistersTable
            rows={rows}
            day={day}
            onStrike={mayKeep ? (row) => setOpen({ kind: "strike", row }) : undefined}
          />
        )}
        <Pager {...{ total, page, pageSize, shown: rows.length }} onPage={(to) => list.change({ page: String(to) })} />
      </section>
      {open?.kind === "enter" ? (
        <EntryDrawer day={day} enterpriseId={enterpriseName ? list.query.enterprise : undefined} onClose={close} />
      ) : null}
      {open?.kind === "strike" ? <StrikeDrawer row={open.row} onClose={close} /> : null}
    </div>
  );
}

function Head({ answer, list, onEnter }: RegistersProps & { readonly onEnter: (() => void) | undefined }) {
  const say = useSay();
  const { counts, enterpriseName } = answer;
  const sheetQuery = registerFilterSchema.parse(list.query);
  return (
    <div className="page__head">
      <div>
        <h1>{say("企业台账", "Registers of enterprises")}</h1>
        <p className="page__lead">
          {enterpriseName ? `${enterpriseName}，` : ""}
          {say(
            `共${count(counts.all)}项，${count(counts.past)}项已过期，${count(counts.d30)}项30天内到期。`,
            `${count(counts.all)} entries, ${count(counts.past)} past, ${count(counts.d30)} within 30 days.`,
          )}
        </p>
      </div>
      <div className="page__acts">
        {onEnter ? (
          <button type="button" className="btn btn--primary no-print" onClick={onEnter}>
            <Icon name="plus" />
            {say("代企业记一条", "Enter one")}
          </button>
        ) : null}
        <ListTools
          textOf={() => registersText(answer.rows, answer.day, `${location.origin}/enterprise/registers`)}
          sheet={addressOf(exportRegisters, { query: sheetQuery })}
        />
      </div>
    </div>
  );
}

function Cuts({ answer: { counts, communities }, list: { query, change } }: RegistersProps) {
  const say = useSay();
  const word = useWord();
  const dues = [
    { key: undefined, name: say("全部", "All"), count: counts.all },
    { key: "past", name: say("已过期", "Past"), count: counts.past },
    { key: "d30", name: say("30天内到期", "Within 30 days"), count: counts.d30 },
    { key: "d90", name: say("90天内到期", "Within 90 days"), count: counts.d90 },
    { key: "missing", name: say("日期待补", "Day missing"), count: counts.missing },
  ] as const;
  const views = dues.map(({ key, name, count: times }) => ({
    ...{ key: key ?? "all", name, count: times, on: query.due === key },
    onOpen: () => change({ due: key }),
  }));
  return (
    <>
      <ViewTabs label={say("什么时候到期", "When due")} views={views} />
      <div className="filters">
        <FilterText
          label={say("内容、编号、企业", "Subject, number, enterprise")}
          value={query.text}
          onFind={(text) => change({ text })}
        />
        <FilterSelect
          label={say("哪本台账", "Register")}
          value={query.kind}
          options={registerKinds.map((kind) => ({ value: kind, label: word(registerKindRules[kind].label) }))}
          onChoose={(kind) => change({ kind })}
        />
        <FilterSelect
          label={say("村（社区）", "Community")}
          value={query.community}
          options={communities.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(community) => change({ community })}
        />
        <FilterSelect
          label={say("现在的", "Standing")}
          value={query.state}
          options={[
            { value: "renewed", label: say("已有新的", "Renewed") },
            { value: "struck", label: say("已划掉", "Struck out") },
            { value: "all", label: say("都看", "All") },
          ]}
          onChoose={(state) => change({ state })}
        />
      </div>
    </>
  );
}
