// The rows of the decisions on the scope.
import { Link } from "react-router";
import type { ScopeDecisionRow } from "#api/scope-decisions.ts";
import { groundLabels, scopeDecisionKindLabels } from "#domain/scope/grounds.ts";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortDay, shortInstant } from "../../words/day-words.ts";

export function ScopeTable({ rows, day }: { readonly rows: readonly ScopeDecisionRow[]; readonly day: string }) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("企业", "Enterprise")}</th>
            <th scope="col">{say("认定", "Decision")}</th>
            <th scope="col">{say("从哪天起", "From")}</th>
            <th scope="col">{say("依据", "Evidence")}</th>
            <th scope="col">{say("谁认定的", "By")}</th>
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

function Row({ row, day }: { readonly row: ScopeDecisionRow; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  return (
    <tr className={row.holds ? undefined : "scope__past"}>
      <td className="cards__main">
        <Link className="strong" to={`/enterprises/${row.enterpriseId}`}>
          {row.enterpriseName}
        </Link>
        <span className="table__sub">{say(`${row.registerNo}号`, `no. ${row.registerNo}`)}</span>
      </td>
      <td>
        {word(scopeDecisionKindLabels[row.decision])}
        <span className="table__sub">
          <Dotted
            parts={[
              row.decision === "in" && word(groundLabels[row.ground]),
              !row.holds && (row.effectiveFrom > day ? say("还没生效", "not yet") : say("已被后来的代替", "replaced")),
            ]}
          />
        </span>
      </td>
      <td className="nowrap">
        {shortDay(row.effectiveFrom, day)}
        {row.backdated ? <span className="table__sub">{say("生效早于认定", "backdated")}</span> : null}
      </td>
      <td className="scope__evidence">{row.evidence}</td>
      <td className="nowrap">
        {row.decidedByName}
        <span className="table__sub">{shortInstant(row.decidedAt, day)}</span>
      </td>
    </tr>
  );
}
