// Photos that differ in their bytes: a camera never takes the same picture twice, and equal bytes would be stored once.
import sharp from "sharp";
import type { PhotoFile } from "./field-pages.ts";

const COLOURS = ["#8a9a94", "#a4865b", "#5c7d99", "#9b6a6a", "#6f8f5e"] as const;

/** A picture larger than its working copy, with its number written across, as noisy as a camera's by day. */
export async function photoNo(no: number): Promise<PhotoFile> {
  const words = `<svg width="1800" height="1350"><text x="200" y="900" font-size="600" fill="#fff">${no}</text></svg>`;
  const buffer = await sharp({
    create: {
      ...{ width: 1800, height: 1350, channels: 3, background: COLOURS[no % COLOURS.length] ?? COLOURS[0] },
      noise: { type: "gaussian", mean: 120, sigma: 6 },
    },
  })
    .composite([{ input: Buffer.from(words) }])
    .withMetadata()
    .jpeg({ quality: 80 })
    .toBuffer();
  return { name: `photo-${no}.jpg`, mimeType: "image/jpeg", buffer };
}
