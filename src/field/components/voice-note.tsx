// A voice note, for gloves and noise: spoken now, written down later. It stays on this phone.
import { useRef, useState } from "react";
import { Icon } from "#ui/icon.tsx";
import { type Recording, record } from "../photo/voice.ts";
import { useBlobUrl } from "./picture.tsx";
import { ProblemNote } from "./problem-note.tsx";

interface VoiceNoteProps {
  readonly voice: Blob | null;
  readonly onChange: (voice: Blob | null) => void;
}

export function VoiceNote({ voice, onChange }: VoiceNoteProps) {
  const running = useRef<Recording>(undefined);
  const [speaking, setSpeaking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const url = useBlobUrl(voice ?? undefined);
  async function start() {
    setProblem(undefined);
    const begun = await record();
    if (!begun.ok) return setProblem(begun.why);
    running.current = begun.recording;
    setSpeaking(true);
    onChange(await begun.recording.finished);
    setSpeaking(false);
  }
  return (
    <>
      <ProblemNote text={problem} />
      <div className="row row--wrap">
        {speaking ? (
          <button type="button" className="pick pick--on" onClick={() => running.current?.stop()}>
            <Icon name="pause" />
            说完了
          </button>
        ) : (
          <button type="button" className="pick" onClick={() => void start()}>
            <Icon name="mic" />
            {voice ? "重新说" : "说一句，录下来"}
          </button>
        )}
        {url && !speaking ? (
          // biome-ignore lint/a11y/useMediaCaption: the person's own words of a minute ago; nobody else hears them
          <audio controls src={url} aria-label="刚才录的话" />
        ) : null}
      </div>
      {speaking || voice ? <p className="line__s">录音只留在本机，帮您回头写字，记下隐患就删。</p> : null}
    </>
  );
}
