// 期限依据: every number of days the loop counts, as of today, with what it stands on.
import { type DatedDeadline, deadlineKeys, findDeadline } from "#domain/calendar/deadline-rules.ts";
import { useSay, useWord } from "../../appearance/language.ts";

export function DeadlinesCard({ day }: { readonly day: string }) {
  const say = useSay();
  const word = useWord();
  const rules = deadlineKeys.flatMap((key) => findDeadline(key, day) ?? []);
  return (
    <section className="card cards" aria-labelledby="deadlines">
      <div className="card__head">
        <h2 id="deadlines">{say("期限和依据", "Terms and what they stand on")}</h2>
      </div>
      <div className="table__scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say("事项", "Matter")}</th>
              <th scope="col">{say("期限", "Term")}</th>
              <th scope="col">{say("从哪天起算", "Runs from")}</th>
              <th scope="col">{say("依据", "Stands on")}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.key}>
                <td className="cards__main strong">{word(rule.label)}</td>
                <td>{termOf(rule, say)}</td>
                <td>{word(rule.runsFrom)}</td>
                <td>{rule.basis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="card__foot">
        {say("办理中的事按它开始那天的规则算，规则改了也不变。", "A running case keeps the rule of the day it began.")}
      </p>
    </section>
  );
}

function termOf({ amount, unit }: DatedDeadline, say: (zh: string, en: string) => string): string {
  switch (unit) {
    case "day":
      return say(`${amount}天（含节假日）`, `${amount} days`);
    case "workingDay":
      return say(`${amount}个工作日（调休算班）`, `${amount} working days`);
    case "month":
      return say(`${amount}个月`, `${amount} months`);
    case "hour":
      return say(`${amount}小时`, `${amount} hours`);
    default:
      return unit satisfies never;
  }
}
