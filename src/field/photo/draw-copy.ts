// The working copy: upright, at most 1,600 px, with the drawings and a watermark burnt in. The camera's file stays as it is.
import { jpegSize } from "./jpeg-size.ts";
import { arrowHead, MARK_COLOUR, MARK_WIDTH, type Mark, type Point } from "./marks.ts";
import { isHeic, openHeic } from "./open-heic.ts";

const LONGEST_SIDE = 1600;
const QUALITY = 0.8;
const TILE = 24;

/** The picture upright and scaled; what screens show while it is being marked. */
export async function uprightCopy(file: Blob): Promise<Blob> {
  const canvas = await canvasOf(file);
  return toJpeg(canvas);
}

/** `lines` stand at the foot, on this copy only. */
export async function markedCopy(upright: Blob, marks: readonly Mark[], lines: readonly string[]): Promise<Blob> {
  const canvas = await canvasOf(upright);
  const pen = penOf(canvas);
  for (const mark of marks) drawMark(canvas, pen, mark);
  drawWatermark(canvas, pen, lines);
  return toJpeg(canvas);
}

/**
 * The browser turns the picture by its EXIF orientation while it decodes, and is asked for the small size at once, so that
 * twelve megapixels are not kept beside it. A browser that hands out the large one all the same is scaled here.
 */
async function canvasOf(file: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await bitmapOf(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  penOf(canvas).drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}

async function bitmapOf(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image", ...(await smaller(file)) });
  } catch (error) {
    if (await isHeic(file)) return openHeic(file, LONGEST_SIDE);
    throw error;
  }
}

/** The size to decode to; nothing where the file does not say its size or is small enough. */
async function smaller(file: Blob): Promise<ImageBitmapOptions> {
  const size = await jpegSize(file);
  if (!size) return {};
  const scale = LONGEST_SIDE / Math.max(size.width, size.height);
  if (scale >= 1) return {};
  const resized = { resizeWidth: Math.round(size.width * scale), resizeHeight: Math.round(size.height * scale) };
  return { ...resized, resizeQuality: "high" };
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("this browser draws nothing on a canvas");
  return pen;
}

function toJpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be written"))),
      "image/jpeg",
      QUALITY,
    );
  });
}

function drawMark(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D, mark: Mark): void {
  const place = ({ x, y }: Point) => ({ x: (x / 1000) * canvas.width, y: (y / 1000) * canvas.height });
  const [from, to] = [place(mark.from), place(mark.to)];
  const unit = Math.min(canvas.width, canvas.height) / 1000;
  pen.strokeStyle = MARK_COLOUR;
  pen.lineWidth = MARK_WIDTH * unit;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  if (mark.tool === "circle") drawCircle(pen, from, to);
  else if (mark.tool === "arrow") drawArrow(pen, from, to, 60 * unit);
  else if (mark.tool === "text") drawText(pen, from, mark.text ?? "", 62 * unit);
  else hideFace(canvas, pen, from, to);
}

function drawCircle(pen: CanvasRenderingContext2D, from: Point, to: Point): void {
  pen.beginPath();
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  pen.ellipse(x, y, Math.abs(to.x - from.x) / 2, Math.abs(to.y - from.y) / 2, 0, 0, Math.PI * 2);
  pen.stroke();
}

function drawArrow(pen: CanvasRenderingContext2D, from: Point, to: Point, head: number): void {
  const [left, right] = arrowHead(from, to, head);
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.moveTo(left.x, left.y);
  pen.lineTo(to.x, to.y);
  pen.lineTo(right.x, right.y);
  pen.stroke();
}

function drawText(pen: CanvasRenderingContext2D, at: Point, text: string, size: number): void {
  pen.font = `700 ${size}px sans-serif`;
  pen.lineWidth = size / 5;
  pen.strokeStyle = "#FFFFFF";
  pen.strokeText(text, at.x, at.y);
  pen.fillStyle = MARK_COLOUR;
  pen.fillText(text, at.x, at.y);
}

/** Coarse tiles over a face; the camera's file keeps it, this copy does not. */
function hideFace(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D, from: Point, to: Point): void {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  const [width, height] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  const small = document.createElement("canvas");
  small.width = Math.max(1, Math.round(width / TILE));
  small.height = Math.max(1, Math.round(height / TILE));
  penOf(small).drawImage(canvas, x, y, width, height, 0, 0, small.width, small.height);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(small, 0, 0, small.width, small.height, x, y, width, height);
  pen.imageSmoothingEnabled = true;
}

function drawWatermark(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D, lines: readonly string[]): void {
  const size = Math.max(14, Math.round(Math.min(canvas.width, canvas.height) / 34));
  const height = size * 1.5 * lines.length + size * 1.4;
  const shade = pen.createLinearGradient(0, canvas.height - height, 0, canvas.height);
  shade.addColorStop(0, "rgb(0 0 0 / 0)");
  shade.addColorStop(1, "rgb(0 0 0 / .72)");
  pen.fillStyle = shade;
  pen.fillRect(0, canvas.height - height, canvas.width, height);
  pen.font = `${size}px sans-serif`;
  pen.fillStyle = "#FFFFFF";
  for (const [index, line] of lines.entries()) {
    pen.fillText(
      line,
      size,
      canvas.height - size * 0.9 - (lines.length - 1 - index) * size * 1.5,
      canvas.width - 2 * size,
    );
  }
}
