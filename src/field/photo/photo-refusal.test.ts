import { expect, test } from "vitest";
import { whyNoPhoto } from "./photo-refusal.ts";

test.each([
  ["nothing at all", new Uint8Array([]), "是空的"],
  ["a phone's HEIC", new Uint8Array([0, 0, 0, 24, ...letters("ftypheic")]), "HEIC"],
  ["a JPEG cut off", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0, 0, 0, 0, 0, 0]), "不完整"],
  ["a document", new Uint8Array(letters("%PDF-1.7 ...")), "不是照片"],
])("%s gets its sentence", async (_, bytes, words) => {
  expect(await whyNoPhoto(new Blob([bytes]))).toContain(words);
});

function letters(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}
