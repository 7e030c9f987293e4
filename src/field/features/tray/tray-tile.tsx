import { clockOf } from "#domain/calendar/local-date.ts";
import { Icon } from "#ui/icon.tsx";
import type { TrayEntry } from "../../app/tray.ts";
import { useBlobUrl } from "../../components/picture.tsx";

interface TrayTileProps {
  readonly entry: TrayEntry;
  readonly no: number;
  readonly on: boolean;
  readonly onToggle: () => void;
  /** Another entry, by its id, was dragged onto this one. */
  readonly onDropped: (id: string) => void;
}

/** One entry as a picture to tick; it can be dragged onto another. */
export function TrayTile({ entry, no, on, onToggle, onDropped }: TrayTileProps) {
  const [first] = entry.photos;
  const url = useBlobUrl(first?.upright);
  const about = entry.words || entry.place || "没写字";
  return (
    <li
      draggable
      onDragStart={(event) => event.dataTransfer.setData("text/plain", entry.id)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDropped(event.dataTransfer.getData("text/plain"));
      }}
    >
      <button type="button" className={on ? "tile tile--on" : "tile"} aria-pressed={on} onClick={onToggle}>
        {url ? <img src={url} alt={`第${no}份`} draggable={false} /> : <span className="tile__none" />}
        <span className="tile__top">
          {on ? <Icon name="check" /> : null}
          {entry.photos.length > 1 ? `${entry.photos.length}张` : null}
          {entry.voice ? <Icon name="mic" label="有录音" /> : null}
        </span>
        <span className="tile__words">
          {clockOf(entry.at)} {about}
        </span>
      </button>
    </li>
  );
}
