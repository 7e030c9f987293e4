// The rows of the law library.
import { Link } from "react-router";
import type { InstrumentLine } from "#api/law-library.ts";
import { INSTRUMENT_KIND_LABELS } from "#domain/law/labels.ts";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { count } from "../../words/number-words.ts";
import { forceWords, instrumentPath, placeName } from "./law-words.ts";
import { Mark } from "./mark.tsx";

export function InstrumentsTable({ rows, day }: { readonly rows: readonly InstrumentLine[]; readonly day: string }) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("法规", "Instrument")}</th>
            <th scope="col">{say("现行版本", "Current version")}</th>
            <th scope="col" className="num">
              {say("条文", "Articles")}
            </th>
            <th scope="col" className="num">
              {say("可引条款", "Clauses")}
            </th>
            <th scope="col">{say("等您办", "Waits for you")}</th>
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

function Row({ row, day }: { readonly row: InstrumentLine; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  return (
    <tr>
      <td className="cards__main">
        <Link to={instrumentPath(row.id)}>
          <b>{row.title}</b>
        </Link>
        <span className="table__sub">
          <Dotted
            parts={[
              word(INSTRUMENT_KIND_LABELS[row.kind]),
              placeName(row.divisionCode),
              row.versions > 1 && say(`${row.versions}个版本`, `${row.versions} versions`),
            ]}
          />
        </span>
      </td>
      <td>
        {row.docNumber ?? say("没有启用的版本", "None released")}
        <span className="table__sub">{forceWords(row, day, say)}</span>
      </td>
      <td className="num nowrap">
        {row.articles > 0 ? say(`${count(row.articles)}条`, count(row.articles)) : say("还没有条文", "no text")}
      </td>
      <td className="num nowrap">{say(`可引${count(row.clauses)}条`, count(row.clauses))}</td>
      <td>
        <div className="law-marks">
          {row.pending > 0 ? (
            <Mark tone="soon" icon="clock">
              {say(`${row.pending}版等确认`, `${row.pending} waiting`)}
            </Mark>
          ) : null}
          {row.unverified > 0 ? (
            <Mark tone="rest" icon="ask">
              {say(`${row.unverified}处待核`, `${row.unverified} unverified`)}
            </Mark>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
