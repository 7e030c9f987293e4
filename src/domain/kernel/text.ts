// What any stored text has been through: NFC, trimmed, no control characters, no lone surrogates.
import { z } from "zod";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** NFC, without control, direction and zero-width characters, trimmed. Line breaks and tabs stay; CRLF becomes LF. */
export function cleanText(raw: string): string {
  return raw
    .toWellFormed()
    .replaceAll("\uFFFD", "")
    .replaceAll("\r\n", "\n")
    .normalize("NFC")
    .replace(CONTROL, "")
    .trim();
}

/** Required text of at most `max` characters (UTF-16 units), cleaned. */
export function text(max: number) {
  return z.string().transform(cleanText).pipe(z.string().min(1).max(max));
}

/** Text that may be left empty; an empty one becomes null. */
export function optionalText(max: number) {
  return z
    .string()
    .nullish()
    .transform((value) => (value == null ? null : cleanText(value) || null))
    .pipe(z.string().max(max).nullable());
}
