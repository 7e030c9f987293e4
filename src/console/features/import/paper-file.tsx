// The sheet, and what importing it means: marked, exempt, never counted as a service nor paid, and not to be taken back as a whole.
import { useRef } from "react";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useSay } from "../../appearance/language.ts";
import { failureText } from "../../request/failures.ts";
import type { PaperWork } from "./use-paper-import.ts";

export function PaperFile({ work, onChosen }: { readonly work: PaperWork; readonly onChosen: () => void }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  async function take(file: File | undefined) {
    if (!file) return;
    const taken = await work.upload(file).then(
      () => true,
      () => false,
    );
    if (taken) onChosen();
  }
  return (
    <>
      <section className="card import-file">
        {work.failure && !work.isChosen ? (
          <Note tone="late" title={say("这个文件没收下", "This file was not taken")}>
            {failureText(work.failure)}
          </Note>
        ) : null}
        <div className="drop">
          <Icon name="upload" />
          <p>{say("先选台账的 Excel 文件，照片下一步再传", "The sheet first; its photos come in the next step")}</p>
          <button
            type="button"
            className="btn btn--primary"
            disabled={work.uploading}
            onClick={() => input.current?.click()}
          >
            {work.uploading ? say("正在读", "Reading") : say("选一个文件", "Choose a file")}
          </button>
          <input
            ref={input}
            className="sr-only"
            type="file"
            accept=".xlsx"
            tabIndex={-1}
            aria-label={say("纸质台账文件", "Sheet of hazards")}
            onChange={(event) => void take(event.target.files?.[0])}
          />
          <p className="muted">{say(".xlsx，最大20MB。先看结果，点了存入才会存。", ".xlsx up to 20 MB.")}</p>
        </div>
      </section>
      <div className="below">
        <Note title={say("导进来的隐患", "Imported hazards")}>
          {say(
            "标“纸质台账导入”，写明哪个文件第几行；可以没有照片和法律依据；不算检查、不付费。同一行再导不会重复。存进去不能整批收回，错的一条走作废。",
            "Marked with file and row; need no photo and no law; count as no inspection and are never paid. Twice is once. They cannot be taken back as a whole; a wrong one is voided.",
          )}
        </Note>
      </div>
    </>
  );
}
