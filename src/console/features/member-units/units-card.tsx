// The units: what each looks after, its people, and its hazards as figures that open their rows.
import type { MemberUnit } from "#api/member-units.ts";
import { useSay } from "../../appearance/language.ts";
import { FigureLink } from "../../figures/figure-link.tsx";
import type { Answer } from "./member-units-page.tsx";

interface UnitsCardProps {
  readonly answer: Answer;
  readonly onChange?: (unit: MemberUnit) => void;
}

export function UnitsCard({ answer: { units, people }, onChange }: UnitsCardProps) {
  const say = useSay();
  return (
    <section className="card cards" aria-label={say("成员单位", "Member units")}>
      <div className="table__scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say("成员单位", "Unit")}</th>
              <th scope="col">{say("人员", "People")}</th>
              <th scope="col">{say("照看的隐患", "Hazards")}</th>
              <th scope="col">
                <span className="sr-only">{say("办理", "Acts")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.id}>
                <td className="cards__main">
                  <b>{unit.name}</b>
                  <span className="table__sub">{unit.duty}</span>
                </td>
                <td>
                  {people
                    .filter(({ unitId }) => unitId === unit.id)
                    .map(({ name }) => name)
                    .join(say("、", ", ")) || <span className="muted">{say("还没排人", "Nobody yet")}</span>}
                </td>
                <td>
                  <Figures unit={unit} />
                </td>
                <td>
                  {onChange ? (
                    <button type="button" className="btn btn--sm" onClick={() => onChange(unit)}>
                      {say("改单位、排人", "Change")}
                    </button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Figures({ unit: { name, hazards, overdue, asked } }: { readonly unit: MemberUnit }) {
  const say = useSay();
  return (
    <>
      {say("未销号", "Open ")}
      <FigureLink figure={hazards} label={say(`${name}照看的未销号`, `${name}: open`)} />
      {say("条，逾期", ", overdue ")}
      <FigureLink figure={overdue} label={say(`${name}逾期`, `${name}: overdue`)} />
      {say("条，等接收", ", to answer ")}
      <FigureLink figure={asked} label={say(`${name}等接收`, `${name}: to answer`)} />
      {say("条", "")}
    </>
  );
}
