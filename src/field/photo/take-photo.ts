// A photo from the camera or the album: its own bytes untouched, an upright picture to work on, the moment and the place.
import { v7 as uuidv7 } from "uuid";
import { clockOf, dayOf, type Instant } from "#domain/calendar/local-date.ts";
import type { PhotoArgs } from "#domain/visit/photo-slot.ts";
import { correctedNow } from "../store/device.ts";
import type { PhotoToSend } from "../store/issue-commands.ts";
import { markedCopy, uprightCopy } from "./draw-copy.ts";
import type { Mark } from "./marks.ts";
import { isHeic } from "./open-heic.ts";
import { sha256Of } from "./photo-hash.ts";
import { findPlace, type PlaceFix, spokenPlace } from "./place-fix.ts";

/** A photo that is not named by a command yet; kept in the form's draft. */
export interface TakenPhoto {
  readonly slotId: string;
  readonly original: Blob;
  readonly upright: Blob;
  readonly marks: readonly Mark[];
  readonly takenAt: Instant;
  readonly source: "camera" | "library";
  readonly place?: PlaceFix;
}

export interface ReadyPhoto {
  readonly args: PhotoArgs;
  readonly sends: readonly PhotoToSend[];
}

export async function takePhoto(file: Blob, source: TakenPhoto["source"]): Promise<TakenPhoto> {
  const takenAt = correctedNow();
  const [upright, place] = await Promise.all([uprightCopy(file), source === "camera" ? findPlace(3_000) : undefined]);
  return {
    slotId: uuidv7(),
    original: await namedByContent(file),
    upright,
    marks: [],
    takenAt,
    source,
    ...(place ? { place } : {}),
  };
}

/** Many phones hand a HEIC over as a JPEG or as nothing in particular; the server takes it by its right name only. */
async function namedByContent(file: Blob): Promise<Blob> {
  return (await isHeic(file)) ? new Blob([file], { type: "image/heic" }) : file;
}

/** What stands at the foot of the copy: enterprise, moment, person, place. One from the album says so: its moment is not known. */
export function watermarkOf(photo: TakenPhoto, enterprise: string, person: string): readonly string[] {
  const moment = `${dayOf(photo.takenAt)} ${clockOf(photo.takenAt)}`;
  const when = photo.source === "library" ? `${moment} ${person} 从相册选入` : `${moment} ${person}`;
  return [enterprise, photo.place ? `${when} ${spokenPlace(photo.place)}` : when];
}

/** The copy with drawings and watermark, both hashes, and what goes to the outbox. */
export async function readyPhoto(photo: TakenPhoto, lines: readonly string[]): Promise<ReadyPhoto> {
  const working = await markedCopy(photo.upright, photo.marks, lines);
  const [sha256, originalSha256] = await Promise.all([sha256Of(working), sha256Of(photo.original)]);
  const { slotId, takenAt, source, place } = photo;
  return {
    args: {
      slotId,
      sha256,
      originalSha256,
      bytes: working.size,
      takenAt,
      lat: place?.lat ?? null,
      lng: place?.lng ?? null,
      source,
    },
    sends: [
      { slotId, sha256, kind: "working", blob: working, takenAt },
      { slotId, sha256: originalSha256, kind: "original", blob: photo.original, takenAt },
    ],
  };
}

/** A drawn signature as a slot's picture; it has no other original. */
export async function readyDrawing(png: Blob, takenAt: Instant): Promise<ReadyPhoto> {
  const slotId = uuidv7();
  const sha256 = await sha256Of(png);
  const args = {
    slotId,
    sha256,
    originalSha256: null,
    bytes: png.size,
    takenAt,
    lat: null,
    lng: null,
    source: "drawn",
  };
  return {
    args: { ...args, source: "drawn" },
    sends: [{ slotId, sha256, kind: "working", blob: png, takenAt }],
  };
}
