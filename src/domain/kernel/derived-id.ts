// Ids of rows that a decision itself creates, the same on phone and server: RFC 9562 version 8 from the command's id.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** A UUID derived from a command's id and a label that is unique within the command. */
export function derivedId(commandId: string, label: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(`${commandId}:${label}`)));
  const variant = "89ab"[Number.parseInt(hex.slice(16, 17), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** SHA-256 of UTF-8 text, lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
