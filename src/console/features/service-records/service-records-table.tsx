// The rows of the service records.
import type { ServiceRecord } from "#api/service-records.ts";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortDay } from "../../words/day-words.ts";
import { count } from "../../words/number-words.ts";
import { serviceAudienceWords, serviceKindWords } from "../../words/service-words.ts";

export function ServiceRecordsTable({ rows, day }: { readonly rows: readonly ServiceRecord[]; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("做了什么", "What")}</th>
            <th scope="col">{say("种类", "Kind")}</th>
            <th scope="col">{say("哪天、哪里", "When and where")}</th>
            <th scope="col" className="num">
              {say("到场", "Present")}
            </th>
            <th scope="col">{say("谁办的", "By")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="cards__main">
                <b>{row.title}</b>
                <span className="table__sub">{row.summary}</span>
              </td>
              <td className="nowrap">
                {word(serviceKindWords[row.kind])}
                <span className="table__sub">{word(serviceAudienceWords[row.audience])}</span>
              </td>
              <td>
                {shortDay(row.heldOn, day)}
                <span className="table__sub">{row.place}</span>
              </td>
              <td className="num nowrap">{say(`${count(row.attendees)}人`, count(row.attendees))}</td>
              <td>
                {row.agencyName ?? say("街道自办", "The subdistrict")}
                <span className="table__sub">
                  <Dotted parts={[say(`${row.recordedByName}记`, `by ${row.recordedByName}`)]} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
