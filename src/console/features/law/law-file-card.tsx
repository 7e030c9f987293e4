// One file of an import: what was recognised, every article counted, and what taking it does; or why it was refused.
import { Link } from "react-router";
import type { StatutePreview } from "#api/law-library.ts";
import { INSTRUMENT_KIND_LABELS } from "#domain/law/labels.ts";
import { articleLabel } from "#domain/law/statute/statute.ts";
import { Note } from "#ui/note.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { instrumentPath, placeName } from "./law-words.ts";
import { Mark } from "./mark.tsx";
import type { ChosenLaw } from "./use-law-files.ts";

export function LawFileCard({ file }: { readonly file: ChosenLaw }) {
  const say = useSay();
  if (file.state === "refused") {
    return (
      <section className="card" aria-label={file.name}>
        <Note tone="late" title={say(`${file.name}没有收`, `${file.name} was not taken`)}>
          {file.reason}
        </Note>
      </section>
    );
  }
  return (
    <section className="card" aria-label={file.name}>
      <div className="card__head">
        <h2>{file.preview.title}</h2>
        {file.state === "saved" ? <SavedMark file={file} /> : <PlacementMark preview={file.preview} />}
      </div>
      <div className="card__body">
        <Facts preview={file.preview} />
        {file.preview.warnings.map((warning) => (
          <Note key={warning} tone="soon" title={say("请看一眼", "Please look")}>
            {warning}
          </Note>
        ))}
        {file.state === "saved" && file.saved.state === "pending" ? (
          <p>
            <Link
              className="btn btn--primary"
              to={instrumentPath(file.saved.instrumentId, file.saved.version, "compare")}
            >
              {say("去对照并确认", "Compare and confirm")}
            </Link>
          </p>
        ) : null}
        <Articles preview={file.preview} />
      </div>
    </section>
  );
}

function Facts({ preview }: { readonly preview: StatutePreview }) {
  const say = useSay();
  const word = useWord();
  const { counts } = preview;
  return (
    <>
      <p>
        <b>{say(`${counts.articles}条`, `${counts.articles} articles`)}</b>
        {say(
          `，${counts.headings}个编章节，${counts.paragraphs}款，${counts.items}项`,
          `, ${counts.headings} headings, ${counts.paragraphs} paragraphs, ${counts.items} items`,
        )}
      </p>
      <p className="soft">
        <Dotted
          parts={[
            preview.fileName,
            word(INSTRUMENT_KIND_LABELS[preview.kind]),
            placeName(preview.divisionCode),
            preview.passedOn
              ? say(`${preview.passedOn}通过或修改`, `passed ${preview.passedOn}`)
              : say("没有日期", "no date"),
            preview.effectiveFrom
              ? say(`${preview.effectiveFrom}起施行`, `from ${preview.effectiveFrom}`)
              : say("施行日条文里没写", "commencement not said"),
          ]}
        />
      </p>
    </>
  );
}

function PlacementMark({ preview }: { readonly preview: StatutePreview }) {
  const say = useSay();
  switch (preview.placement) {
    case "unchanged":
      return (
        <Mark tone="rest" icon="done">
          {say("库里已有，不用再收", "Known already")}
        </Mark>
      );
    case "attach":
      return (
        <Mark tone="ok" icon="plus">
          {say("补上已有版本的条文", "Joins a known version")}
        </Mark>
      );
    case "new":
      return (
        <Mark tone={preview.waits ? "soon" : "ok"} icon="plus">
          {preview.waits
            ? say("新版本，收进后要对照确认", "New version, to be confirmed")
            : say("新法规", "New instrument")}
        </Mark>
      );
    case "rejected":
      return (
        <Mark tone="late" icon="x">
          {say("以前退回过，不收", "Sent back before")}
        </Mark>
      );
    case "otherText":
      return (
        <Mark tone="late" icon="alert">
          {say("和库里同一版的条文不同，不收", "Other words for a known version")}
        </Mark>
      );
    case "undated":
      return (
        <Mark tone="late" icon="alert">
          {say("没有日期，排不出先后，不收", "No date, not taken")}
        </Mark>
      );
  }
}

function SavedMark({ file }: { readonly file: Extract<ChosenLaw, { state: "saved" }> }) {
  const say = useSay();
  return (
    <Mark tone="ok" icon="check">
      {file.saved.changed ? say("已收进库", "Saved") : say("没有变化", "Unchanged")}
    </Mark>
  );
}

function Articles({ preview }: { readonly preview: StatutePreview }) {
  const say = useSay();
  return (
    <details>
      <summary>{say("看认出的每一条", "Every article recognised")}</summary>
      <ol className="law-articles">
        {preview.articles.map((one) => (
          <li key={one.article}>
            <b>{articleLabel(one.article)}</b> {one.opening}
            <span className="soft">
              {say(`${one.paragraphs}款${one.items > 0 ? `${one.items}项` : ""}`, `${one.paragraphs}/${one.items}`)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
