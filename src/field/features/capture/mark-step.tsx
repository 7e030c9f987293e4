// Step two: arrow, circle, word or a covered face, on a layer over the picture, and right under it which item it is.
// The camera's file is not touched.
import { useState } from "react";
import { noPhotoReasonLabels } from "#domain/hazard/labels.ts";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon-names.ts";
import { shortName } from "../../app/short-name.ts";
import { PhotoInput } from "../../components/photo-input.tsx";
import { BlobThumb } from "../../components/picture.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { TextField } from "../../components/text-field.tsx";
import type { Mark, MarkTool } from "../../photo/marks.ts";
import { type TakenPhoto, watermarkOf } from "../../photo/take-photo.ts";
import type { CaptureStepProps } from "./capture-page.tsx";
import { ItemPicker } from "./item-picker.tsx";
import { MarkPad } from "./mark-pad.tsx";
import { MarkWords } from "./mark-words.tsx";

const tools: readonly { readonly tool: MarkTool; readonly icon: IconName; readonly word: string }[] = [
  { tool: "arrow", icon: "arrow", word: "箭头" },
  { tool: "circle", icon: "circle", word: "圈出" },
  { tool: "text", icon: "text", word: "写字" },
  { tool: "hide", icon: "blur", word: "遮脸" },
];

export function MarkStep(props: CaptureStepProps) {
  const { draft, rows, frame } = props;
  const { photos, itemCode } = draft.value;
  const [tool, setTool] = useState<MarkTool>("circle");
  const [at, setAt] = useState(photos.length - 1);
  const [asking, setAsking] = useState<Mark>();
  const photo = photos[at] ?? photos[0];
  const setMarks = (marks: readonly Mark[]) =>
    draft.change({ photos: photos.map((one) => (one === photo ? { ...one, marks } : one)) });
  const add = (mark: Mark) => (mark.tool === "text" ? setAsking(mark) : setMarks([...(photo?.marks ?? []), mark]));
  return frame(
    <>
      {photo ? null : <NoPhoto {...props} />}
      {photos.length > 1 ? <Strip photos={photos} at={at} onPick={setAt} /> : null}
      <TextField
        label="看到什么（可不填）"
        value={draft.value.description}
        onChange={(description) => draft.change({ description })}
        placeholder="写几个字就搜，如：漏保"
      />
      <ItemPicker {...props} />
      {photo ? <MorePhotos draft={draft} photo={photo} onTaken={() => setAt(photos.length)} /> : null}
      {asking && photo ? (
        <MarkWords
          onDone={(text) => {
            setMarks([...photo.marks, { ...asking, text }]);
            setAsking(undefined);
          }}
          onCancel={() => setAsking(undefined)}
        />
      ) : null}
    </>,
    itemCode === null ? undefined : (
      <button type="button" className="btn btn--primary btn--main" onClick={() => draft.change({ step: "check" })}>
        下一步：核对
      </button>
    ),
    photo ? (
      <>
        <Tools tool={tool} onTool={setTool} onUndo={() => setMarks(photo.marks.slice(0, -1))} />
        <MarkPad
          key={photo.slotId}
          photo={photo}
          tool={tool}
          lines={watermarkOf(photo, shortName(rows.visit.enterpriseName), rows.visit.expertName)}
          onMark={add}
        />
      </>
    ) : null,
  );
}

/** Recorded without a picture: the reason that will be printed, and the way to change one's mind. */
function NoPhoto({ draft }: CaptureStepProps) {
  const { noPhotoReason } = draft.value;
  return (
    <div className="row row--between">
      <span>没有照片：{noPhotoReason ? noPhotoReasonLabels[noPhotoReason].zh : "还没选原因"}</span>
      <button type="button" className="btn" onClick={() => draft.change({ step: "photo" })}>
        改成拍照
      </button>
    </div>
  );
}

interface MorePhotosProps {
  readonly draft: CaptureStepProps["draft"];
  readonly photo: TakenPhoto;
  readonly onTaken: () => void;
}

function MorePhotos({ draft, photo, onTaken }: MorePhotosProps) {
  const { photos } = draft.value;
  const [problem, setProblem] = useState<string>();
  const taken = (more: TakenPhoto) => {
    setProblem(undefined);
    draft.change({ photos: [...photos, more] });
    onTaken();
  };
  return (
    <>
      <ProblemNote text={problem} />
      <div className="chiprow">
        <PhotoInput source="camera" className="pick" label="再拍一张" onTaken={taken} onFailed={setProblem}>
          <Icon name="camera" />
          再拍一张
        </PhotoInput>
        <PhotoInput source="library" className="pick" label="相册" onTaken={taken} onFailed={setProblem}>
          <Icon name="image" />
          相册
        </PhotoInput>
        {photos.length > 1 ? (
          <button
            type="button"
            className="pick"
            onClick={() => draft.change({ photos: photos.filter((one) => one !== photo) })}
          >
            <Icon name="x" />
            去掉这张
          </button>
        ) : null}
      </div>
      <p className="line__s">
        {photo.source === "library" ? "这张来自相册，会标明。" : ""}水印只印在副本上，原图一点不动。
      </p>
    </>
  );
}

interface ToolsProps {
  readonly tool: MarkTool;
  readonly onTool: (tool: MarkTool) => void;
  readonly onUndo: () => void;
}

function Tools({ tool, onTool, onUndo }: ToolsProps) {
  return (
    <div className="tools">
      {tools.map((one) => (
        <button
          key={one.tool}
          type="button"
          className={one.tool === tool ? "tool tool--on" : "tool"}
          aria-pressed={one.tool === tool}
          onClick={() => onTool(one.tool)}
        >
          <Icon name={one.icon} />
          {one.word}
        </button>
      ))}
      <button type="button" className="tool" onClick={onUndo}>
        <Icon name="undo" />
        撤销
      </button>
    </div>
  );
}

interface StripProps {
  readonly photos: readonly TakenPhoto[];
  readonly at: number;
  readonly onPick: (index: number) => void;
}

function Strip({ photos, at, onPick }: StripProps) {
  return (
    <div className="strip">
      {photos.map((photo, index) => (
        <button
          key={photo.slotId}
          type="button"
          aria-pressed={index === at}
          aria-label={`第${index + 1}张`}
          onClick={() => onPick(index)}
        >
          <BlobThumb blob={photo.upright} alt="" />
        </button>
      ))}
    </div>
  );
}
