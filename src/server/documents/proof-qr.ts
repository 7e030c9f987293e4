// The proof code as a picture: an SVG of one path, so that nothing in it depends on fonts. Public; never the access link.
import qrcode from "qrcode";

/** Quiet zone of 4 modules and correction level M, after ISO/IEC 18004. */
const QUIET_ZONE = 4;

export function proofQrSvg(url: string): string {
  const { size, data } = qrcode.create(url, { errorCorrectionLevel: "M" }).modules;
  const side = size + QUIET_ZONE * 2;
  let path = "";
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; ) {
      const length = darkRun(data, row * size + column, size - column);
      if (length > 0) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`;
      column += length + 1;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}"><path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/><path fill="#000" d="${path}"/></svg>`;
}

function darkRun(data: Uint8Array, from: number, limit: number): number {
  let length = 0;
  while (length < limit && data[from + length]) length += 1;
  return length;
}
