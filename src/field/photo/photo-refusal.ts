// Why a file is not taken as a photo, in a sentence that says what to do. Nothing of it is kept.
const HEIF_BRANDS: readonly string[] = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif"];

const EMPTY = "这张照片是空的，没有存。多半是相机还没存好就切走了，请再拍一张。";
const NO_PICTURE = "这个文件不是照片，没有存。请拍照，或选一张JPG、PNG照片。";
const HEIF =
  "这是HEIC照片，这台手机的浏览器打不开，没有存。请在相机设置里把格式改成“兼容性最佳（JPG）”再拍，或先转成JPG再选。";
const BROKEN = "这张照片不完整，打不开，没有存。请再拍一张。";

/** For a file the browser could not decode. */
export async function whyNoPhoto(file: Blob): Promise<string> {
  if (file.size === 0) return EMPTY;
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  const letters = String.fromCharCode(...head);
  if (letters.slice(4, 8) === "ftyp" && HEIF_BRANDS.includes(letters.slice(8, 12))) return HEIF;
  return looksLikePicture(head, letters) ? BROKEN : NO_PICTURE;
}

function looksLikePicture(head: Uint8Array, letters: string): boolean {
  const isJpeg = head[0] === 0xff && head[1] === 0xd8;
  const isPng = head[0] === 0x89 && letters.slice(1, 4) === "PNG";
  return isJpeg || isPng || letters.startsWith("GIF8") || letters.slice(8, 12) === "WEBP";
}
