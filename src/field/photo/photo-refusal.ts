// Why a file is not taken as a photo, in a sentence that says what to do. Nothing of it is kept.
import { isHeic } from "./open-heic.ts";

const EMPTY = "这张照片是空的，没有存。多半是相机还没存好就切走了，请再拍一张。";
const NO_PICTURE = "这个文件不是照片，没有存。请拍照，或选一张JPG、PNG照片。";
const HEIC = "这张HEIC照片打不开，没有存。请再拍一张；还不行，就在相机设置里把格式改成“兼容性最佳（JPG）”。";
const BROKEN = "这张照片不完整，打不开，没有存。请再拍一张。";

/** For a file the browser could not decode. */
export async function whyNoPhoto(file: Blob): Promise<string> {
  if (file.size === 0) return EMPTY;
  if (await isHeic(file)) return HEIC;
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  const letters = String.fromCharCode(...head);
  return looksLikePicture(head, letters) ? BROKEN : NO_PICTURE;
}

function looksLikePicture(head: Uint8Array, letters: string): boolean {
  const isJpeg = head[0] === 0xff && head[1] === 0xd8;
  const isPng = head[0] === 0x89 && letters.slice(1, 4) === "PNG";
  return isJpeg || isPng || letters.startsWith("GIF8") || letters.slice(8, 12) === "WEBP";
}
