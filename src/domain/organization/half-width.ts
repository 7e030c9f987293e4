// Digits and letters typed on a Chinese keyboard in full width, brought to the width machines compare.
// Only for codes, numbers, column names and matching keys; a stored name keeps the characters it was written with.

/** Full-width ASCII (U+FF01–FF5E) and the ideographic space in half width. ㎡ and other symbols stay. */
export function halfWidth(raw: string): string {
  return raw
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ");
}

/** Half width and without any white space, line breaks included. */
export function compact(raw: string): string {
  return halfWidth(raw).replace(/\s+/g, "");
}
