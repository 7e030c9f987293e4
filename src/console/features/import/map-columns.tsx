// 对列名: each column with its first values and what it was taken for; a person's choice wins over the guess.
import type { ImportColumn } from "#api/imports.ts";
import { type EnterpriseField, enterpriseColumns, enterpriseFields } from "#domain/organization/enterprise-columns.ts";
import { type MoneyUnit, moneyUnits } from "#domain/organization/revenue-cell.ts";
import { ErrorState } from "#ui/error-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { failureText } from "../../request/failures.ts";
import type { ImportWork } from "./use-import.ts";

export function MapColumns({ work, onNext }: { readonly work: ImportWork; readonly onNext: () => void }) {
  const say = useSay();
  const { preview } = work;
  if (!preview) {
    if (work.failure)
      return <ErrorState title={say("读不出名单", "No list found")}>{failureText(work.failure)}</ErrorState>;
    return <Skeleton label={say("正在认列名", "Reading the columns")} lines={5} />;
  }
  const choose = (index: number, field: EnterpriseField | null) =>
    work.choose({ fields: { ...work.choices.fields, [String(index)]: field } });
  return (
    <>
      <section className="card" aria-labelledby="columns">
        <div className="card__head">
          <h2 id="columns">{say("列名这样对上的", "How the columns were read")}</h2>
          <span className="muted">
            {say(`列名在第${preview.headRows.join("、")}行`, `Head in row ${preview.headRows.join(", ")}`)}
          </span>
          {preview.sheetNames.length > 1 ? (
            <label className="row link">
              {say("工作表", "Sheet")}
              <select
                className="input"
                value={preview.sheet}
                onChange={(event) => work.choose({ sheet: event.target.value, fields: {}, repairs: [], dropped: [] })}
              >
                {preview.sheetNames.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
          ) : null}
        </div>
        {preview.revenue ? <RevenueUnit work={work} /> : null}
        <div className="table__scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say("表里的列名", "Column")}</th>
                <th scope="col">{say("前几行写的", "First values")}</th>
                <th scope="col">{say("当作", "Taken as")}</th>
                <th scope="col">{say("怎么认出的", "Why")}</th>
              </tr>
            </thead>
            <tbody>
              {preview.columns.map((column) => (
                <ColumnRow key={column.index} column={column} onChoose={(field) => choose(column.index, field)} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <div className="card import-foot">
        <button type="button" className="btn btn--primary" disabled={work.checking} onClick={onNext}>
          {say("列名对了，去核对", "Right, check the rows")}
        </button>
        {work.checking ? <span className="muted">{say("正在重新读", "Reading again")}</span> : null}
      </div>
    </>
  );
}

function ColumnRow({
  column,
  onChoose,
}: {
  readonly column: ImportColumn;
  readonly onChoose: (field: EnterpriseField | null) => void;
}) {
  const say = useSay();
  const word = useWord();
  const why = {
    exact: say("列名一样", "Same name"),
    similar: say("列名像", "Similar name"),
    contents: say("看内容认的", "By its contents"),
    chosen: say("您选的", "Your choice"),
  };
  const name = column.head || say(`第${column.index + 1}列`, `Column ${column.index + 1}`);
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
          onChange={(event) => onChoose(enterpriseFields.find((field) => field === event.target.value) ?? null)}
        >
          <option value="">{say("不导入", "Leave out")}</option>
          {enterpriseFields.map((field) => (
            <option key={field} value={field}>
              {word(enterpriseColumns[field].label)}
            </option>
          ))}
        </select>
      </td>
      <td className="muted">
        {column.confidence ? (
          why[column.confidence]
        ) : (
          <span className="tag">
            <Icon name="ask" />
            {say("没对上，不导入", "Not imported")}
          </span>
        )}
      </td>
    </tr>
  );
}

function RevenueUnit({ work }: { readonly work: ImportWork }) {
  const say = useSay();
  const revenue = work.preview?.revenue;
  if (!revenue) return null;
  const from = {
    head: say("列名里写的", "from the head"),
    title: say("标题里写的", "from the title"),
    chosen: say("您选的", "your choice"),
    guess: say("按数的大小猜的，请核对", "guessed from the numbers"),
  };
  return (
    <div className="card__body stack">
      {revenue.doubt ? (
        <Note tone="soon" title={say("请核对主营收入的单位", "Check the unit of revenue")}>
          {revenue.doubt}
        </Note>
      ) : null}
      <fieldset className="choice">
        <legend className="field__label">{say("主营收入的单位", "Unit of revenue")}</legend>
        <div className="choice__row">
          {moneyUnits.map((unit: MoneyUnit) => (
            <label key={unit} className="choice__one">
              <input type="radio" name="unit" checked={revenue.unit === unit} onChange={() => work.choose({ unit })} />
              {unit}
            </label>
          ))}
          <span className="muted import-from">{from[revenue.unitFrom]}</span>
        </div>
      </fieldset>
    </div>
  );
}
