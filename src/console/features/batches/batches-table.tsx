// The rows of the three batches: advice left, decision right.
import { Link } from "react-router";
import type { Batch } from "#api/batches.ts";
import { batchKindLabels, batchStateLabels } from "#domain/batch/labels.ts";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortInstant } from "../../words/day-words.ts";

interface BatchesTableProps {
  readonly rows: readonly Batch[];
  readonly day: string;
  readonly mayDecide: boolean;
  readonly onDecide: (batch: Batch) => void;
}

export function BatchesTable({ rows, day, mayDecide, onDecide }: BatchesTableProps) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table batches">
        <thead>
          <tr>
            <th scope="col">{say("企业", "Enterprise")}</th>
            <th scope="col">{say("机构建议", "The agency advises")}</th>
            <th scope="col">{say("街道决定", "The office decides")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="cards__main">
                <Link className="strong" to={`/enterprises/${row.enterpriseId}`}>
                  {row.enterpriseName ?? say("已不在您的范围里", "No longer in your scope")}
                </Link>
                <span className="table__sub">{row.communityName}</span>
              </td>
              <Advice row={row} day={day} />
              <td>
                <Decision row={row} day={day} mayDecide={mayDecide} onDecide={() => onDecide(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Advice({ row: { advice }, day }: { readonly row: Batch; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  return (
    <td>
      <span className="batches__label">{say("机构建议：", "Advised: ")}</span>
      {word(batchKindLabels[advice.kind])}
      <span className="table__sub">{advice.reason}</span>
      <span className="table__sub">
        <Dotted parts={[advice.byName, advice.agencyName, shortInstant(advice.at, day)]} />
      </span>
    </td>
  );
}

interface DecisionProps {
  readonly row: Batch;
  readonly day: string;
  readonly mayDecide: boolean;
  readonly onDecide: () => void;
}

function Decision({ row: { state, decision, enterpriseName }, day, mayDecide, onDecide }: DecisionProps) {
  const say = useSay();
  const word = useWord();
  if (!decision) {
    return mayDecide ? (
      <button type="button" className="btn btn--sm" onClick={onDecide}>
        {say("去决定", "Decide")}
        <span className="sr-only">{say(`：${enterpriseName}`, `: ${enterpriseName}`)}</span>
      </button>
    ) : (
      <span className="muted">{word(batchStateLabels[state])}</span>
    );
  }
  return (
    <>
      <span className="batches__label">{say("街道决定：", "Decided: ")}</span>
      <b>{decision.kind ? word(batchKindLabels[decision.kind]) : word(batchStateLabels.declined)}</b>
      <span className="table__sub">{decision.reason}</span>
      <span className="table__sub">
        <Dotted parts={[decision.byName, shortInstant(decision.at, day)]} />
      </span>
    </>
  );
}
