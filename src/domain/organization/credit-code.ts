// The unified social credit code of GB 32100-2015: 18 characters, the last one a check over the first 17.
// It says whether a code can be one, never whether the enterprise exists.
import { z } from "zod";
import { cleanText } from "../kernel/text.ts";
import { compact } from "./half-width.ts";

/** GB 32100-2015 table 1: digits and capital letters without I, O, S, V and Z; the index is the character's value. */
export const CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** GB 32100-2015 table 2: the weight of position i is 3^(i-1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const LENGTH = 18;

/** Letters the standard leaves out, and what a typist most likely meant. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: "0", I: "1", Z: "2", S: "5", V: "U" };

export type CreditCodeFault =
  | { readonly kind: "length"; readonly length: number }
  | { readonly kind: "character"; readonly position: number; readonly character: string }
  | { readonly kind: "check"; readonly expected: string };

/** Half width, without spaces, hyphens and the apostrophe that marks text in a sheet, in capitals. */
export function normalizeCreditCode(raw: string): string {
  return compact(cleanText(raw))
    .replace(/[-–—]/g, "")
    .replace(/^['’‘`]+/, "")
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** The 18th character for the first 17 (GB 32100-2015 section 5.2); undefined when one of them is outside the alphabet. */
export function findCheckCharacter(first17: string): string | undefined {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = CREDIT_CODE_ALPHABET.indexOf(first17.charAt(index) || "?");
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return CREDIT_CODE_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** What keeps a normalized code from being one, or undefined when it is one. Positions count from 1. */
export function findCreditCodeFault(code: string): CreditCodeFault | undefined {
  const characters = [...code];
  if (characters.length !== LENGTH) return { kind: "length", length: characters.length };
  for (const [index, character] of characters.entries()) {
    if (!CREDIT_CODE_ALPHABET.includes(character)) return { kind: "character", position: index + 1, character };
  }
  const expected = findCheckCharacter(code.slice(0, LENGTH - 1));
  return expected === undefined || expected === code.charAt(LENGTH - 1) ? undefined : { kind: "check", expected };
}

export function isCreditCode(code: string): boolean {
  return findCreditCodeFault(code) === undefined;
}

/** The code with look-alike letters replaced (O as 0, I as 1 …), when that alone makes it right. */
export function findLookalikeCorrection(code: string): string | undefined {
  const replaced = code.replace(/[OIZSV]/g, (letter) => LOOKALIKES[letter] ?? letter);
  return replaced !== code && isCreditCode(replaced) ? replaced : undefined;
}

/** A code as typed, normalized and checked. */
export const creditCodeSchema = z.string().transform(normalizeCreditCode).refine(isCreditCode);
