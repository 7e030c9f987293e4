// The rows of the lessons: the words, the item they were given, and what that changes.
import { Link } from "react-router";
import type { LessonLine } from "#api/suggestions.ts";
import { useSay } from "../../appearance/language.ts";
import { useMembership } from "../../session/session-context.ts";
import { shortInstant } from "../../words/day-words.ts";
import { mayWeigh } from "./who-may.ts";

interface LessonsTableProps {
  readonly rows: readonly LessonLine[];
  readonly day: string;
  readonly onWeigh: (lesson: LessonLine) => void;
}

export function LessonsTable({ rows, day, onWeigh }: LessonsTableProps) {
  const say = useSay();
  const { role } = useMembership();
  const acts = mayWeigh(role);
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("写的话", "Words")}</th>
            <th scope="col">{say("选的检查项", "Item chosen")}</th>
            <th scope="col">{say("再写这句话时", "What it changes")}</th>
            <th scope="col">{say("谁说的", "Said by")}</th>
            {acts ? <th scope="col">{say("采用", "Use")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.itemCode} ${row.words}`}
              {...{ row, day }}
              onWeigh={acts ? () => onWeigh(row) : undefined}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: LessonLine;
  readonly day: string;
  readonly onWeigh: (() => void) | undefined;
}

function Row({ row, day, onWeigh }: RowProps) {
  const say = useSay();
  const inUse = row.said?.inUse !== false;
  return (
    <tr>
      <td className="cards__main">
        <b>{row.words}</b>
        <span className="table__sub">{say(`记过${row.times}次`, `${row.times} times`)}</span>
      </td>
      <td>
        <Link to={`/catalogue/${row.itemCode}`}>{row.item}</Link>
        <span className="table__sub">{row.itemCode}</span>
      </td>
      <td>
        <PlaceWords row={row} inUse={inUse} />
      </td>
      <td>
        {row.said ? (
          <>
            {row.said.reason}
            <span className="table__sub">
              {row.said.name} {shortInstant(row.said.at, day)}
            </span>
          </>
        ) : (
          <span className="soft">{say("隐患自己带来的", "From the hazards")}</span>
        )}
      </td>
      {onWeigh ? (
        <td>
          <button type="button" className="btn btn--sm" onClick={onWeigh}>
            {inUse ? say("停下", "Set aside") : say("重新采用", "Take up again")}
          </button>
        </td>
      ) : null}
    </tr>
  );
}

/** 排第1，没有它排第4 */
function PlaceWords({ row, inUse }: { readonly row: LessonLine; readonly inUse: boolean }) {
  const say = useSay();
  const { taught, untaught } = row.place;
  const at = (place: number | null) =>
    place === null ? say("不在前12项", "not in the first 12") : say(`排第${place}`, `no. ${place}`);
  if (taught === untaught) return <>{say(`${at(taught)}，有没有都一样`, `${at(taught)} either way`)}</>;
  return (
    <>
      {inUse ? at(taught) : at(untaught)}
      <span className="table__sub">
        {inUse
          ? say(`没有这条所学${at(untaught)}`, `without it ${at(untaught)}`)
          : say(`采用时${at(taught)}`, `with it ${at(taught)}`)}
      </span>
    </>
  );
}
