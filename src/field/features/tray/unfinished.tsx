import { Icon } from "#ui/icon.tsx";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { backToTray, unfinishedCaptures } from "../../app/tray.ts";
import { useLive } from "../../app/use-live.ts";
import { BlobThumb } from "../../components/picture.tsx";

interface UnfinishedProps {
  readonly scope: string;
  readonly visitId: string;
}

/** Hazards begun with a photo and never recorded: to go on with, or back into the tray. */
export function Unfinished({ scope, visitId }: UnfinishedProps) {
  const { db } = useField();
  const begun = useLive(() => unfinishedCaptures(db, visitId), [db, visitId]) ?? [];
  if (begun.length === 0) return null;
  return (
    <section>
      <h2 className="h-sec">没记完的{begun.length}条</h2>
      <div className="panel" style={{ marginTop: 8 }}>
        {begun.map(({ draftId, draft }) => (
          <div key={draftId} className="line row--wrap">
            {draft.photos[0] ? (
              <BlobThumb blob={draft.photos[0].upright} alt={draft.description || "没记完的照片"} />
            ) : null}
            <span className="grow">{draft.description || draft.place || "还没写"}</span>
            <button type="button" className="btn" onClick={() => void backToTray(db, { draftId, draft })}>
              放回
            </button>
            <button
              type="button"
              className="btn btn--primary"
              onClick={() => goTo({ page: "capture", scope, visitId, draftId })}
            >
              <Icon name="pen" />
              接着记
            </button>
          </div>
        ))}
      </div>
    </section>
  );
}
