// An agency advises (安全生产法 2021 第15条); ordering belongs to those who enforce (第65、70条). Its own words therefore
// never say 责令. What a clause says is exempt and stands in a field of its own (`citation.summary`).
import { z } from "zod";
import { cleanText } from "../kernel/text.ts";

const ORDER = /责\s*令/u;

/** True when an agency's sentence would read as an order. */
export function saysOrder(words: string): boolean {
  return ORDER.test(words);
}

/** Required text an agency wrote, of at most `max` characters, that gives no order. */
export function agencyWords(max: number) {
  return z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1).max(max))
    .refine((words) => !saysOrder(words), { error: "document.agency_orders" });
}
