// The refused cells: Excel's row number, the column, what was written, why, and the place to mend it.
import { type FormEvent, useState } from "react";
import type { ImportPreview, ImportRefusal } from "#api/imports.ts";
import { enterpriseColumns } from "#domain/organization/enterprise-columns.ts";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import type { ImportWork } from "./use-import.ts";

interface RefusedRowsProps {
  readonly work: ImportWork;
  readonly preview: ImportPreview;
}

const SHOWN = 50;

export function RefusedRows({ work, preview }: RefusedRowsProps) {
  const say = useSay();
  const { counts } = preview;
  const [shown, setShown] = useState(SHOWN);
  const refused = preview.refused.filter((cell) => cell.field !== "community" || cell.value === "");
  if (preview.refused.length === 0)
    return (
      <div className="import-note">
        <Note tone="ok" title={say("每一行都能收", "Every row can be taken")}>
          {work.choices.dropped.length > 0
            ? say(`您去掉了${work.choices.dropped.length}行。`, `You left out ${work.choices.dropped.length} rows.`)
            : null}
        </Note>
      </div>
    );
  if (refused.length === 0) return null;
  const rest = counts.new + counts.updated + counts.unchanged;
  return (
    <section className="card" aria-labelledby="refused">
      <div className="card__head">
        <h2 id="refused">{say(`这${rowsOf(refused)}行要改`, `${rowsOf(refused)} rows to mend`)}</h2>
        <span className="muted">
          {say(`改完自动再查一遍；其余${rest}家不受影响`, `Checked again at once; the other ${rest} are not affected`)}
        </span>
        <button type="button" className="btn btn--sm link" onClick={() => void work.downloadRefused()}>
          <Icon name="download" />
          {say(`下载这${counts.refusedRows}行`, "Download them")}
        </button>
      </div>
      <div className="table__scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="num">
                {say("Excel行号", "Row")}
              </th>
              <th scope="col">{say("企业", "Enterprise")}</th>
              <th scope="col">{say("哪一列", "Column")}</th>
              <th scope="col">{say("表里写的", "Written")}</th>
              <th scope="col">{say("为什么没收", "Why")}</th>
              <th scope="col">{say("改成", "Change to")}</th>
            </tr>
          </thead>
          <tbody>
            {refused.slice(0, shown).map((cell) => (
              <RefusedRow key={`${cell.row} ${cell.field} ${cell.value}`} cell={cell} work={work} preview={preview} />
            ))}
          </tbody>
        </table>
      </div>
      {refused.length > shown ? (
        <div className="pager">
          <button type="button" className="linklike" onClick={() => setShown(shown + SHOWN)}>
            {say(`再看${Math.min(SHOWN, refused.length - shown)}处`, "Show more")}
          </button>
        </div>
      ) : null}
    </section>
  );
}

function rowsOf(refused: readonly ImportRefusal[]): number {
  return new Set(refused.map((cell) => cell.row)).size;
}

function RefusedRow({ cell, work }: RefusedRowsProps & { readonly cell: ImportRefusal }) {
  const say = useSay();
  const word = useWord();
  return (
    <tr>
      <td className="num">{cell.row}</td>
      <td>{cell.name ? <b>{cell.name}</b> : <span className="muted">{say("（没填）", "(empty)")}</span>}</td>
      <td className="nowrap">{word(enterpriseColumns[cell.field].label)}</td>
      <td>
        <span className="cellbad">{cell.value || say("空", "empty")}</span>
      </td>
      <td>{reasonTail(cell)}</td>
      <td>
        <Mend cell={cell} work={work} />
      </td>
    </tr>
  );
}

/** The row and the column stand in columns of their own; the sentence goes on from there. */
function reasonTail({ row, field, reason }: ImportRefusal): string {
  return reason.replace(`第${row}行，${enterpriseColumns[field].label.zh}`, "").replace(/^，/, "");
}

function Mend({ cell, work }: { readonly cell: ImportRefusal; readonly work: ImportWork }) {
  const say = useSay();
  const [value, setValue] = useState(cell.suggestion ?? cell.value);
  function mend(event: FormEvent) {
    event.preventDefault();
    work.repair(cell.row, cell.field, value.trim());
  }
  return (
    <form className="mend" onSubmit={mend}>
      <input
        className="mini"
        aria-label={say(`第${cell.row}行改成`, `Row ${cell.row}: change to`)}
        value={value}
        maxLength={400}
        onChange={(event) => setValue(event.target.value)}
      />
      <button type="submit" className="btn btn--sm" disabled={work.checking || value.trim() === cell.value}>
        {say("改好", "Mend")}
      </button>
      <button type="button" className="btn btn--sm btn--quiet" onClick={() => work.drop(cell.row)}>
        {say("这行不要", "Leave it out")}
      </button>
    </form>
  );
}
