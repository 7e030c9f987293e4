// Drawings over a photo, in thousandths of its width and height, so that they fit the screen and the copy alike.
export type MarkTool = "arrow" | "circle" | "text" | "hide";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Mark {
  readonly tool: MarkTool;
  readonly from: Point;
  readonly to: Point;
  readonly text?: string;
}

export const MARK_COLOUR = "#FF3B2A";
/** Line width in thousandths of the photo's shorter side. */
export const MARK_WIDTH = 14;

/** A tap without a drag still makes something to be seen. */
export function spread(from: Point, to: Point): Point {
  const far = Math.hypot(to.x - from.x, to.y - from.y) > 40;
  return far ? to : { x: from.x + 160, y: from.y + 160 };
}

/** The two strokes of an arrow's head, at its end. */
export function arrowHead(from: Point, to: Point, length: number): readonly [Point, Point] {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const at = (turn: number) => ({
    x: to.x - length * Math.cos(angle + turn),
    y: to.y - length * Math.sin(angle + turn),
  });
  return [at(0.5), at(-0.5)];
}
