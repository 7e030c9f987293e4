import { readFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { photoProblems } from "#domain/documents/photo-problems.ts";
import type { Result } from "#domain/kernel/result.ts";
import { MAX_BLOB_BYTES } from "./blob-store.ts";
import { hashDistance, SAME_PHOTO_DISTANCE } from "./difference-hash.ts";
import { readExif } from "./exif-facts.ts";
import { readPhoto, stripForExport, thumbnail, workingCopy } from "./photo-intake.ts";
import { checkPhotoType, sniffPhotoMime } from "./photo-type.ts";

const EXIF = {
  IFD0: { Make: "Bihuan", Model: "Test 1" },
  IFD2: { DateTimeOriginal: "2026:11:23 09:30:00", OffsetTimeOriginal: "+08:00" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "30/1 9/1 3600/100",
    GPSLongitudeRef: "E",
    GPSLongitude: "120/1 16/1 1200/100",
  },
};

/** A picture whose halves differ, so that its hash and its orientation can be seen. */
function picture(width: number, height: number, flip = false): Sharp {
  const [left, right] = flip ? ["#fff", "#111"] : ["#111", "#fff"];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 90 80" preserveAspectRatio="none">
    <rect width="90" height="80" fill="${left}"/><path d="M45 0h45v80h-90z" fill="${right}"/><circle cx="30" cy="55" r="14" fill="#c33"/></svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

async function bytesOf(made: Sharp): Promise<Uint8Array> {
  return new Uint8Array(await made.toBuffer());
}

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.problem.code;
}

let jpeg: Uint8Array;
let png: Uint8Array;
beforeAll(async () => {
  jpeg = await bytesOf(picture(2000, 1500).jpeg().withExif(EXIF));
  png = await bytesOf(picture(64, 48).png());
});

describe("reading a photo", () => {
  it("a HEIC, turned as its own property says", async () => {
    const made = new Uint8Array(await readFile(new URL("../../../test/fixtures/turned.heic", import.meta.url)));
    expect(accepted(await readPhoto(made, "image/heic"))).toMatchObject({
      mime: "image/heic",
      width: 240,
      height: 320,
    });
    expect(codeOf(checkPhotoType(made, "image/jpeg"))).toBe("photo.mislabelled");
  });

  it("says what it is and what it says about itself", async () => {
    const reading = accepted(await readPhoto(jpeg, "image/jpeg"));
    expect(reading).toMatchObject({ mime: "image/jpeg", width: 2000, height: 1500 });
    expect(reading.exif).toMatchObject({
      takenAtLocal: "2026-11-23T09:30:00",
      offset: "+08:00",
      make: "Bihuan",
      model: "Test 1",
    });
    expect(reading.exif.lat).toBeCloseTo(30.16, 5);
    expect(reading.exif.lng).toBeCloseTo(120.27, 5);
    expect(reading.dhash).toMatch(/^[0-9a-f]{16}$/);
  });

  it("measures it upright", async () => {
    const turned = await bytesOf(picture(300, 200).jpeg().withMetadata({ orientation: 6 }));
    expect(accepted(await readPhoto(turned, null))).toMatchObject({ width: 200, height: 300 });
    const upright = await sharp(accepted(await workingCopy(turned))).metadata();
    expect(upright).toMatchObject({ width: 200, height: 300 });
    expect(upright.orientation).toBeUndefined();
  });

  it("keeps the camera's clock whatever zone the server runs in", async () => {
    const zone = process.env.TZ;
    process.env.TZ = "America/New_York";
    expect((await readExif(jpeg)).takenAtLocal).toBe("2026-11-23T09:30:00");
    process.env.TZ = zone;
  });

  it("takes a photo without EXIF, and zeros for no time", async () => {
    expect(accepted(await readPhoto(png, "image/png")).exif).toMatchObject({
      takenAtLocal: null,
      lat: null,
      lng: null,
    });
    const unset = await bytesOf(
      picture(40, 30)
        .jpeg()
        .withExif({ IFD2: { DateTimeOriginal: "0000:00:00 00:00:00" } }),
    );
    expect((await readExif(unset)).takenAtLocal).toBeNull();
  });
});

describe("what is no whole photo is refused in one sentence", () => {
  const head = (...codes: number[]) => new Uint8Array([...codes, ...new Array(40).fill(0)]);
  const heic = head(0, 0, 0, 24, ...Buffer.from("ftypheic"));

  it("a cut-off JPEG, at any length", async () => {
    for (const share of [0.02, 0.5, 0.98]) {
      expect(codeOf(await readPhoto(jpeg.slice(0, Math.floor(jpeg.length * share)), "image/jpeg"))).toBe(
        "photo.damaged",
      );
    }
    expect(codeOf(await workingCopy(jpeg.slice(0, jpeg.length / 2)))).toBe("photo.damaged");
  });

  it("a PNG called JPEG, and the other way round", async () => {
    expect(await readPhoto(png, "image/jpeg")).toMatchObject({
      problem: { code: "photo.mislabelled", params: { declared: "JPEG", found: "PNG" } },
    });
    expect(codeOf(await readPhoto(jpeg, "image/png; charset=x"))).toBe("photo.mislabelled");
  });

  it("text, PDF, GIF, video", async () => {
    const others = [
      new TextEncoder().encode("<html>"),
      head(...Buffer.from("%PDF-1.7")),
      head(...Buffer.from("GIF89a")),
      head(0, 0, 0, 24, ...Buffer.from("ftypmp42")),
    ];
    for (const bytes of [...others, new Uint8Array()])
      expect(codeOf(await readPhoto(bytes, null))).toBe("photo.not_a_picture");
  });

  it("a HEIC without a picture in it", async () => {
    expect(sniffPhotoMime(heic)).toBe("image/heic");
    expect(checkPhotoType(heic, "image/heif").ok).toBe(true);
    expect(codeOf(checkPhotoType(heic, "image/jpeg"))).toBe("photo.mislabelled");
    expect(codeOf(await readPhoto(heic, "image/heic"))).toBe("photo.damaged");
  });

  it("more than 30 MB or 60 megapixels", async () => {
    expect(codeOf(await readPhoto(new Uint8Array(MAX_BLOB_BYTES + 1), null))).toBe("photo.too_large");
    const wide = sharp({
      create: { width: 10_000, height: 6_001, channels: 3, background: "#888" },
      limitInputPixels: false,
    });
    expect(codeOf(await readPhoto(await bytesOf(wide.png({ compressionLevel: 1 })), null))).toBe(
      "photo.too_many_pixels",
    );
  });

  it("has a sentence for each code", () => {
    for (const label of Object.values(photoProblems)) expect(label.zh).toMatch(/。$/);
  });
});

describe("copies", () => {
  it("are at most 1,600 px and never enlarged", async () => {
    expect(await sharp(accepted(await workingCopy(jpeg))).metadata()).toMatchObject({
      format: "jpeg",
      width: 1600,
      height: 1200,
    });
    expect(await sharp(accepted(await workingCopy(png))).metadata()).toMatchObject({ format: "jpeg", width: 64 });
    expect(await sharp(accepted(await thumbnail(jpeg, 320))).metadata()).toMatchObject({ width: 320, height: 240 });
  });

  it("carry no metadata out, and no place above all", async () => {
    expect(Buffer.from(jpeg).includes("Exif")).toBe(true);
    for (const copy of [await stripForExport(jpeg), await workingCopy(jpeg), await thumbnail(jpeg, 200)]) {
      const { exif, xmp, iptc } = await sharp(accepted(copy)).metadata();
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    }
    expect((await sharp(accepted(await stripForExport(jpeg))).metadata()).width).toBe(2000);
  });
});

describe("the perceptual hash", () => {
  it("stays near for the same picture and far for another", async () => {
    const [rising, falling] = await Promise.all([shaded("#000", "#fff"), shaded("#fff", "#000")]);
    const one = accepted(await readPhoto(rising, null)).dhash;
    const small = await bytesOf(sharp(rising).resize(500).jpeg({ quality: 40 }));
    expect(hashDistance(one, accepted(await readPhoto(small, null)).dhash)).toBeLessThanOrEqual(SAME_PHOTO_DISTANCE);
    expect(hashDistance(one, accepted(await readPhoto(falling, null)).dhash)).toBeGreaterThan(SAME_PHOTO_DISTANCE * 3);
    expect(hashDistance("0000000000000000", "ffffffffffffffff")).toBe(64);
  });
});

function shaded(from: string, to: string): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="800"><linearGradient id="g">
    <stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient><rect width="900" height="800" fill="url(#g)"/></svg>`;
  return bytesOf(sharp(Buffer.from(svg)).flatten().jpeg());
}
