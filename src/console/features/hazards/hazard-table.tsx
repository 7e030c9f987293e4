// The rows of the hazard list.
import { Link } from "react-router";
import type { HazardRow, hazardSorts } from "#api/hazards.ts";
import { holderLabels, severityLabels, statusLabels } from "#domain/hazard/labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Dotted } from "#ui/sep.tsx";
import { Severity } from "#ui/severity.tsx";
import { StepTag } from "#ui/step-tag.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { SortHead } from "../../lists/sort-head.tsx";
import { useRowLink } from "../../lists/use-row-link.ts";
import { shortDay } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";
import { stepNo, stepShort } from "../../words/step-words.ts";

type Sort = (typeof hazardSorts)[number];

interface HazardTableProps {
  readonly rows: readonly HazardRow[];
  readonly day: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort | undefined) => void;
}

export function HazardTable({ rows, day, sort, onSort }: HazardTableProps) {
  const say = useSay();
  const head = (own: Sort, text: string, down = false) => (
    <SortHead text={text} downwards={down} on={sort === own} onSort={() => onSort(sort === own ? undefined : own)} />
  );
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            {head("number", say("隐患", "Hazard"))}
            <th scope="col">{say("企业", "Enterprise")}</th>
            <th scope="col">{say("走到哪步", "Stands at")}</th>
            {head("due", say("期限", "Due"))}
            {head("since", say("在谁手上，从哪天起", "Held by, since"))}
            {head("-found", say("查出", "Found"), true)}
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

interface RowProps {
  readonly row: HazardRow;
  readonly day: string;
}

const isSettled = ({ status }: HazardRow) => status === "closed" || status === "voided";

function Row({ row, day }: RowProps) {
  const say = useSay();
  const open = useRowLink(`/hazards/${row.id}`);
  return (
    <tr className="is-link" onClick={open}>
      <td className="cards__main">
        <What row={row} />
      </td>
      <td>
        <Link to={`/enterprises/${row.enterpriseId}`}>{row.enterpriseName}</Link>
        <span className="table__sub">{row.communityName}</span>
      </td>
      <td>
        <Stage row={row} />
      </td>
      <td>
        <DueCell row={row} day={day} />
      </td>
      <td>
        <HolderCell row={row} day={day} />
      </td>
      <td className="soft nowrap">
        {shortDay(row.foundOn, day)}
        {row.closedOn ? (
          <span className="table__sub">
            {say(`${shortDay(row.closedOn, day)}销号`, `closed ${shortDay(row.closedOn, day)}`)}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

function What({ row }: Pick<RowProps, "row">) {
  const word = useWord();
  return (
    <>
      <Link className="strong" to={`/hazards/${row.id}`}>
        {row.description}
      </Link>
      <span className="table__sub">
        <Dotted parts={[row.number, row.place, row.category]} />
      </span>
      {row.severity === "general" ? null : (
        <Severity look={row.severity === "major" ? "major" : "suspect"} text={word(severityLabels[row.severity])} />
      )}
    </>
  );
}

function Stage({ row }: Pick<RowProps, "row">) {
  const say = useSay();
  const word = useWord();
  const step = row.step === null ? undefined : stepNo(row.step);
  return (
    <>
      {step ? <StepTag step={step} text={word(stepShort[step])} /> : null}
      <span className="table__sub">
        <Dotted
          parts={[
            word(statusLabels[row.status]),
            row.round > 1 && say(`第${row.round}轮`, `round ${row.round}`),
            row.contested && say("有异议", "contested"),
          ]}
        />
      </span>
    </>
  );
}

function DueCell({ row, day }: RowProps) {
  const say = useSay();
  const word = useWord();
  if (isSettled(row)) return <DueChip tone="rest" text={word(statusLabels[row.status])} />;
  return (
    <>
      <DueChip {...dueWords(row.dueOn, day, say)} spokenBefore={say("期限：", "Due: ")} />
      {row.dueOn ? <span className="table__sub">{shortDay(row.dueOn, day)}</span> : null}
    </>
  );
}

/** Nobody holds what is settled. */
function HolderCell({ row, day }: RowProps) {
  const say = useSay();
  const word = useWord();
  if (isSettled(row)) return <span className="muted">—</span>;
  return (
    <>
      {word(holderLabels[row.holder])}
      <span className="table__sub">
        {say(`${shortDay(row.heldSince, day)}起`, `since ${shortDay(row.heldSince, day)}`)}
      </span>
    </>
  );
}
