import { Note } from "#ui/note.tsx";
import { keepSection } from "../../app/resume.ts";
import { goTo } from "../../app/route.ts";
import type { MissingLine } from "./missing-list.ts";

interface MissingNoteProps {
  readonly missing: readonly MissingLine[];
  readonly visitId: string;
}

/** What stands between here and the signatures, each with the way there. */
export function MissingNote({ missing, visitId }: MissingNoteProps) {
  if (missing.length === 0) return null;
  function open({ to, section }: MissingLine) {
    if (section) keepSection(visitId, section);
    if (to) goTo(to);
    else document.getElementById("enterprise-person")?.querySelector("input")?.focus();
  }
  return (
    <Note tone="late" icon="alert" title={`还差${missing.length}处，补好才能签字`}>
      {missing.map((line) => (
        <div key={line.key} className="row missing">
          <span className="grow">
            {line.what ? `${line.what}：` : ""}
            <b>{line.lacks}</b>
          </span>
          <button
            type="button"
            className="btn"
            onClick={() => open(line)}
            aria-label={`去补：${line.what}${line.lacks}`}
          >
            去补
          </button>
        </div>
      ))}
    </Note>
  );
}
