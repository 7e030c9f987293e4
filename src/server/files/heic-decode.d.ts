// heic-decode 2.1.0 ships no types.
declare module "heic-decode" {
  interface HeicPicture {
    readonly width: number;
    readonly height: number;
    decode(): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;
  }
  interface DecodeHeic {
    all(input: { readonly buffer: Uint8Array }): Promise<readonly HeicPicture[] & { dispose(): void }>;
  }
  const decodeHeic: DecodeHeic;
  export default decodeHeic;
}
