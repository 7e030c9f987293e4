import { Link } from "react-router";
import type { EnterpriseFile } from "#api/enterprises.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { FORM_LABELS } from "#domain/documents/labels.ts";
import { DOCUMENT_STATE_LABELS } from "#domain/documents/report-labels.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortDay } from "../../words/day-words.ts";

/** 文书: number, state and day of each, newest first. */
export function DocumentsCard({ file: { documents, day } }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const word = useWord();
  return (
    <section className="card" aria-labelledby="documents">
      <div className="card__head">
        <h2 id="documents">{say("文书", "Documents")}</h2>
      </div>
      {documents.length === 0 ? (
        <EmptyState icon="file" title={say("还没有文书", "No documents yet")} />
      ) : (
        <div className="card__body">
          <table className="table table--tight table--flush">
            <tbody>
              {documents.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link to={`/documents/${one.id}`}>{word(FORM_LABELS[one.kind])}</Link>
                    <span className="table__sub mono">{one.number}</span>
                  </td>
                  <td className="num">
                    {word(DOCUMENT_STATE_LABELS[one.state])}
                    <span className="table__sub">{shortDay(dayOf(one.releasedAt ?? one.draftedAt), day)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
