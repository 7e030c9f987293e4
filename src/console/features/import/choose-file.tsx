import { type DragEvent, useRef, useState } from "react";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useSay } from "../../appearance/language.ts";
import { failureText } from "../../request/failures.ts";
import type { ImportWork } from "./use-import.ts";

/** A file from the disk, dropped or chosen. What cannot be read is said in a sentence; nothing is kept of it. */
export function ChooseFile({ work, onChosen }: { readonly work: ImportWork; readonly onChosen: () => void }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  async function take(file: File | undefined) {
    if (!file) return;
    const taken = await work.upload(file).then(
      () => true,
      () => false,
    );
    if (taken) onChosen();
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }
  return (
    <section className="card import-file">
      {work.failure && !work.file ? (
        <Note tone="late" title={say("这个文件没收下", "This file was not taken")}>
          {failureText(work.failure)}
        </Note>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button */}
      <div
        className={over ? "drop drop--over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" />
        <p>{say("把 Excel 文件拖到这里，或者", "Drop an Excel file here, or")}</p>
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
          aria-label={say("企业名单文件", "Enterprise list")}
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <p className="muted">
          {say(
            ".xlsx，最大20MB、5万行。先看结果，点了存入才会存。",
            ".xlsx up to 20 MB. Nothing is saved before you say so.",
          )}
        </p>
      </div>
    </section>
  );
}
