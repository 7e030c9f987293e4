// What a signature binds: SHA-256 over the RFC 8785 bytes of a form's data. The number is left out, because the
// server gives it later than the signature; so two copies with different numbers have the same digest.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import serialize from "canonicalize";

/** Any form's data: its own version and its number, null until it is issued. */
export interface NumberedForm {
  readonly form: string;
  readonly formVersion: number;
  readonly number: string | null;
}

/** The RFC 8785 (JSON Canonicalization Scheme) bytes of what is signed. */
export function canonicalBytes(formData: NumberedForm): Uint8Array {
  const { number, ...signed } = formData;
  const text = serialize(signed);
  if (text === undefined) throw new TypeError("form data is not JSON");
  return utf8ToBytes(text);
}

/** 64 hexadecimal characters; printed on every rendering of the document. */
export function canonicalDigest(formData: NumberedForm): string {
  return bytesToHex(sha256(canonicalBytes(formData)));
}
