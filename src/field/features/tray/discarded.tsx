import { Fold } from "#ui/fold.tsx";
import type { TrayEntry } from "../../app/tray.ts";
import { BlobThumb } from "../../components/picture.tsx";

interface DiscardedProps {
  readonly entries: readonly TrayEntry[];
  readonly onBack: (entry: TrayEntry) => void;
}

/** What was thrown out, each with its reason and the way back. */
export function Discarded({ entries, onBack }: DiscardedProps) {
  const out = entries.filter((entry) => entry.discardReason !== null);
  if (out.length === 0) return null;
  return (
    <Fold icon="x" title={`不要的${out.length}份`}>
      {out.map((entry) => (
        <div key={entry.id} className="row row--between">
          {entry.photos[0] ? <BlobThumb blob={entry.photos[0].upright} alt={entry.words || "不要的照片"} /> : null}
          <span className="grow">{entry.discardReason}</span>
          <button type="button" className="btn" onClick={() => onBack(entry)}>
            放回
          </button>
        </div>
      ))}
    </Fold>
  );
}
