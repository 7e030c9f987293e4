// 导入法规: files chosen, each read and shown with every article counted; nothing is saved until the editor says so.
import { useRef } from "react";
import { Link } from "react-router";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import { InputField } from "../../forms/fields.tsx";
import "../../forms/forms.css";
import { useDraft } from "../../forms/use-draft.ts";
import { LawFileCard } from "./law-file-card.tsx";
import "./law.css";
import { useLawFiles } from "./use-law-files.ts";

export function ImportLawPage() {
  const say = useSay();
  const work = useLawFiles();
  const draft = useDraft<"source">({ source: "" }, (values) =>
    values.source.trim()
      ? {}
      : { source: say("请写文本从哪里来，如国家法律法规数据库。", "Say where the texts come from.") },
  );
  const ready = work.files.filter((file) => file.state === "read" && file.willSave);
  function saveAll() {
    if (draft.check()) void work.save(ready, draft.values.source);
  }
  return (
    <div className="page">
      <nav className="crumbs" aria-label={say("位置", "Where")}>
        <Link to="/law">{say("法规库", "Law library")}</Link>
        <Icon name="right" />
        <span>{say("导入法规", "Import")}</span>
      </nav>
      <div className="page__head">
        <div>
          <h1>{say("导入法规", "Import statutes")}</h1>
          <p className="page__lead">
            {say(
              "公布的文本：.md、.txt、.docx，一部一个文件，可以一次选很多。先看认出了什么，再收进库。",
              "Published texts, one statute a file. See what was recognised before anything is saved.",
            )}
          </p>
        </div>
      </div>
      <ChooseFiles onChosen={(files) => void work.read(files)} busy={work.busy} />
      {work.busy ? (
        <p className="soft" role="status">
          {say(`正在读：${work.done}／${work.total}`, `${work.done} of ${work.total}`)}
        </p>
      ) : null}
      {work.files.map((file) => (
        <LawFileCard key={file.key} file={file} />
      ))}
      {ready.length > 0 ? (
        <section className="card law-release" aria-label={say("收进库", "Save")}>
          <InputField draft={draft} name="source" label={say("文本从哪里来", "Where the texts come from")} />
          <button type="button" className="btn btn--primary" disabled={work.busy} onClick={saveAll}>
            {say(`收进库（${ready.length}个文件）`, `Save ${ready.length} files`)}
          </button>
        </section>
      ) : null}
    </div>
  );
}

function ChooseFiles({
  onChosen,
  busy,
}: {
  readonly onChosen: (files: readonly File[]) => void;
  readonly busy: boolean;
}) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="card law-choose">
      <button type="button" className="btn btn--primary" disabled={busy} onClick={() => input.current?.click()}>
        <Icon name="upload" />
        {say("选文件", "Choose files")}
      </button>
      <input
        ref={input}
        className="sr-only"
        type="file"
        multiple
        accept=".md,.markdown,.txt,.docx"
        tabIndex={-1}
        aria-label={say("法规文件", "Statute files")}
        onChange={(event) => {
          onChosen([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <span className="soft">{say("每个文件最多8MB。", "Up to 8 MB each.")}</span>
    </section>
  );
}
