import type { SchemeAnswer } from "#api/schemes.ts";
import { useSay } from "../../appearance/language.ts";
import { periodName, shortDay } from "../../words/day-words.ts";

/** 周期: the days of each and what is owed in it; the one that runs is said so. */
export function PeriodsCard({ scheme, day }: { readonly scheme: SchemeAnswer; readonly day: string }) {
  const say = useSay();
  return (
    <section className="card" aria-labelledby="periods">
      <div className="card__head">
        <h2 id="periods">{say("周期和次数", "Periods")}</h2>
      </div>
      <div className="table__scroll">
        <table className="table scheme__periods">
          <thead>
            <tr>
              <th scope="col">{say("周期", "Period")}</th>
              <th scope="col">{say("起止", "From and to")}</th>
              <th scope="col" className="num">
                {say("检查", "Inspections")}
              </th>
              <th scope="col" className="num">
                {say("督促", "Supervisions")}
              </th>
              <th scope="col" className="num">
                {say("复查", "Re-inspections")}
              </th>
            </tr>
          </thead>
          <tbody>
            {scheme.periods.map((period) => {
              const now = period.startsOn <= day && day <= period.endsOn;
              return (
                <tr key={period.no}>
                  <td className="nowrap">
                    <b>{periodName(period, scheme.serviceYear)}</b>{" "}
                    {now ? <span className="tag tag--brand">{say("现在", "now")}</span> : null}
                  </td>
                  <td>
                    {shortDay(period.startsOn, day)}–{shortDay(period.endsOn, day)}
                  </td>
                  <td className="num">{period.inspections}</td>
                  <td className="num">{period.supervisions}</td>
                  <td className="num">{period.reinspections}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {scheme.planned ? (
        <p className="card__foot">
          {say("已经按这个方案排了计划，周期和次数不能再改。", "A plan stands on these periods; they stay.")}
        </p>
      ) : null}
    </section>
  );
}
