// The summary to read to the enterprise; the browser's voice is an offer and never the only way.
import { Icon } from "#ui/icon.tsx";
import { type Part, plainSummary } from "./spoken-summary.ts";

interface ReadAloudProps {
  readonly parts: readonly Part[];
  readonly untouched: readonly string[];
}

export function ReadAloud({ parts, untouched }: ReadAloudProps) {
  const canSpeak = "speechSynthesis" in window;
  return (
    <section className="panel">
      <div className="panel__head">
        <h2>念给企业听</h2>
        {canSpeak ? (
          <button
            type="button"
            className="btn btn--quiet"
            style={{ marginLeft: "auto" }}
            onClick={() => speak(plainSummary(parts))}
          >
            <Icon name="speaker" />
            朗读
          </button>
        ) : null}
      </div>
      <div className="panel__body" style={{ lineHeight: 1.75 }}>
        {parts.map((part, index) =>
          part.strong ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their order
            <b key={index}>{part.text}</b>
          ) : (
            part.text
          ),
        )}
        {untouched.length > 0 ? <p className="line__s">{untouchedWords(untouched)}</p> : null}
      </div>
    </section>
  );
}

function untouchedWords(titles: readonly string[]): string {
  const few = titles.slice(0, 3).join("、");
  return `没查的部分：${few}${titles.length > 3 ? `等${titles.length}个` : ""}。记录上不算已查。`;
}

function speak(words: string): void {
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = "zh-CN";
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}
