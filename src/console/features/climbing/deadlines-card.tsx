// 期限依据: every number of days the loop counts, as of today, with what it stands on.
import { type DatedDeadline, deadlineKeys, findDeadline } from "#domain/calendar/deadline-rules.ts";
import { useSay, useWord } from "../../appearance/language.ts";

export function DeadlinesCard({ day }: { readonly day: string }) {
  const say = useSay();
  const word = useWord();
  const rules = deadlineKeys.flatMap((key) => findDeadline(key, day) ?? []);
  return (
    <section className="card" aria-labelledby="deadlines">
      <div className="card__head">
        <h2 id="deadlines">{say("期限和依据", "Terms and what they stand on")}</h2>
      </div>
      <ul className="card__body climbing__steps">
        {rules.map((rule) => (
          <li key={rule.key}>
            <span>
              {word(rule.label)}
              <span className="table__sub">{say(`从${rule.runsFrom.zh}起算`, `from: ${rule.runsFrom.en}`)}</span>
              <span className="table__sub">{rule.basis}</span>
            </span>
            <b>{termOf(rule, say)}</b>
          </li>
        ))}
      </ul>
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
