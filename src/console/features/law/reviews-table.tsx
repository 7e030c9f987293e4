// The rows of the reviews.
import { Link } from "react-router";
import type { LawReview } from "#api/law-reviews.ts";
import { REVIEW_CHANGE_LABELS, REVIEW_SUBJECT_LABELS } from "#domain/law/labels.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortInstant } from "../../words/day-words.ts";
import { Mark } from "./mark.tsx";

interface ReviewsTableProps {
  readonly rows: readonly LawReview[];
  readonly day: string;
  readonly onSettle: (review: LawReview) => void;
}

export function ReviewsTable({ rows, day, onSettle }: ReviewsTableProps) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("触及什么", "What it touches")}</th>
            <th scope="col">{say("引用的条款", "Clause")}</th>
            <th scope="col">{say("怎么变的", "Change")}</th>
            <th scope="col">{say("办理", "Settle")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} day={day} onSettle={() => onSettle(row)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, day, onSettle }: { readonly row: LawReview; readonly day: string; readonly onSettle: () => void }) {
  const say = useSay();
  const word = useWord();
  const name = <b>{row.subjectName}</b>;
  return (
    <tr>
      <td className="cards__main">
        {row.subjectKind === "hazard" ? <Link to={`/hazards/${row.subjectId}`}>{name}</Link> : name}
        <span className="table__sub">{word(REVIEW_SUBJECT_LABELS[row.subjectKind])}</span>
      </td>
      <td>
        {row.clause}
        <span className="table__sub">
          {row.becomes ? say(`现在是${row.becomes}`, `now ${row.becomes}`) : say("没有接替的条款", "nothing instead")}
        </span>
      </td>
      <td>
        <Mark tone={row.change === "moved" ? "rest" : "soon"} icon={row.change === "moved" ? "route" : "alert"}>
          {word(REVIEW_CHANGE_LABELS[row.change])}
        </Mark>
        <span className="table__sub">
          {row.effectiveFrom ? say(`${row.effectiveFrom}起`, `from ${row.effectiveFrom}`) : ""}
        </span>
      </td>
      <td>
        {row.state === "open" ? (
          <button type="button" className="btn btn--sm" onClick={onSettle}>
            {say("办结", "Settle")}
          </button>
        ) : (
          <>
            {row.note}
            <span className="table__sub">
              {row.settledByName} {row.settledAt ? shortInstant(row.settledAt, day) : ""}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}
