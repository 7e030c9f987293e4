// 赋权事项: what of enforcement was delegated to this subdistrict, on which basis, from when to when. Everything else is referred.
import { useState } from "react";
import { type DelegatedItemRow, listDelegatedItems } from "#api/delegated-items.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay } from "../../appearance/language.ts";
import "../../lists/lists.css";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { shortDay } from "../../words/day-words.ts";
import { EndItemDrawer } from "./end-item-drawer.tsx";
import { RecordItemDrawer } from "./record-item-drawer.tsx";

const recorders: ReadonlySet<string> = new Set(["officeLead", "tenantAdmin"]);

export function DelegatedItemsPage() {
  const say = useSay();
  return (
    <Loaded query={useRoute(listDelegatedItems)} failed={say("没能打开赋权事项", "The items could not be opened")}>
      {({ rows, day }) => <DelegatedItems rows={rows} day={day} />}
    </Loaded>
  );
}

type Open = { readonly kind: "record" } | { readonly kind: "end"; readonly row: DelegatedItemRow };

function DelegatedItems({ rows, day }: { readonly rows: readonly DelegatedItemRow[]; readonly day: string }) {
  const say = useSay();
  const mayRecord = recorders.has(useMembership().role);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("赋权事项", "Delegated items")}</h1>
          <p className="page__lead">
            {say(
              "登记了的事项，在期内可以交本街道自己的执法队伍；别的一律移送负责该事项的执法机构。",
              "Only these, in their days, go to the subdistrict's own officers; all else is referred.",
            )}
          </p>
        </div>
        {mayRecord ? (
          <div className="page__acts">
            <button type="button" className="btn btn--primary" onClick={() => setOpen({ kind: "record" })}>
              <Icon name="plus" />
              {say("登记一项", "Record one")}
            </button>
          </div>
        ) : null}
      </div>
      <section className="card cards" aria-label={say("赋权事项", "Delegated items")}>
        {rows.length === 0 ? (
          <EmptyState icon="gavel" title={say("没有赋权事项", "Nothing is delegated")}>
            {say("现在所有执法事项都移送。", "Everything is referred.")}
          </EmptyState>
        ) : (
          <Rows rows={rows} day={day} onEnd={mayRecord ? (row) => setOpen({ kind: "end", row }) : undefined} />
        )}
      </section>
      {open?.kind === "record" ? <RecordItemDrawer day={day} onClose={close} /> : null}
      {open?.kind === "end" ? <EndItemDrawer row={open.row} day={day} onClose={close} /> : null}
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly DelegatedItemRow[];
  readonly day: string;
  readonly onEnd: ((row: DelegatedItemRow) => void) | undefined;
}

function Rows({ rows, day, onEnd }: RowsProps) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("事项", "Item")}</th>
            <th scope="col">{say("哪天到哪天", "Days")}</th>
            <th scope="col">{say("谁登记", "Recorded by")}</th>
            <th scope="col">{say("按它移送", "Referrals")}</th>
            <th scope="col">
              <span className="sr-only">{say("办理", "Acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.runs ? undefined : "muted"}>
              <td className="cards__main">
                <b>{row.name}</b>
                <span className="table__sub">{row.legalBasis}</span>
              </td>
              <td>
                {shortDay(row.validFrom, day)}–{row.validTo ? shortDay(row.validTo, day) : say("还在用", "running")}
                {row.runs ? null : <span className="table__sub">{say("今天不在期内", "not today")}</span>}
              </td>
              <td>
                {row.setByName}
                {row.endedByName ? (
                  <span className="table__sub">
                    <Dotted parts={[say("收回", "Ended"), row.endedByName, row.endedReason]} />
                  </span>
                ) : null}
              </td>
              <td>{say(`${row.referrals}件`, String(row.referrals))}</td>
              <td>
                {onEnd && !row.endedByName ? (
                  <button type="button" className="btn btn--sm" onClick={() => onEnd(row)}>
                    {say("收回", "End")}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
