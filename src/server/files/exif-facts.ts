// When, where and with what a photo says it was taken. A cross-check only: the command's clock and fix are the evidence.
// Dates are read raw; the library would otherwise read them in the server's own time zone.
import exifr from "exifr";
import { z } from "zod";

export interface ExifFacts {
  /** 'YYYY-MM-DDTHH:mm:ss' by the camera's clock, without zone. */
  readonly takenAtLocal: string | null;
  /** '+08:00' when the camera wrote one. */
  readonly offset: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly make: string | null;
  readonly model: string | null;
}

const NOTHING: ExifFacts = { takenAtLocal: null, offset: null, lat: null, lng: null, make: null, model: null };

const text = z.string().trim().min(1).max(100).nullable().catch(null);
const tagsSchema = z.object({
  DateTimeOriginal: text,
  CreateDate: text,
  OffsetTimeOriginal: text,
  OffsetTime: text,
  Make: text,
  Model: text,
  latitude: z.number().min(-90).max(90).nullable().catch(null),
  longitude: z.number().min(-180).max(180).nullable().catch(null),
});

const OPTIONS = { reviveValues: false, translateValues: false, xmp: false, icc: false, iptc: false, gps: true };

/** Damaged or absent EXIF is no EXIF: it never stops a photo. */
export async function readExif(bytes: Uint8Array): Promise<ExifFacts> {
  const parsed = tagsSchema.safeParse(await exifr.parse(bytes, OPTIONS).catch(() => undefined));
  if (!parsed.success) return NOTHING;
  const tags = parsed.data;
  return {
    takenAtLocal: localTimeOf(tags.DateTimeOriginal ?? tags.CreateDate),
    offset: offsetOf(tags.OffsetTimeOriginal ?? tags.OffsetTime),
    lat: tags.longitude === null ? null : tags.latitude,
    lng: tags.latitude === null ? null : tags.longitude,
    make: tags.Make,
    model: tags.Model,
  };
}

/** '2026:11:20 09:30:00' → '2026-11-20T09:30:00'; a camera whose clock was never set writes zeros. */
function localTimeOf(raw: string | null): string | null {
  const found = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})/.exec(raw ?? "");
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found;
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const instant = Date.parse(`${time}Z`);
  return Number.isNaN(instant) || year === "0000" ? null : time;
}

function offsetOf(raw: string | null): string | null {
  return raw && /^[+-]\d{2}:\d{2}$/.test(raw) ? raw : null;
}
