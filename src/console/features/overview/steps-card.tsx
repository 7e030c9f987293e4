// 未销号的走到哪一步: open hazards on the five steps, with how many of each are overdue.
import { Link } from "react-router";
import type { Overview, StepGroup } from "#api/overview.ts";
import type { Label } from "#domain/kernel/label.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { StepTag } from "#ui/step-tag.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { Definition } from "../../figures/definition.tsx";
import { FigureLink } from "../../figures/figure-link.tsx";
import { rowsAddress } from "../../figures/rows-address.ts";
import { count } from "../../words/number-words.ts";
import { stepNo, stepShort } from "../../words/step-words.ts";

const groupWords: Readonly<Record<StepGroup, Label>> = {
  notServed: { zh: "建议已出，待企业签收", en: "Advised, not yet acknowledged" },
  rectifying: { zh: "整改中", en: "Being rectified" },
  againRectifying: { zh: "没通过，再改", en: "Rectifying again" },
  submitted: { zh: "待复查", en: "Awaiting re-inspection" },
  enforcement: { zh: "已移送执法", en: "Referred to enforcement" },
};

export function StepsCard({ overview }: { readonly overview: Overview }) {
  const say = useSay();
  const { bySteps, open, listed, carriedOver } = overview.hazards;
  const { definitions } = overview;
  return (
    <section className="card card--column" aria-labelledby="steps">
      <div className="card__head">
        <h2 id="steps">{say(`${count(open.count)}条未销号，走到哪一步`, `${count(open.count)} open, by step`)}</h2>
      </div>
      {open.count === 0 ? (
        <EmptyState title={say("都已销号", "All closed")} />
      ) : (
        <div className="card__body">
          <table className="table table--tight table--flush">
            <tbody>
              {bySteps.map((row) => (
                <StepRow key={row.group} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="card__foot">
        {say("挂牌督办中", "Listed ")}
        <FigureLink figure={listed} label={say("挂牌督办中", "Listed")} />
        {say("条；上周期结转", "; carried over ")}
        <FigureLink figure={carriedOver} label={say("上周期结转", "Carried over")} />
        {say("条。", ". ")}
        <Definition
          lines={[
            { name: say("逾期", "Overdue"), text: definitions.overdue },
            { name: say("结转", "Carried over"), text: definitions.carriedOver },
          ]}
        />
      </div>
    </section>
  );
}

function StepRow({ row }: { readonly row: Overview["hazards"]["bySteps"][number] }) {
  const say = useSay();
  const word = useWord();
  const step = stepNo(row.step);
  return (
    <tr>
      <td>
        <StepTag step={step} text={word(stepShort[step])} />
      </td>
      <td>
        {word(groupWords[row.group])}
        {row.overdue.count > 0 ? (
          <Link className="latelink" to={rowsAddress(row.overdue.rows)}>
            <Icon name="alert" /> {say(`其中逾期${count(row.overdue.count)}`, `${count(row.overdue.count)} overdue`)}
          </Link>
        ) : null}
      </td>
      <td className="num">
        <b>
          <FigureLink figure={row.open} label={word(groupWords[row.group])} />
        </b>
      </td>
    </tr>
  );
}
