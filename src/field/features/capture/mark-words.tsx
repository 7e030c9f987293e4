import { useState } from "react";
import { TextField } from "../../components/text-field.tsx";

interface MarkWordsProps {
  readonly onDone: (text: string) => void;
  readonly onCancel: () => void;
}

/** A word to stand on the picture. */
export function MarkWords({ onDone, onCancel }: MarkWordsProps) {
  const [text, setText] = useState("");
  return (
    <div className="modal" role="dialog" aria-modal="true" aria-label="写在照片上">
      <form
        className="modal__sheet"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) onDone(text.trim());
        }}
      >
        <TextField label="写在照片上" value={text} onChange={setText} offers={["这里", "堵住", "没有防护", "打不开"]} />
        <div className="row">
          <button type="button" className="btn" onClick={onCancel}>
            不写了
          </button>
          <button type="submit" className="btn btn--primary btn--main" disabled={!text.trim()}>
            写上
          </button>
        </div>
      </form>
    </div>
  );
}
