// One cell read for one field: a value, perhaps with something to tell, or the reason it cannot be taken.

/** `note` and `reason` are tails of a sentence that begins with row and column: “只有17位，应为18位”. */
export type CellReading<T> =
  | { readonly ok: true; readonly value: T; readonly note?: string }
  | { readonly ok: false; readonly reason: string; readonly suggestion?: string };

export function read<T>(value: T, note?: string): CellReading<T> {
  return note === undefined ? { ok: true, value } : { ok: true, value, note };
}

/** `suggestion` is what the cell would have to say, when that can be worked out. */
export function unreadable<T>(reason: string, suggestion?: string): CellReading<T> {
  return suggestion === undefined ? { ok: false, reason } : { ok: false, reason, suggestion };
}
