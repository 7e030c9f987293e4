// Required words of an agency in a form: they advise and never order (`law/own-words.ts`). What a clause says is exempt
// and stands in a field of its own (`citation.summary`).
import { z } from "zod";
import { cleanText } from "../kernel/text.ts";
import { forbiddenOrderWords } from "../law/own-words.ts";

/** True when an agency's sentence would read as an order. */
export function saysOrder(words: string): boolean {
  return forbiddenOrderWords(words).length > 0;
}

/** Required text an agency wrote, of at most `max` characters, that gives no order. */
export function agencyWords(max: number) {
  return z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1).max(max))
    .refine((words) => !saysOrder(words), { error: "document.agency_orders" });
}
