// 发送记录: every sending and what became of it, the failed with their sentence.
import { listSends, type SendRow, sendStates } from "#api/messages.ts";
import type { Label } from "#domain/kernel/label.ts";
import { eventTexts, isMessageEvent } from "#domain/messages/events.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { Pager } from "../../lists/pager.tsx";
import { useListQuery } from "../../lists/use-list-query.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { shortInstant } from "../../words/day-words.ts";
import { count } from "../../words/number-words.ts";
import "../../lists/lists.css";
import "./messages.css";

const stateLabels: Readonly<Record<SendRow["state"], Label>> = {
  waiting: { zh: "等着发", en: "Waiting" },
  sending: { zh: "正在发", en: "Sending" },
  sent: { zh: "发到了", en: "Delivered" },
  failed: { zh: "没发到", en: "Failed" },
};

export function SendsPage() {
  const say = useSay();
  const word = useWord();
  const list = useListQuery(listSends.query ?? missing());
  const views = [undefined, ...sendStates].map((state) => ({
    ...{
      key: state ?? "",
      name: state ? word(stateLabels[state]) : say("全部", "All"),
      on: list.query.state === state,
    },
    onOpen: () => list.replace(state ? `state=${state}` : ""),
  }));
  return (
    <Loaded
      query={useRoute(listSends, { query: list.query })}
      failed={say("没能打开发送记录", "The record could not be opened")}
    >
      {({ rows, total, page, pageSize, day }) => (
        <div className="page">
          <div className="page__head">
            <div>
              <h1>{say("发送记录", "Sendings")}</h1>
              <p className="page__lead">
                {say(`按这个条件${count(total)}条。没发到的写着为什么、怎么办。`, `${count(total)} in all.`)}
              </p>
            </div>
          </div>
          <ViewTabs label={say("看哪些", "Which")} views={views} />
          <section className="card cards" aria-label={say("发送记录", "Sendings")}>
            {rows.length === 0 ? (
              <EmptyState icon="bell" title={say("没有这样的记录", "No such sending")}>
                {say("有消息从渠道发出去，这里就会多一行。", "A line appears when a channel sends.")}
              </EmptyState>
            ) : (
              <SendsTable rows={rows} day={day} />
            )}
            <Pager
              {...{ total, page, pageSize, shown: rows.length }}
              onPage={(to) => list.change({ page: String(to) })}
            />
          </section>
        </div>
      )}
    </Loaded>
  );
}

function SendsTable({ rows, day }: { readonly rows: readonly SendRow[]; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("什么消息", "Message")}</th>
            <th scope="col">{say("从哪里发给谁", "Where to")}</th>
            <th scope="col">{say("怎么样了", "Fate")}</th>
            <th scope="col">{say("什么时候", "When")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="cards__main send__text">
                <b>{isMessageEvent(row.event) ? word(eventTexts[row.event].label) : row.event}</b>
                <span className="table__sub">{row.text}</span>
              </td>
              <td>
                {row.channelName}
                <span className="table__sub">{row.address || say("渠道那头的群或系统", "its group or system")}</span>
              </td>
              <td className="send__fate">
                <b className={row.state === "failed" ? "late" : ""}>{word(stateLabels[row.state])}</b>
                {row.digest ? <span className="tag tag--line">{say("合成一条", "digest")}</span> : null}
                {row.fate ? <span className="table__sub">{row.fate}</span> : null}
                {row.attempts > 1 ? (
                  <span className="table__sub">{say(`试了${row.attempts}次`, `${row.attempts} tries`)}</span>
                ) : null}
              </td>
              <td className="nowrap">
                {shortInstant(row.sentAt ?? row.createdAt, day)}
                {row.state === "waiting" ? (
                  <span className="table__sub">
                    {say(`${shortInstant(row.nextAt, day)}再发`, `next ${shortInstant(row.nextAt, day)}`)}
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function missing(): never {
  throw new Error("the route of sendings names no query");
}
