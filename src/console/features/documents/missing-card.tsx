// What a report still lacks before it can be released, each line leading to where it is mended.
import { Link } from "react-router";
import type { DocumentPage } from "#api/documents.ts";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useSay } from "../../appearance/language.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

export function MissingCard({ page }: { readonly page: DocumentPage }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const open = page.document.kind === "inspectionReport" && ["draft", "reviewed"].includes(page.document.state);
  if (!open) return null;
  if (page.missing.length === 0)
    return (
      <Note tone="ok" title={say("要件齐全", "Nothing is missing")}>
        {say("每条隐患的照片、建议、标准和依据都在。", "Photos, advice, standard and law of every hazard are there.")}
      </Note>
    );
  return (
    <section className="card" aria-labelledby="missing">
      <div className="card__head">
        <h2 id="missing">
          {say(`还差${page.missing.length}处，不能签发`, `${page.missing.length} things are missing`)}
        </h2>
      </div>
      <ul className="missing">
        {page.missing.map((line) => {
          const { hazardId, slotId } = line;
          return (
            <li key={`${line.code}${hazardId}${slotId}${line.text}`}>
              <Icon name="alert" />
              <span className="grow">{say(line.text, line.textEn)}</span>
              {hazardId ? <Link to={`/hazards/${hazardId}`}>{say("看这条", "See it")}</Link> : null}
              {slotId && page.mayConfirmLoss ? (
                <button
                  type="button"
                  className="btn btn--sm"
                  disabled={sending}
                  onClick={() =>
                    void send(
                      { name: "photo.confirmLost", args: { slotId } },
                      say("已确认遗失，会印在报告上", "Confirmed"),
                    )
                  }
                >
                  {say("确认遗失", "Confirm the loss")}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
