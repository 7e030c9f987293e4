// A small drawing as a PNG, at once. `toBlob` leaves the writing to the browser's idle time, of which a slow phone has none while
// the person waits: a signature then took seconds. Only for what is small, because the page stands still meanwhile.

export function pngOf(canvas: HTMLCanvasElement): Blob {
  const address = canvas.toDataURL("image/png");
  const letters = atob(address.slice(address.indexOf(",") + 1));
  return new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))], { type: "image/png" });
}
