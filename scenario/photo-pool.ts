// Photos enough for a thousand hazards: a few dozen are drawn once, then each use gets its own time and place in the EXIF,
// written over the drawn ones without drawing or compressing again.
import { createHash } from "node:crypto";
import { makePhoto, SCENES, type SceneName } from "./photos.ts";

export interface TakenPhoto {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly takenAt: string;
  readonly lat: number;
  readonly lng: number;
}

export interface PhotoPool {
  /** Another photo of the scene, taken at this instant and place. */
  take(scene: SceneName, after: boolean, takenAt: string, place: Place): TakenPhoto;
}

export interface Place {
  readonly lat: number;
  readonly lng: number;
}

const DRAWN_AT = "2001-02-03T04:05:06.000Z";
const DRAWN = { lat: 30 + 11 / 60 + 22.33 / 3600, lng: 120 + 12 / 60 + 33.44 / 3600 };
const AT_ONCE = 4;

interface Drawn {
  readonly scene: SceneName;
  readonly after: boolean;
  readonly bytes: Uint8Array;
}

/** Draws `variants` photos of every scene, before and after. */
export async function drawPool(variants: number, width = 760): Promise<PhotoPool> {
  const wanted = sceneNames.flatMap((scene) =>
    [false, true].flatMap((after) => Array.from({ length: variants }, (_, variant) => ({ scene, after, variant }))),
  );
  const drawn: Drawn[] = [];
  const next = wanted.values();
  const draw = async () => {
    for (const { scene, after, variant } of next) {
      const request = { scene, after, seed: 100 + variant, caption: "青岚街道", takenAt: DRAWN_AT, ...DRAWN, width };
      drawn.push({ scene, after, bytes: await makePhoto(request) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, draw));
  return poolOf(drawn);
}

export const sceneNames = Object.keys(SCENES).filter(isScene);

function isScene(name: string): name is SceneName {
  return Object.hasOwn(SCENES, name);
}

function poolOf(drawn: readonly Drawn[]): PhotoPool {
  const byScene = Map.groupBy(drawn, (one) => `${one.scene} ${one.after}`);
  let taken = 0;
  return {
    take(scene, after, takenAt, place) {
      const choices = byScene.get(`${scene} ${after}`) ?? drawn;
      const chosen = choices[taken % choices.length];
      if (!chosen) throw new Error("the pool has no photo");
      taken += 1;
      // A second is shared by several photos of a story; the hundredths of the place keep them apart.
      const spot = { lat: place.lat + (taken % 97) * 2.8e-6, lng: place.lng + (Math.floor(taken / 97) % 97) * 2.8e-6 };
      const bytes = restamped(chosen.bytes, takenAt, spot);
      return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes, takenAt, ...spot };
    },
  };
}

/** The same picture with another time and place. */
export function restamped(photo: Uint8Array, takenAt: string, { lat, lng }: Place): Uint8Array {
  const bytes = Buffer.from(photo);
  overwrite(bytes, Buffer.from(exifTime(DRAWN_AT)), Buffer.from(exifTime(takenAt)));
  overwrite(bytes, degreesOf(DRAWN.lat, true), degreesOf(lat, true));
  overwrite(bytes, degreesOf(DRAWN.lng, true), degreesOf(lng, true));
  overwrite(bytes, degreesOf(DRAWN.lat, false), degreesOf(lat, false));
  overwrite(bytes, degreesOf(DRAWN.lng, false), degreesOf(lng, false));
  return new Uint8Array(bytes);
}

function overwrite(bytes: Buffer, old: Buffer, fresh: Buffer): void {
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + old.length)) fresh.copy(bytes, at);
}

function exifTime(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10).replaceAll("-", ":")} ${local.slice(11, 19)}`;
}

/** Three rationals of eight bytes, in either byte order: degrees, minutes, hundredths of a second. */
function degreesOf(degrees: number, littleEndian: boolean): Buffer {
  const hundredths = Math.round(degrees * 360_000);
  const parts = [
    Math.floor(hundredths / 360_000),
    1,
    Math.floor((hundredths % 360_000) / 6000),
    1,
    hundredths % 6000,
    100,
  ];
  const view = new DataView(new ArrayBuffer(24));
  for (const [index, part] of parts.entries()) view.setUint32(index * 4, part, littleEndian);
  return Buffer.from(view.buffer);
}
