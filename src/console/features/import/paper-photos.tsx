// The photos rows name: many files or ZIP packs, sent at once and matched by file name; what could not be read is said.
import { useRef } from "react";
import type { PaperPreview } from "#api/hazard-imports.ts";
import { Fold } from "#ui/fold.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import { count } from "../../words/number-words.ts";
import type { PaperWork } from "./use-paper-import.ts";

export function PaperPhotos({ work, preview }: { readonly work: PaperWork; readonly preview: PaperPreview }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const { photosNamed } = preview.counts;
  const { sending, unread, choices } = work;
  const sent = choices.photos.length;
  return (
    <section className="card" aria-labelledby="photos">
      <div className="card__head">
        <h2 id="photos">{say("照片", "Photos")}</h2>
        <span className="muted" aria-live="polite">
          {sending
            ? say(`正在传，已传${sending.done}个，共${sending.total}个`, `${sending.done} of ${sending.total}`)
            : say(`表里写了${count(photosNamed)}张，传了${count(sent)}张`, `${photosNamed} named, ${sent} sent`)}
        </span>
        <button
          type="button"
          className="btn btn--sm link"
          disabled={sending !== undefined}
          onClick={() => input.current?.click()}
        >
          <Icon name="image" />
          {say("选照片或压缩包", "Choose photos or packs")}
        </button>
        <input
          ref={input}
          className="sr-only"
          type="file"
          accept="image/*,.heic,.zip"
          multiple
          tabIndex={-1}
          aria-label={say("照片或zip", "Photos or ZIP")}
          onChange={(event) => {
            void work.sendPhotos([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      <div className="card__body">
        <p className="soft">
          {say(
            "按“照片”那一列的文件名对上。可以一次选很多张，也可以打成zip，每包最大100MB。没照片的也能存。",
            "Matched by the file names of the column; many at once or as ZIP, at most 100 MB each.",
          )}
        </p>
        <Lines
          title={say(`${preview.photosMissing.length}处照片还没找到`, `${preview.photosMissing.length} not found`)}
          lines={preview.photosMissing.map(({ row, reason }) => say(`第${row}行，${reason}`, `Row ${row}: ${reason}`))}
        />
        <Lines
          title={say(`${unread.length}个文件没收`, `${unread.length} files refused`)}
          lines={unread.map(({ name, reason }) => `${name}：${reason}`)}
        />
      </div>
    </section>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Fold icon="alert" title={title}>
      <ul className="import-lines">
        {[...new Set(lines)].slice(0, 200).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Fold>
  );
}
