import { type PointerEvent, useState } from "react";
import { MarkLayer } from "../../components/mark-layer.tsx";
import { useBlobUrl } from "../../components/picture.tsx";
import { type Mark, type MarkTool, type Point, spread } from "../../photo/marks.ts";
import type { TakenPhoto } from "../../photo/take-photo.ts";

interface MarkPadProps {
  readonly photo: TakenPhoto;
  readonly tool: MarkTool;
  /** The watermark as the copy will carry it. */
  readonly lines: readonly string[];
  readonly onMark: (mark: Mark) => void;
}

/** The picture with its drawings; a stroke of the finger makes one more. */
export function MarkPad({ photo, tool, lines, onMark }: MarkPadProps) {
  const url = useBlobUrl(photo.upright);
  const [ratio, setRatio] = useState(0.75);
  const [drawing, setDrawing] = useState<Mark>();
  const start = (event: PointerEvent<HTMLDivElement>) => {
    const from = pointOf(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawing({ tool, from, to: from });
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (drawing) setDrawing({ ...drawing, to: pointOf(event) });
  };
  const end = () => {
    if (drawing) onMark({ ...drawing, to: spread(drawing.from, drawing.to) });
    setDrawing(undefined);
  };
  const marks = drawing ? [...photo.marks, { ...drawing, text: "" }] : photo.marks;
  return (
    <div className="shot">
      <div
        className="shot__frame"
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={() => setDrawing(undefined)}
      >
        {url ? (
          <img
            className="shot__img"
            src={url}
            alt="刚拍的照片"
            draggable={false}
            onLoad={({ currentTarget }) => setRatio(currentTarget.naturalHeight / currentTarget.naturalWidth)}
          />
        ) : null}
        <MarkLayer marks={marks} ratio={ratio} />
        <div className="photo__mark">
          {lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      </div>
    </div>
  );
}

function pointOf(event: PointerEvent<HTMLDivElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  const within = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000);
  return { x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) };
}
