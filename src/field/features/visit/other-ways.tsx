// Beside the camera at the thumb: a picture from the album, or a hazard that cannot be photographed.
import { Icon } from "#ui/icon.tsx";
import { PhotoInput } from "../../components/photo-input.tsx";
import type { TakenPhoto } from "../../photo/take-photo.ts";

interface OtherWaysProps {
  readonly onLibrary: (photo: TakenPhoto) => void;
  readonly onFailed: (why: string) => void;
  readonly onNoPhoto: () => void;
}

export function OtherWays({ onLibrary, onFailed, onNoPhoto }: OtherWaysProps) {
  return (
    <div className="chiprow">
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
