// A 64-bit perceptual hash (dHash): each bit says whether brightness rises from one cell of a 9 × 8 grid to the next.
// Near hashes mean "look whether this photo was used before"; they prove nothing alone.
import type { Sharp } from "sharp";

const COLUMNS = 9;
const ROWS = 8;

/**
 * At most this many bits apart: the same picture, recompressed or resized. Different pictures lie near 32; the same corner put
 * right and taken from the same angle, as owners are asked to, may lie below 10 and is no repeat.
 */
export const SAME_PHOTO_DISTANCE = 4;

/** 16 hexadecimal characters of an upright picture. */
export async function differenceHash(picture: Sharp): Promise<string> {
  const grid = await picture.flatten().greyscale().resize(COLUMNS, ROWS, { fit: "fill" }).raw().toBuffer();
  let bits = 0n;
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS - 1; column += 1) {
      const at = row * COLUMNS + column;
      bits = (bits << 1n) | ((grid[at] ?? 0) < (grid[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(16, "0");
}

/** Number of bits in which two hashes differ, 0 to 64. */
export function hashDistance(one: string, other: string): number {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; differing > 0n; differing &= differing - 1n) count += 1;
  return count;
}
