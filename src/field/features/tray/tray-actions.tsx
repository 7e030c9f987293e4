// Under the pictures: the word and the place of the one that is ticked, and what can be done with all that are.
import { useRef, useState } from "react";
import { Icon } from "#ui/icon.tsx";
import type { TrayEntry } from "../../app/tray.ts";
import { TextField } from "../../components/text-field.tsx";
import { VoiceNote } from "../../components/voice-note.tsx";
import { DiscardForm } from "./discard-form.tsx";
import type { TraySorting } from "./use-tray-sorting.ts";

const SETTLED_MS = 500;

export function TrayActions({ sorting }: { readonly sorting: TraySorting }) {
  const { chosen } = sorting;
  const [discarding, setDiscarding] = useState(false);
  const [only] = chosen;
  if (!only) return null;
  return (
    <section className="panel panel__body panel__body--top stack" aria-label="选中的照片">
      {chosen.length === 1 ? <Words key={only.id} entry={only} sorting={sorting} /> : null}
      <div className="chiprow">
        <button type="button" className="btn btn--primary" onClick={() => void sorting.makeHazard()}>
          <Icon name="alert" />
          记成一条隐患
        </button>
        {chosen.length > 1 ? (
          <button type="button" className="pick" onClick={() => void sorting.mergeChosen()}>
            <Icon name="plus" />
            合成一份
          </button>
        ) : null}
        {chosen.some((entry) => entry.photos.length > 1) ? (
          <button type="button" className="pick" onClick={() => void sorting.splitChosen()}>
            <Icon name="cols" />
            拆开
          </button>
        ) : null}
        <button type="button" className="pick" onClick={() => setDiscarding(true)}>
          <Icon name="x" />
          不要
        </button>
      </div>
      {discarding ? (
        <DiscardForm
          onCancel={() => setDiscarding(false)}
          onDone={(reason) => {
            setDiscarding(false);
            void sorting.discardChosen(reason);
          }}
        />
      ) : null}
    </section>
  );
}

/** Typed words are kept when the field is left, and a moment after the last letter, in case it never is. */
function Words({ entry, sorting }: { readonly entry: TrayEntry; readonly sorting: TraySorting }) {
  const [words, setWords] = useState(entry.words);
  const [place, setPlace] = useState(entry.place);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = (part: Partial<TrayEntry>) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    void sorting.change(entry, part);
  };
  const later = (part: Partial<TrayEntry>) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep(part), SETTLED_MS);
  };
  return (
    <fieldset className="stack bare" onBlur={() => timer.current && keep({ words, place })}>
      <TextField
        label="写一句（可不填）"
        value={words}
        onChange={(value) => {
          setWords(value);
          later({ words: value, place });
        }}
      />
      <TextField
        label="在哪儿"
        value={place}
        onChange={(value) => {
          setPlace(value);
          later({ words, place: value });
        }}
      />
      <VoiceNote voice={entry.voice} onChange={(voice) => keep({ words, place, voice })} />
    </fieldset>
  );
}
