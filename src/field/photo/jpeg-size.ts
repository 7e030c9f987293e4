// The size of a JPEG as it will stand upright, read from its head without decoding it (ITU-T T.81 B.2.2, Exif 2.32 §4.6.4).
export interface UprightSize {
  readonly width: number;
  readonly height: number;
}

/** Cameras put previews and maker notes before the frame's head. */
const HEAD_BYTES = 512 * 1024;
const START = 0xffd8;
const EXIF = 0xffe1;
const SCAN = 0xffda;
const ORIENTATION = 0x0112;

/** Undefined for other kinds of file and for a head that is cut off. */
export async function jpegSize(file: Blob): Promise<UprightSize | undefined> {
  const head = new DataView(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (head.byteLength < 4 || head.getUint16(0) !== START) return undefined;
  let turned = false;
  let at = 2;
  while (at + 9 < head.byteLength) {
    const marker = head.getUint16(at);
    const length = head.getUint16(at + 2);
    if (marker === SCAN || length < 2) return undefined;
    if (isFrame(marker)) {
      const [height, width] = [head.getUint16(at + 5), head.getUint16(at + 7)];
      return turned ? { width: height, height: width } : { width, height };
    }
    if (marker === EXIF) turned = orientationOf(head, at + 4, at + 2 + length) >= 5;
    at += 2 + length;
  }
  return undefined;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
}

/** 1 to 8; 5 and more lie on their side. 1 where nothing is said. */
function orientationOf(head: DataView, start: number, end: number): number {
  const tiff = start + 6;
  // "Exif\0\0", then the byte order and the offset of the first directory.
  if (end > head.byteLength || tiff + 8 > end || head.getUint32(start) !== 0x45786966) return 1;
  const little = head.getUint16(tiff) === 0x4949;
  const directory = tiff + head.getUint32(tiff + 4, little);
  if (directory + 2 > end) return 1;
  const entries = head.getUint16(directory, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > end) return 1;
    if (head.getUint16(entry, little) === ORIENTATION) return head.getUint16(entry + 8, little);
  }
  return 1;
}
