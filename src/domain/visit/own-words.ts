// An agency's own words give no order (R9; 安全生产法 2021 第67条): refused in every text field it writes.
import type { Refused } from "../kernel/result.ts";
import { refuse } from "../kernel/result.ts";
import { forbiddenOrderWords } from "../law/own-words.ts";

/** A refusal when one of the agency's own texts says 责令 outside a quotation. */
export function refuseOrderWords(...texts: readonly (string | null | undefined)[]): Refused | undefined {
  const text = texts.find((words) => words && forbiddenOrderWords(words).length > 0);
  return text ? refuse("visit.order_words", { text: text.slice(0, 40) }) : undefined;
}
