import { Link } from "react-router";
import type { EnterpriseFile } from "#api/enterprises.ts";
import { VISIT_KIND_LABELS } from "#domain/visit/labels.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortDay } from "../../words/day-words.ts";

/** 到场记录: every visit, newest first, with who was there and what was found. */
export function VisitsCard({ file: { visits, day } }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const word = useWord();
  return (
    <section className="card" aria-labelledby="visits">
      <div className="card__head">
        <h2 id="visits">{say("到场记录", "Visits")}</h2>
        {visits.length > 0 ? <span className="muted">{say(`${visits.length}次`, String(visits.length))}</span> : null}
      </div>
      {visits.length === 0 ? (
        <EmptyState icon="seek" title={say("机构还没到过场", "No visit yet")} />
      ) : (
        <div className="table__scroll">
          <table className="table table--tight">
            <thead>
              <tr>
                <th scope="col">{say("日期", "Day")}</th>
                <th scope="col">{say("做什么", "Kind")}</th>
                <th scope="col">{say("专家", "Expert")}</th>
                <th scope="col">{say("陪同", "Accompanied by")}</th>
                <th scope="col" className="num">
                  {say("查了几项", "Items")}
                </th>
                <th scope="col" className="num">
                  {say("查出", "Found")}
                </th>
                <th scope="col" className="no-print">
                  {say("完成单", "Completed sheet")}
                </th>
              </tr>
            </thead>
            <tbody>
              {visits.map((visit) => (
                <tr key={visit.id}>
                  <td className="nowrap">{shortDay(visit.inspectedOn, day)}</td>
                  <td>
                    {word(VISIT_KIND_LABELS[visit.kind])}
                    {visit.status === "started" ? say("，还没结束", ", not finished") : ""}
                  </td>
                  <td>{visit.expertName}</td>
                  <td>{visit.accompaniedName ?? "—"}</td>
                  <td className="num">{visit.checkedItems}</td>
                  <td className="num">
                    {visit.found > 0 ? <Link to={`/hazards?visit=${visit.id}&state=all`}>{visit.found}</Link> : 0}
                  </td>
                  <td className="no-print">
                    {visit.found > 0 ? <a href={`/completed/${visit.id}`}>{say("打开", "Open")}</a> : null}
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
