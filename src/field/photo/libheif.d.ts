// libheif-js 1.23.2 ships types of its inner parts, not of what its picture classes do.
declare module "libheif-js/libheif-wasm/libheif.js" {
  export interface HeifImage {
    get_width(): number;
    get_height(): number;
    /** Fills the pixels; null when they cannot be decoded. */
    display(target: ImageData, done: (filled: ImageData | null) => void): void;
  }
  interface Libheif {
    readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] };
  }
  const openDecoder: (options: { readonly wasmBinary: ArrayBuffer }) => Promise<Libheif>;
  export default openDecoder;
}
