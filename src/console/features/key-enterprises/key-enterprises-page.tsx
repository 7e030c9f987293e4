// 重点隐患企业 (R18): who is under special watch and why, what more is owed, what enforcement checked; on and off by a decision.
import { useState } from "react";
import type { z } from "zod";
import { type KeyEnterprise, listKeyEnterprises } from "#api/key-enterprises.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import "../../lists/lists.css";
import { ListTools } from "../../lists/list-tools.tsx";
import { useListQuery } from "../../lists/use-list-query.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { CheckDrawer } from "./check-drawer.tsx";
import { EnterDrawer } from "./enter-drawer.tsx";
import { KeyEnterprisesTable } from "./key-enterprises-table.tsx";
import { keyEnterprisesText } from "./key-enterprises-text.ts";
import { LeaveDrawer } from "./leave-drawer.tsx";

const putters: ReadonlySet<string> = new Set(["officer", "officeLead"]);
const checkers: ReadonlySet<string> = new Set(["enforcementOfficer", "officer", "officeLead"]);
const querySchema = listKeyEnterprises.query;

type Open = { readonly kind: "enter" } | { readonly kind: "leave" | "check"; readonly row: KeyEnterprise };

export function KeyEnterprisesPage() {
  const say = useSay();
  if (!querySchema) throw new Error("the route has a query");
  const { query, change } = useListQuery(querySchema);
  const answer = useRoute(listKeyEnterprises, { query });
  return (
    <Loaded query={answer} failed={say("没能打开重点隐患企业", "The list could not be opened")}>
      {(found) => (
        <KeyEnterprises
          {...found}
          hasLeft={query.left === "yes"}
          onCut={(left) => change({ left: left ? "yes" : undefined })}
        />
      )}
    </Loaded>
  );
}

interface Props extends z.output<typeof listKeyEnterprises.response> {
  readonly hasLeft: boolean;
  readonly onCut: (left: boolean) => void;
}

function KeyEnterprises({ rows, day, standing, left, hasLeft, onCut }: Props) {
  const say = useSay();
  const { role } = useMembership();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("重点隐患企业", "Key-hazard enterprises")}</h1>
          <p className="page__lead">
            {say(
              "列入要有理由，多去几次，执法来查；移出也要有人决定。",
              "On the list with reasons, off it by a decision.",
            )}
          </p>
        </div>
        <ListTools textOf={() => keyEnterprisesText(rows, day)}>
          {putters.has(role) ? (
            <button type="button" className="btn btn--primary" onClick={() => setOpen({ kind: "enter" })}>
              <Icon name="plus" />
              {say("列入一家", "Put one on")}
            </button>
          ) : null}
        </ListTools>
      </div>
      <ViewTabs
        label={say("在不在名单", "On the list or off")}
        views={[
          { key: "on", name: say("名单里", "On the list"), count: standing, on: !hasLeft, onOpen: () => onCut(false) },
          { key: "off", name: say("已移出", "Taken off"), count: left, on: hasLeft, onOpen: () => onCut(true) },
        ]}
      />
      <section className="card cards" aria-label={say("重点隐患企业", "Key-hazard enterprises")}>
        {rows.length === 0 ? (
          <EmptyState
            icon="flag"
            title={hasLeft ? say("没有移出过的企业", "None was taken off") : say("名单是空的", "The list is empty")}
          >
            {say(
              "重大隐患、多次逾期、拒绝整改或高风险工艺的企业，由街道决定列入。",
              "The office decides who is put on it.",
            )}
          </EmptyState>
        ) : (
          <KeyEnterprisesTable
            rows={rows}
            day={day}
            onLeave={role === "officeLead" ? (row) => setOpen({ kind: "leave", row }) : undefined}
            onCheck={checkers.has(role) ? (row) => setOpen({ kind: "check", row }) : undefined}
          />
        )}
      </section>
      {open?.kind === "enter" ? <EnterDrawer onClose={close} /> : null}
      {open?.kind === "leave" ? <LeaveDrawer row={open.row} onClose={close} /> : null}
      {open?.kind === "check" ? <CheckDrawer row={open.row} day={day} onClose={close} /> : null}
    </div>
  );
}
