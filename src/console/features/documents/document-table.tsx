// The rows of the list of documents.
import { Link } from "react-router";
import { type DocumentRow, getDocumentPdf } from "#api/documents.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { FORM_LABELS } from "#domain/documents/labels.ts";
import { DOCUMENT_STATE_LABELS } from "#domain/documents/report-labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { addressOf } from "../../request/api-client.ts";
import { shortDay } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";

export function DocumentTable({ rows, day }: { readonly rows: readonly DocumentRow[]; readonly day: string }) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("文书", "Document")}</th>
            <th scope="col">{say("企业", "Enterprise")}</th>
            <th scope="col">{say("状态", "State")}</th>
            <th scope="col">{say("谁办的", "By")}</th>
            <th scope="col">{say("文件", "File")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} day={day} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, day }: { readonly row: DocumentRow; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  const waits = row.kind === "inspectionReport" && (row.state === "draft" || row.state === "reviewed");
  return (
    <tr>
      <td className="cards__main">
        <Link className="strong" to={`/documents/${row.id}`}>
          {word(FORM_LABELS[row.kind])}
        </Link>
        <span className="table__sub mono">{row.number}</span>
      </td>
      <td>
        <Link to={`/enterprises/${row.enterpriseId}`}>{row.enterpriseName}</Link>
        <span className="table__sub">
          <Dotted
            parts={[
              row.communityName,
              row.inspectedOn && say(`${shortDay(row.inspectedOn, day)}检查`, `visit ${row.inspectedOn}`),
            ]}
          />
        </span>
      </td>
      <td>
        {word(DOCUMENT_STATE_LABELS[row.state])}
        {waits && row.dueOn ? (
          <span className="table__sub">
            <DueChip {...dueWords(row.dueOn, day, say)} />
          </span>
        ) : null}
        {row.voidReason ? <span className="table__sub">“{row.voidReason}”</span> : null}
      </td>
      <td>
        {row.releasedByName ?? row.reviewedByName ?? row.draftedByName}
        <span className="table__sub">{shortDay(dayOf(row.releasedAt ?? row.reviewedAt ?? row.draftedAt), day)}</span>
      </td>
      <td>
        {row.printed ? (
          <a href={addressOf(getDocumentPdf, { params: { id: row.id } })} target="_blank" rel="noreferrer">
            {say("打开PDF", "PDF")}
          </a>
        ) : (
          <span className="muted">{say("还没制成", "Not printed")}</span>
        )}
      </td>
    </tr>
  );
}
