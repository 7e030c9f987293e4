// The rows: what was reported and where, by when it is due, with whom.
import { Link } from "react-router";
import type { TipRow } from "#api/tips.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { isComplaint, tipAboutLabels, tipOutcomeLabels } from "#domain/tip/labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortDay, shortInstant } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";
import { tipDue } from "./tip-text.ts";

export function TipsTable({ rows, day }: { readonly rows: readonly TipRow[]; readonly day: string }) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("反映的情况", "What was reported")}</th>
            <th scope="col">{say("企业", "Enterprise")}</th>
            <th scope="col">{say("期限", "Due")}</th>
            <th scope="col">{say("谁在办", "Handled by")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TipLine key={row.id} row={row} day={day} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TipLine({ row, day }: { readonly row: TipRow; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  return (
    <tr>
      <td className="cards__main">
        <Link className="strong" to={`/tips/${row.id}`}>
          {row.text.length > 80 ? `${row.text.slice(0, 80)}……` : row.text}
        </Link>
        <span className="table__sub">
          <Dotted
            parts={[
              row.place,
              shortInstant(row.reportedAt, day),
              row.number,
              row.photos > 0 ? say(`${row.photos}张照片`, `${row.photos} photos`) : null,
            ]}
          />
        </span>
        {isComplaint(row.about) ? <span className="tag tag--line">{word(tipAboutLabels[row.about])}</span> : null}
      </td>
      <td>
        {row.enterpriseId ? (
          <Link to={`/enterprises/${row.enterpriseId}`}>{row.enterpriseName}</Link>
        ) : (
          <span className="muted">
            {row.enterpriseWords
              ? say(`写的是“${row.enterpriseWords}”`, `“${row.enterpriseWords}”`)
              : say("没写", "None")}
          </span>
        )}
        <span className="table__sub">{row.communityName}</span>
      </td>
      <td>
        {row.state === "closed" ? (
          <>
            <DueChip tone="rest" text={say("已办结", "Closed")} />
            <span className="table__sub">{row.closedAt ? shortDay(dayOf(row.closedAt), day) : null}</span>
          </>
        ) : (
          <>
            <DueChip {...dueWords(tipDue(row), day, say)} spokenBefore={say("期限：", "Due: ")} />
            <span className="table__sub">{shortDay(tipDue(row), day)}</span>
          </>
        )}
      </td>
      <td>
        {row.handlerName ?? <span className="muted">{say("还没人接", "Nobody yet")}</span>}
        {row.outcome ? <span className="table__sub">{word(tipOutcomeLabels[row.outcome])}</span> : null}
      </td>
    </tr>
  );
}
