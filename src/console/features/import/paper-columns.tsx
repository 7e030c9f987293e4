// 对列名: each column with its first values and what it was taken for; needed ones that are missing stand on top.
import type { PaperPreview } from "#api/hazard-imports.ts";
import { paperFieldLabels, paperFields } from "#domain/hazard/paper-list.ts";
import { ErrorState } from "#ui/error-state.tsx";
import { Note } from "#ui/note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { failureText } from "../../request/failures.ts";
import type { PaperWork } from "./use-paper-import.ts";

export function PaperColumns({ work, onNext }: { readonly work: PaperWork; readonly onNext: () => void }) {
  const say = useSay();
  const word = useWord();
  const { preview } = work;
  if (!preview) {
    if (work.failure)
      return <ErrorState title={say("读不出台账", "No list found")}>{failureText(work.failure)}</ErrorState>;
    return <Skeleton label={say("正在认列名", "Reading the columns")} lines={5} />;
  }
  const missing = preview.missing.map((field) => word(paperFieldLabels[field])).join(say("、", ", "));
  return (
    <>
      {missing ? (
        <Note tone="soon" title={say(`还没对上：${missing}`, `Missing: ${missing}`)}>
          {say("请在下表里选是哪一列，才能往下走。", "Choose the column below.")}
        </Note>
      ) : null}
      <section className="card" aria-labelledby="columns">
        <div className="card__head">
          <h2 id="columns">{say("列名这样对上的", "How the columns were read")}</h2>
          <span className="muted">{say(`列名在第${preview.headRow}行`, `Head in row ${preview.headRow}`)}</span>
          <SheetChoice work={work} preview={preview} />
        </div>
        <div className="table__scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say("表里的列名", "Column")}</th>
                <th scope="col">{say("前几行写的", "First values")}</th>
                <th scope="col">{say("当作", "Taken as")}</th>
              </tr>
            </thead>
            <tbody>
              {preview.columns.map((column) => (
                <ColumnRow key={column.index} column={column} work={work} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <div className="card import-foot">
        <button
          type="button"
          className="btn btn--primary"
          disabled={work.checking || preview.missing.length > 0}
          onClick={onNext}
        >
          {say("列名对了，去核对", "Right, check the rows")}
        </button>
        {work.checking ? <span className="muted">{say("正在重新读", "Reading again")}</span> : null}
      </div>
    </>
  );
}

function SheetChoice({ work, preview }: { readonly work: PaperWork; readonly preview: PaperPreview }) {
  const say = useSay();
  if (preview.sheetNames.length < 2) return null;
  return (
    <label className="row link">
      {say("工作表", "Sheet")}
      <select
        className="input"
        value={preview.sheet}
        onChange={(event) => work.choose({ sheet: event.target.value, fields: {} })}
      >
        {preview.sheetNames.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}

function ColumnRow({ column, work }: { readonly column: PaperPreview["columns"][number]; readonly work: PaperWork }) {
  const say = useSay();
  const word = useWord();
  const name = column.head || say(`第${column.index + 1}列`, `Column ${column.index + 1}`);
  const choose = (value: string) =>
    work.choose({
      fields: { ...work.choices.fields, [String(column.index)]: paperFields.find((field) => field === value) ?? null },
    });
  return (
    <tr>
      <td>
        <b>{name}</b>
      </td>
      <td className="soft import-samples">{column.samples.join("；")}</td>
      <td>
        <select
          className={column.field ? "input" : "input import-unmapped"}
          aria-label={say(`“${name}”当作`, `“${name}” is`)}
          value={column.field ?? ""}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{say("不导入", "Leave out")}</option>
          {paperFields.map((field) => (
            <option key={field} value={field}>
              {word(paperFieldLabels[field])}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}
