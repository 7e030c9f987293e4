// The drawings over a photo on a layer of their own: the picture beneath is not touched.
import { arrowHead, MARK_COLOUR, MARK_WIDTH, type Mark, type Point } from "../photo/marks.ts";

interface MarkLayerProps {
  readonly marks: readonly Mark[];
  /** Height over width of the photo. */
  readonly ratio: number;
}

export function MarkLayer({ marks, ratio }: MarkLayerProps) {
  const down = ({ x, y }: Point) => ({ x, y: y * ratio });
  const scaled = marks.map((mark) => ({ ...mark, from: down(mark.from), to: down(mark.to) }));
  return (
    <svg
      className="draw"
      viewBox={`0 0 1000 ${1000 * ratio}`}
      fill="none"
      stroke={MARK_COLOUR}
      strokeWidth={MARK_WIDTH * Math.min(1, ratio)}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {scaled.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawings are only added and taken back at the end
        <OneMark key={index} mark={mark} />
      ))}
    </svg>
  );
}

function OneMark({ mark }: { readonly mark: Mark }) {
  const { from, to } = mark;
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  const [width, height] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  switch (mark.tool) {
    case "circle":
      return <ellipse cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} />;
    case "arrow": {
      const [left, right] = arrowHead(from, to, 60);
      const path = `M${from.x} ${from.y}L${to.x} ${to.y}M${left.x} ${left.y}L${to.x} ${to.y}L${right.x} ${right.y}`;
      return <path d={path} />;
    }
    case "text":
      return (
        <text x={from.x} y={from.y} fill={MARK_COLOUR} stroke="#fff" paintOrder="stroke" fontSize={62} fontWeight={700}>
          {mark.text}
        </text>
      );
    case "hide":
      return <rect x={x} y={y} width={width} height={height} fill="rgb(120 128 130 / .92)" stroke="none" />;
    default:
      return mark.tool satisfies never;
  }
}
