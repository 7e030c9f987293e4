// The rows: enterprise and why, what is owed and open, what enforcement checked.
import { Link } from "react-router";
import type { KeyEnterprise } from "#api/key-enterprises.ts";
import { keyGroundLabels } from "#domain/key-enterprise/labels.ts";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import "./key-enterprises.css";
import { shortDay } from "../../words/day-words.ts";

interface TableProps {
  readonly rows: readonly KeyEnterprise[];
  readonly day: string;
  readonly onLeave: ((row: KeyEnterprise) => void) | undefined;
  readonly onCheck: ((row: KeyEnterprise) => void) | undefined;
}

export function KeyEnterprisesTable({ rows, ...rest }: TableProps) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("企业和理由", "Enterprise and reasons")}</th>
            <th scope="col">{say("加查", "Extra visits")}</th>
            <th scope="col">{say("未销号", "Open")}</th>
            <th scope="col">{say("执法检查", "Checks")}</th>
            <th scope="col">{say("办理", "Acts")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <KeyRow key={row.id} row={row} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function KeyRow({ row, day, onLeave, onCheck }: Omit<TableProps, "rows"> & { readonly row: KeyEnterprise }) {
  const say = useSay();
  const word = useWord();
  return (
    <tr>
      <td className="cards__main">
        <Link className="strong" to={`/enterprises/${row.enterpriseId}`}>
          {row.enterpriseName}
        </Link>
        <span className="table__sub">
          {row.grounds.map((ground) => word(keyGroundLabels[ground])).join(say("、", ", "))}
        </span>
        <span className="table__sub">{row.reason}</span>
        <span className="table__sub">
          <Dotted
            parts={[
              row.communityName,
              row.enteredByName,
              say(`${shortDay(row.enteredOn, day)}列入`, `since ${row.enteredOn}`),
            ]}
          />
        </span>
      </td>
      <td>
        {say(`加查${row.extraVisitsMade}次，应${row.extraVisits}次`, `${row.extraVisitsMade} of ${row.extraVisits}`)}
      </td>
      <td>
        <Link to={`/hazards?text=${encodeURIComponent(row.enterpriseName)}`}>
          {say(`未销号${row.openHazards}条`, `${row.openHazards}`)}
        </Link>
        {row.openMajor > 0 ? (
          <span className="table__sub">{say(`其中重大${row.openMajor}条`, `${row.openMajor} major`)}</span>
        ) : null}
      </td>
      <td>
        {row.checks.length === 0 ? <span className="muted">{say("还没有查过", "None yet")}</span> : null}
        {row.checks.map((check) => (
          <span key={check.id} className="table__sub">
            <Dotted
              parts={[
                say(`${shortDay(check.checkedOn, day)}检查`, check.checkedOn),
                check.officers.map(({ name }) => name).join("、"),
                check.outcome,
                check.documentNumber,
              ]}
            />
          </span>
        ))}
      </td>
      <td>
        {row.left ? (
          <span className="table__sub">
            <Dotted
              parts={[say(`${shortDay(row.left.on, day)}移出`, `off ${row.left.on}`), row.left.byName, row.left.reason]}
            />
          </span>
        ) : (
          <span className="key-enterprises__acts">
            {onCheck ? (
              <button type="button" className="btn btn--sm" onClick={() => onCheck(row)}>
                {say("记执法检查", "Record a check")}
              </button>
            ) : null}
            {onLeave ? (
              <button type="button" className="btn btn--sm" onClick={() => onLeave(row)}>
                {say("移出名单", "Take off")}
              </button>
            ) : null}
          </span>
        )}
      </td>
    </tr>
  );
}
