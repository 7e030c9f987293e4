// Opens one HEIC picture in a thread of its own, for browsers that cannot: the decoder is synchronous and takes a second and
// more on a phone. Turned and mirrored as the file's own properties say; its EXIF, which says the same again, is not heeded.
import openDecoder, { type HeifImage } from "libheif-js/libheif-wasm/libheif.js";
import decoderUrl from "libheif-js/libheif-wasm/libheif.wasm?url";

export interface HeicTask {
  readonly bytes: Uint8Array;
  readonly longestSide: number;
}

/** Nothing where the file holds no picture, or one too large for a phone. */
export type HeicReply = { readonly bitmap: ImageBitmap } | { readonly failed: string };

/** As the server's. */
const MAX_PIXELS = 60_000_000;

self.onmessage = async (event: MessageEvent<HeicTask>) => {
  try {
    const bitmap = await decode(event.data);
    self.postMessage({ bitmap } satisfies HeicReply, { transfer: [bitmap] });
  } catch (error) {
    self.postMessage({ failed: String(error) } satisfies HeicReply);
  }
};

async function decode({ bytes, longestSide }: HeicTask): Promise<ImageBitmap> {
  const wasmBinary = await (await fetch(decoderUrl)).arrayBuffer();
  const { HeifDecoder } = await openDecoder({ wasmBinary });
  const [image] = new HeifDecoder().decode(bytes);
  if (!image) throw new Error("no picture in the file");
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > MAX_PIXELS) throw new Error(`too large: ${width} × ${height}`);
  const pixels = await pixelsOf(image, width, height);
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return createImageBitmap(pixels, {
    ...{ resizeWidth: Math.round(width * scale), resizeHeight: Math.round(height * scale) },
    resizeQuality: "high",
  });
}

function pixelsOf(image: HeifImage, width: number, height: number): Promise<ImageData> {
  return new Promise((resolve, reject) => {
    image.display(new ImageData(width, height), (filled) => {
      if (filled) resolve(filled);
      else reject(new Error("the picture is damaged"));
    });
  });
}
