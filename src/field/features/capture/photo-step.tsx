// Step one: the system camera, the album, or one of three reasons for no photo, printed and counted.
import { useState } from "react";
import { noPhotoReasonLabels } from "#domain/hazard/labels.ts";
import { noPhotoReasons } from "#domain/hazard/statuses.ts";
import { Icon } from "#ui/icon.tsx";
import { PhotoInput } from "../../components/photo-input.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import type { TakenPhoto } from "../../photo/take-photo.ts";
import type { CaptureStepProps } from "./capture-page.tsx";

export function PhotoStep({ draft, library, frame }: CaptureStepProps) {
  const [problem, setProblem] = useState<string>();
  const { itemCode } = draft.value;
  const item = itemCode === null ? undefined : library.items.get(itemCode);
  const taken = (photo: TakenPhoto) =>
    draft.change({ photos: [...draft.value.photos, photo], noPhotoReason: null, step: "mark" });
  return frame(
    <>
      <ProblemNote text={problem} />
      {item ? <p className="line__s">查的是：{item.item}</p> : null}
      <PhotoInput source="camera" className="camera" label="拍照" onTaken={taken} onFailed={setProblem}>
        <Icon name="camera" />
        点这里拍照
        <small>用系统相机，原图一点不动</small>
      </PhotoInput>
      <PhotoInput source="library" className="btn btn--wide" label="从相册选" onTaken={taken} onFailed={setProblem}>
        <Icon name="image" />
        从相册选
      </PhotoInput>
      <h2 className="h-sec">
        拍不了<small>选原因，会印在记录上</small>
      </h2>
      <div className="chiprow">
        {noPhotoReasons.map((reason) => (
          <button
            key={reason}
            type="button"
            className="pick"
            onClick={() => draft.change({ noPhotoReason: reason, step: "mark" })}
          >
            {noPhotoReasonLabels[reason].zh}
          </button>
        ))}
      </div>
    </>,
  );
}
