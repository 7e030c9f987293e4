// 谁看过档案: who read which enterprise's file and when; for the office's lead, who answers for personal data.
import { Link } from "react-router";
import type { z } from "zod";
import { type AccessLogFilter, accessLogFilterSchema, type FileReading, listFileReadings } from "#api/access-log.ts";
import { roleLabels } from "#domain/access/roles.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterText } from "../../lists/filter-text.tsx";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { type ListQuery, useListQuery } from "../../lists/use-list-query.ts";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { shortInstant } from "../../words/day-words.ts";

const querySchema = listFileReadings.query ?? accessLogFilterSchema;

export function ReadingsPage() {
  const say = useSay();
  const list = useListQuery(querySchema);
  return (
    <Loaded
      query={useRoute(listFileReadings, { query: list.query })}
      failed={say("没能打开查看记录", "The readings could not be opened")}
    >
      {(answer) => <Readings {...answer} list={list} />}
    </Loaded>
  );
}

interface ReadingsProps extends z.output<typeof listFileReadings.response> {
  readonly list: ListQuery<AccessLogFilter>;
}

function Readings({ rows, total, page, pageSize, day, list }: ReadingsProps) {
  const say = useSay();
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("谁看过档案", "Who read the files")}</h1>
          <p className="page__lead">
            {say(
              "企业档案里有负责人的姓名和电话。谁、哪天看了哪一家，都记在这里；同一人同一天看同一家只记第一次。",
              "A file holds the principal's name and phone. Who read which one on which day stands here, once a day each.",
            )}
          </p>
        </div>
      </div>
      <div className="filters">
        <FilterText
          label={say("企业或人名", "Enterprise or person")}
          value={list.query.text}
          onFind={(text) => list.change({ text })}
        />
      </div>
      <section className="card cards" aria-label={say("查看记录", "Readings")}>
        {rows.length === 0 ? (
          <EmptyState icon="eye" title={say("没有这样的查看记录", "No such reading")}>
            {say("有人打开一家企业的档案，这里就会多一行。", "A line appears when somebody opens a file.")}
          </EmptyState>
        ) : (
          <ReadingsTable rows={rows} day={day} />
        )}
        <Pager {...{ total, page, pageSize, shown: rows.length }} onPage={(to) => list.change({ page: String(to) })} />
      </section>
    </div>
  );
}

function ReadingsTable({ rows, day }: { readonly rows: readonly FileReading[]; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("谁", "Who")}</th>
            <th scope="col">{say("看了哪家", "Which file")}</th>
            <th scope="col">{say("什么时候", "When")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="cards__main">
                <b>{row.readerName ?? say("已离开的人", "Somebody who left")}</b>
                <span className="table__sub">
                  <Dotted parts={[row.readerRole ? word(roleLabels[row.readerRole]) : "", row.scopeName ?? ""]} />
                </span>
              </td>
              <td>
                <Link to={`/enterprises/${row.enterpriseId}`}>{row.enterpriseName}</Link>
              </td>
              <td className="nowrap">{shortInstant(row.at, day)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
