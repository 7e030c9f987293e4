// The rows: what it is and whose, when it was done, when the next is due and what that day stands on.
import { Link } from "react-router";
import type { RegisterRow } from "#api/enterprise-registers.ts";
import { getPhoto } from "#api/photos.ts";
import { getDeadline, isDeadlineKey } from "#domain/calendar/deadline-rules.ts";
import { dueSourceLabels, sayRegisterDue } from "#domain/registers/due.ts";
import { registerKindRules, varietyLabel } from "#domain/registers/kinds.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { addressOf } from "../../request/api-client.ts";
import { shortDay } from "../../words/day-words.ts";

interface TableProps {
  readonly rows: readonly RegisterRow[];
  readonly day: string;
  readonly onStrike: ((row: RegisterRow) => void) | undefined;
}

export function RegistersTable({ rows, day, onStrike }: TableProps) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("内容", "Subject")}</th>
            <th scope="col">{say("办理", "Done")}</th>
            <th scope="col">{say("下次或到期", "Next or valid until")}</th>
            <th scope="col">{say("谁记的", "Entered by")}</th>
            {onStrike ? (
              <th scope="col" className="no-print">
                {say("办理", "Acts")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <EntryRow key={row.id} row={row} day={day} onStrike={onStrike} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EntryRow({ row, day, onStrike }: Omit<TableProps, "rows"> & { readonly row: RegisterRow }) {
  const say = useSay();
  const word = useWord();
  return (
    <tr>
      <td className="cards__main">
        <span className="strong">{row.subject}</span>
        <span className="table__sub">
          <Dotted
            parts={[word(registerKindRules[row.kind].label), word(varietyLabel(row.kind, row.variety)), row.number]}
          />
        </span>
        <span className="table__sub">
          <Link to={`/enterprises/${row.enterpriseId}`}>{row.enterpriseName}</Link>
          {row.communityName ? `（${row.communityName}）` : ""}
        </span>
      </td>
      <td>
        {row.happenedOn ? shortDay(row.happenedOn, day) : "—"}
        {row.headcount === null ? null : (
          <span className="table__sub">{say(`${row.headcount}人`, `${row.headcount} people`)}</span>
        )}
        {row.photos.map((slotId, index) => (
          <a
            key={slotId}
            className="table__sub"
            href={addressOf(getPhoto, { params: { slotId } })}
            target="_blank"
            rel="noreferrer"
          >
            {say(`照片${index + 1}`, `Photo ${index + 1}`)}
          </a>
        ))}
      </td>
      <td>
        <RegisterDue row={row} day={day} />
      </td>
      <td>
        {row.enteredByName}
        {row.onBehalf ? <span className="table__sub">{say("代企业记", "On its behalf")}</span> : null}
        {row.correctedByName ? (
          <span className="table__sub">
            {say(`${row.correctedByName}改过：${row.correctedReason ?? ""}`, "Corrected")}
          </span>
        ) : null}
        {row.struckByName ? (
          <span className="table__sub">{say(`${row.struckByName}划掉：${row.struckReason ?? ""}`, "Struck out")}</span>
        ) : null}
      </td>
      {onStrike ? (
        <td className="no-print">
          {row.state === "struck" ? null : (
            <button type="button" className="btn btn--sm" onClick={() => onStrike(row)}>
              {say("划掉", "Strike out")}
            </button>
          )}
        </td>
      ) : null}
    </tr>
  );
}

export function RegisterDue({ row, day }: { readonly row: RegisterRow; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  const { tone, word: left } = sayRegisterDue(row, day);
  const term =
    row.dueTerm && isDeadlineKey(row.dueTerm) && row.happenedOn ? getDeadline(row.dueTerm, row.happenedOn) : null;
  return (
    <>
      <DueChip tone={tone} text={word(left)} spokenBefore={say("期限：", "Due: ")} />
      {row.dueOn ? <span className="table__sub">{shortDay(row.dueOn, day)}</span> : null}
      <span className="table__sub">{term ? term.basis : word(dueSourceLabels[row.dueSource])}</span>
    </>
  );
}
