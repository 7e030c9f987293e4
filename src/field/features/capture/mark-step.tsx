// Step two: arrow, circle, word or a covered face, on a layer over the picture. The camera's file is not touched.
import { useState } from "react";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon-names.ts";
import { shortName } from "../../app/short-name.ts";
import { PhotoInput } from "../../components/photo-input.tsx";
import { BlobThumb } from "../../components/picture.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import type { Mark, MarkTool } from "../../photo/marks.ts";
import { type TakenPhoto, watermarkOf } from "../../photo/take-photo.ts";
import type { CaptureStepProps } from "./capture-page.tsx";
import { MarkPad } from "./mark-pad.tsx";
import { MarkWords } from "./mark-words.tsx";

const tools: readonly { readonly tool: MarkTool; readonly icon: IconName; readonly word: string }[] = [
  { tool: "arrow", icon: "arrow", word: "箭头" },
  { tool: "circle", icon: "circle", word: "圈出" },
  { tool: "text", icon: "text", word: "写字" },
  { tool: "hide", icon: "blur", word: "遮脸" },
];

export function MarkStep({ draft, rows, frame }: CaptureStepProps) {
  const { photos } = draft.value;
  const [tool, setTool] = useState<MarkTool>("circle");
  const [at, setAt] = useState(photos.length - 1);
  const [asking, setAsking] = useState<Mark>();
  const [problem, setProblem] = useState<string>();
  const photo = photos[at] ?? photos[0];
  if (!photo) return frame(<p>还没有照片。</p>);
  const put = (changed: readonly TakenPhoto[]) => draft.change({ photos: changed });
  const setMarks = (marks: readonly Mark[]) => put(photos.map((one) => (one === photo ? { ...one, marks } : one)));
  const add = (mark: Mark) => (mark.tool === "text" ? setAsking(mark) : setMarks([...photo.marks, mark]));
  const taken = (more: TakenPhoto) => {
    put([...photos, more]);
    setAt(photos.length);
  };
  return frame(
    <>
      <ProblemNote text={problem} />
      {photos.length > 1 ? <Strip photos={photos} at={at} onPick={setAt} /> : null}
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
          <button type="button" className="pick" onClick={() => put(photos.filter((one) => one !== photo))}>
            <Icon name="x" />
            去掉这张
          </button>
        ) : null}
      </div>
      <p className="line__s">水印只印在副本上，原图一点不动。</p>
      {asking ? (
        <MarkWords
          onDone={(text) => {
            setMarks([...photo.marks, { ...asking, text }]);
            setAsking(undefined);
          }}
          onCancel={() => setAsking(undefined)}
        />
      ) : null}
    </>,
    <button type="button" className="btn btn--primary btn--main" onClick={() => draft.change({ step: "item" })}>
      下一步：认项
    </button>,
    <>
      <Tools tool={tool} onTool={setTool} onUndo={() => setMarks(photo.marks.slice(0, -1))} />
      <MarkPad
        key={photo.slotId}
        photo={photo}
        tool={tool}
        lines={watermarkOf(photo, shortName(rows.visit.enterpriseName), rows.visit.expertName)}
        onMark={add}
      />
    </>,
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
