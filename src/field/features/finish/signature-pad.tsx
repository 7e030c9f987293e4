// A signature drawn with the finger, as a PNG on white.
import { type PointerEvent, useRef, useState } from "react";
import { TextField } from "../../components/text-field.tsx";
import { pngOf } from "../../photo/png-of.ts";

const SCALE = 2;
const INK = "#1B2629";
const LINE = 5;

interface SignaturePadProps {
  readonly title: string;
  readonly name: string;
  readonly onDone: (name: string, drawing: Blob) => void;
  readonly onCancel: () => void;
}

export function SignaturePad({ title, name, onDone, onCancel }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [signer, setSigner] = useState(name);
  const [drawn, setDrawn] = useState(false);
  const pen = usePen(canvas, () => setDrawn(true));
  const done = () => canvas.current && onDone(signer.trim(), pngOf(canvas.current));
  const wipe = () => {
    pen.wipe();
    setDrawn(false);
  };
  return (
    <div className="modal" role="dialog" aria-modal="true" aria-label={title}>
      <div className="modal__sheet">
        <h2 className="lead">{title}</h2>
        <TextField label="姓名" value={signer} onChange={setSigner} />
        <canvas
          ref={canvas}
          className="pad"
          width={360 * SCALE}
          height={220 * SCALE}
          aria-label="在这里签"
          {...pen.handlers}
        />
        <div className="row">
          <button type="button" className="btn" onClick={onCancel}>
            先不签
          </button>
          <button type="button" className="btn" onClick={wipe}>
            重写
          </button>
          <button
            type="button"
            className="btn btn--primary btn--main"
            disabled={!drawn || !signer.trim()}
            onClick={done}
          >
            签好了
          </button>
        </div>
      </div>
    </div>
  );
}

function usePen(canvas: React.RefObject<HTMLCanvasElement | null>, onDrawn: () => void) {
  const context = () => canvas.current?.getContext("2d") ?? undefined;
  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const { width, height } = event.currentTarget;
    return [
      ((event.clientX - box.left) / box.width) * width,
      ((event.clientY - box.top) / box.height) * height,
    ] as const;
  };
  return {
    wipe: () => context()?.clearRect(0, 0, 10_000, 10_000),
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const ink = context();
        if (!ink) return;
        ink.globalCompositeOperation = "destination-over";
        ink.fillStyle = "#FFFFFF";
        ink.fillRect(0, 0, event.currentTarget.width, event.currentTarget.height);
        ink.globalCompositeOperation = "source-over";
        ink.strokeStyle = INK;
        ink.lineWidth = LINE * SCALE;
        ink.lineCap = "round";
        ink.lineJoin = "round";
        ink.beginPath();
        ink.moveTo(...at(event));
      },
      onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const ink = context();
        const to = at(event);
        ink?.lineTo(...to);
        ink?.stroke();
        // The next move draws its own stretch, not all of the line again.
        ink?.beginPath();
        ink?.moveTo(...to);
        onDrawn();
      },
    },
  };
}
