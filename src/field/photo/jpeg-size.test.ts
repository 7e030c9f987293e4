import sharp from "sharp";
import { expect, test } from "vitest";
import { jpegSize } from "./jpeg-size.ts";

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#8a9a94" } });

const blobOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]);

test.each([1, 3])("a picture of orientation %i is as wide as it says", async (orientation) => {
  const bytes = await drawn(400, 300).withMetadata({ orientation }).jpeg().toBuffer();
  expect(await jpegSize(blobOf(bytes))).toEqual({ width: 400, height: 300 });
});

test.each([5, 6, 8])("a picture of orientation %i stands upright", async (orientation) => {
  const bytes = await drawn(400, 300).withMetadata({ orientation }).jpeg().toBuffer();
  expect(await jpegSize(blobOf(bytes))).toEqual({ width: 300, height: 400 });
});

test("a progressive picture says its size as well", async () => {
  const bytes = await drawn(64, 48).jpeg({ progressive: true }).toBuffer();
  expect(await jpegSize(blobOf(bytes))).toEqual({ width: 64, height: 48 });
});

test("what is no JPEG, or cut off before its size, has none", async () => {
  const png = await drawn(10, 10).png().toBuffer();
  const jpeg = await drawn(10, 10).jpeg().toBuffer();
  expect(await jpegSize(blobOf(png))).toBeUndefined();
  expect(await jpegSize(blobOf(jpeg.subarray(0, 30)))).toBeUndefined();
  expect(await jpegSize(new Blob([]))).toBeUndefined();
});
