// 导入目录: a sheet read and shown row by row; nothing is saved until the editor says so.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link } from "react-router";
import type { CatalogueImport } from "#api/catalogue.ts";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useSay } from "../../appearance/language.ts";
import { failureText } from "../../request/failures.ts";
import "./catalogue.css";
import { sendSheet } from "./send-sheet.ts";

export function ImportCataloguePage() {
  const say = useSay();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const work = useMutation({
    mutationFn: ({ chosen, save }: { readonly chosen: File; readonly save: boolean }) => sendSheet(chosen, save),
    onSuccess: (answer) => (answer.saved ? queries.invalidateQueries() : undefined),
  });
  function choose(chosen: File | undefined) {
    setFile(chosen);
    if (chosen) work.mutate({ chosen, save: false });
  }
  return (
    <div className="page">
      <nav className="crumbs" aria-label={say("位置", "Where")}>
        <Link to="/catalogue">{say("检查目录", "Catalogue")}</Link>
        <Icon name="right" />
        <span>{say("导入表", "Import sheet")}</span>
      </nav>
      <div className="page__head">
        <div>
          <h1>{say("导入目录表", "Import a catalogue sheet")}</h1>
          <p className="page__lead">
            {say(
              "先导出，在 Excel 里改好再导回来。没改的不动，错的行会说明原因。",
              "Export, change in Excel, bring it back.",
            )}
          </p>
        </div>
      </div>
      <section className="card catalogue-choose">
        <button
          type="button"
          className="btn btn--primary"
          disabled={work.isPending}
          onClick={() => input.current?.click()}
        >
          <Icon name="upload" />
          {say("选表", "Choose a sheet")}
        </button>
        <input
          ref={input}
          className="sr-only"
          type="file"
          accept=".xlsx"
          tabIndex={-1}
          aria-label={say("目录表", "Catalogue sheet")}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <span className="soft">{file?.name ?? say("Excel 文件（.xlsx）", "An Excel file")}</span>
      </section>
      {work.isError ? (
        <Note tone="late" title={say("这张表没有收", "The sheet was refused")}>
          {failureText(work.error)}
        </Note>
      ) : null}
      {work.data && file ? (
        <Outcome answer={work.data} busy={work.isPending} onSave={() => work.mutate({ chosen: file, save: true })} />
      ) : null}
    </div>
  );
}

interface OutcomeProps {
  readonly answer: CatalogueImport;
  readonly busy: boolean;
  readonly onSave: () => void;
}

function Outcome({ answer, busy, onSave }: OutcomeProps) {
  const say = useSay();
  const { created, changed, unchanged, refused, saved, rows } = answer;
  const wanted = created.length + changed.length;
  return (
    <section className="card" aria-label={say("结果", "Result")}>
      <div className="card__head">
        <h2>{saved ? say("已存进目录", "Saved") : say(`看了${rows}行`, `${rows} rows`)}</h2>
      </div>
      <div className="card__body catalogue-outcome">
        <p role="status">
          {say(
            `新增${created.length}项，改${changed.length}项，没变${unchanged}项，没收${refused.length}行。`,
            `${created.length} new, ${changed.length} changed, ${unchanged} the same, ${refused.length} refused.`,
          )}
        </p>
        {wanted > 0 ? <p className="soft">{[...created, ...changed].join("、")}</p> : null}
        {refused.length > 0 ? (
          <ul className="catalogue-list">
            {refused.map((one) => (
              <li key={`${one.row} ${one.field}`}>
                <b>{say(`第${one.row}行　${one.field}`, `Row ${one.row} ${one.field}`)}</b>
                <p>{one.reason}</p>
              </li>
            ))}
          </ul>
        ) : null}
        {saved || wanted === 0 ? null : (
          <button type="button" className="btn btn--primary" disabled={busy} onClick={onSave}>
            {say(`存进目录（${wanted}项）`, `Save ${wanted} items`)}
          </button>
        )}
      </div>
    </section>
  );
}
