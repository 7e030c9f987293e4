// Photos for the demonstration: drawn, marked 演示 in the picture, with the EXIF a phone would write. The same request
// gives the same bytes on one machine. No people, no real place.
import { createRequire } from "node:module";
import sharp from "sharp";
import { SCENES, type SceneName } from "./photo-scenes.ts";
import { numbersFrom } from "./photo-shapes.ts";

export { SCENES, type SceneName } from "./photo-scenes.ts";

export interface PhotoRequest {
  /** Moves camera and light, so that two photos of one scene differ; before and after share a seed. */
  readonly seed: number;
  readonly scene: SceneName;
  /** The same place put right. */
  readonly after?: boolean;
  /** Printed in the picture beside 演示; at most one short line. */
  readonly caption: string;
  /** An instant; EXIF gets Shanghai's clock and '+08:00'. */
  readonly takenAt: string;
  readonly lat: number;
  readonly lng: number;
  /** Height is three quarters of it. */
  readonly width?: number;
}

const WIDTH = 760;
const HEIGHT = 570;
const FONT = createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf");

export async function makePhoto(request: PhotoRequest): Promise<Uint8Array> {
  const width = request.width ?? 1600;
  const height = Math.round((width * HEIGHT) / WIDTH);
  const svg = drawing(request, width, height);
  const mark = await textPicture(`演示　${request.caption}`, Math.round(width * 0.024), Math.round(width * 0.9));
  const margin = Math.round(width * 0.02);
  const photo = await sharp(Buffer.from(svg))
    .flatten()
    .composite([{ input: mark.data, left: margin, top: height - mark.height - margin }])
    .jpeg({ quality: 82 })
    .withExif(exifOf(request))
    .toBuffer();
  return new Uint8Array(photo);
}

function drawing({ seed, scene, after }: PhotoRequest, width: number, height: number): string {
  const next = numbersFrom(seed);
  const turn = (next() - 0.5) * 3;
  const zoom = 1.08 + next() * 0.12;
  const [left, up] = [(next() - 0.5) * 60, (next() - 0.5) * 24];
  const light = 0.2 + next() * 0.16;
  const [warm, sunX] = [next() * 0.09, 25 + next() * 50];
  const facing = next() < 0.5 ? -1 : 1;
  const content = after ? SCENES[scene].after() : SCENES[scene].before();
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
  <defs><radialGradient id="light" cx="${sunX}%" cy="32%" r="85%"><stop offset=".35" stop-opacity="0"/><stop offset="1" stop-color="#10181a" stop-opacity="${light + 0.24}"/></radialGradient></defs>
  <g transform="translate(${WIDTH / 2 + left} ${HEIGHT / 2 + up}) rotate(${turn}) scale(${zoom * facing} ${zoom}) translate(${-WIDTH / 2} ${-HEIGHT / 2})">${content}</g>
  <rect width="${WIDTH}" height="${HEIGHT}" fill="#f2a13c" opacity="${warm}"/>
  <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#light)"/>
  <rect y="${HEIGHT - 46}" width="${WIDTH}" height="46" fill="#0d1416" opacity=".5"/></svg>`;
}

/** Text is drawn from our own font file: SVG text would depend on the machine's fonts. */
async function textPicture(words: string, size: number, maxWidth: number) {
  const escaped = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const text = `<span foreground="#ffffff">${escaped}</span>`;
  const { data, info } = await sharp({
    text: { text, font: `Noto Sans SC Bold ${size}`, fontfile: FONT, rgba: true, dpi: 72 },
  })
    .resize({ width: maxWidth, withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, height: info.height };
}

/** EXIF 2.32: local time and its offset, place as degrees, minutes and hundredths of a second. */
function exifOf({ takenAt, lat, lng }: PhotoRequest) {
  const local = new Date(Date.parse(takenAt) + 8 * 3_600_000).toISOString();
  const time = `${local.slice(0, 10).replaceAll("-", ":")} ${local.slice(11, 19)}`;
  return {
    IFD0: { Make: "Bihuan", Model: "Demonstration", Software: "Bihuan demonstration", DateTime: time },
    IFD2: { DateTimeOriginal: time, DateTimeDigitized: time, OffsetTime: "+08:00", OffsetTimeOriginal: "+08:00" },
    IFD3: {
      GPSLatitudeRef: lat < 0 ? "S" : "N",
      GPSLatitude: sexagesimal(Math.abs(lat)),
      GPSLongitudeRef: lng < 0 ? "W" : "E",
      GPSLongitude: sexagesimal(Math.abs(lng)),
    },
  };
}

function sexagesimal(degrees: number): string {
  const hundredths = Math.round(degrees * 360_000);
  return `${Math.floor(hundredths / 360_000)}/1 ${Math.floor((hundredths % 360_000) / 6000)}/1 ${hundredths % 6000}/100`;
}
