// Beside the camera at the thumb: the tray for shooting first and writing later, a picture from the album, or a hazard that cannot be photographed.
import { Icon } from "#ui/icon.tsx";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { unsortedCount } from "../../app/tray.ts";
import { useLive } from "../../app/use-live.ts";
import { PhotoInput } from "../../components/photo-input.tsx";
import type { TakenPhoto } from "../../photo/take-photo.ts";

interface OtherWaysProps {
  readonly scope: string;
  readonly visitId: string;
  readonly onLibrary: (photo: TakenPhoto) => void;
  readonly onFailed: (why: string) => void;
  readonly onNoPhoto: () => void;
}

export function OtherWays({ scope, visitId, onLibrary, onFailed, onNoPhoto }: OtherWaysProps) {
  const { db } = useField();
  const unsorted = useLive(() => unsortedCount(db, visitId), [db, visitId]) ?? 0;
  return (
    <div className="chiprow">
      <button
        type="button"
        className={unsorted > 0 ? "pick pick--on" : "pick"}
        onClick={() => goTo({ page: "tray", scope, visitId })}
      >
        <Icon name="save" />
        先拍着
        {unsorted > 0 ? <small>{unsorted}份没整理</small> : null}
      </button>
      <PhotoInput source="library" className="pick" label="从相册记隐患" onTaken={onLibrary} onFailed={onFailed}>
        <Icon name="image" />
        从相册
      </PhotoInput>
      <button type="button" className="pick" onClick={onNoPhoto}>
        <Icon name="x" />
        拍不了
      </button>
    </div>
  );
}
