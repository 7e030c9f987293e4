// 逾期未改: with whom they lie, and the five that are overdue longest.
import { Link } from "react-router";
import type { OverdueHazard, Overview } from "#api/overview.ts";
import { holderLabels } from "#domain/hazard/labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { StepTag } from "#ui/step-tag.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FigureLink } from "../../figures/figure-link.tsx";
import { rowsAddress } from "../../figures/rows-address.ts";
import { shortDay } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";
import { count } from "../../words/number-words.ts";
import { stepNo, stepShort } from "../../words/step-words.ts";

export function OverdueCard({ overview }: { readonly overview: Overview }) {
  const say = useSay();
  const word = useWord();
  const { overdue, overdueByHolder, mostOverdue } = overview.hazards;
  return (
    <section className="card cards below" aria-labelledby="overdue">
      <div className="card__head">
        <h2 id="overdue">{say("逾期", "Overdue")}</h2>
        {overdue.count > 0 ? (
          <>
            <span className="muted">
              <Dotted
                parts={overdueByHolder.map((one) => (
                  <span key={one.holder}>
                    {word(holderLabels[one.holder])}{" "}
                    <FigureLink figure={one.overdue} label={word(holderLabels[one.holder])} />
                  </span>
                ))}
              />
            </span>
            <Link className="link" to={rowsAddress(overdue.rows)}>
              {say(`看全部${count(overdue.count)}条`, `All ${count(overdue.count)}`)} <Icon name="right" />
            </Link>
          </>
        ) : null}
      </div>
      {overdue.count === 0 ? (
        <EmptyState title={say("没有逾期隐患", "Nothing is overdue")}>
          {say("快到期的会先变黄。", "What is due soon turns amber first.")}
        </EmptyState>
      ) : (
        <div className="table__scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say("企业", "Enterprise")}</th>
                <th scope="col">{say("隐患", "Hazard")}</th>
                <th scope="col">{say("环节", "Step")}</th>
                <th scope="col">{say("期限", "Due")}</th>
                <th scope="col">{say("现在由谁办", "Held by")}</th>
              </tr>
            </thead>
            <tbody>
              {mostOverdue.map((hazard) => (
                <OverdueRow key={hazard.id} hazard={hazard} day={overview.day} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function OverdueRow({ hazard, day }: { readonly hazard: OverdueHazard; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  const step = stepNo(hazard.step);
  return (
    <tr>
      <td>
        <Link className="strong" to={`/enterprises/${hazard.enterpriseId}`}>
          {hazard.enterpriseName}
        </Link>
      </td>
      <td className="cards__main">
        <Link to={`/hazards/${hazard.id}`}>{hazard.description}</Link>
        <span className="table__sub">
          <Dotted parts={[hazard.communityName, hazard.place]} />
        </span>
      </td>
      <td>
        <StepTag step={step} text={word(stepShort[step])} />
      </td>
      <td>
        <DueChip {...dueWords(hazard.dueOn, day, say)} />
        <span className="table__sub">{shortDay(hazard.dueOn, day)}</span>
      </td>
      <td>
        {word(holderLabels[hazard.holder])}
        <span className="table__sub">{shortDay(hazard.heldSince, day)}起</span>
      </td>
    </tr>
  );
}
