import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CREDIT_CODE_ALPHABET,
  creditCodeSchema,
  findCheckCharacter,
  findCreditCodeFault,
  findLookalikeCorrection,
  isCreditCode,
  normalizeCreditCode,
} from "./credit-code.ts";
import { inventedCreditCode } from "./invented-credit-code.ts";

const seeds = fc.integer();
const alphabetCharacter = fc.constantFrom(...CREDIT_CODE_ALPHABET);

describe("unified social credit code", () => {
  it("accepts the code commonly printed as the example of GB 32100-2015", () => {
    expect(findCheckCharacter("91350100M000100Y4")).toBe("3");
    expect(isCreditCode("91350100M000100Y43")).toBe(true);
  });

  it("says how long a code is when it is not 18 characters", () => {
    expect(findCreditCodeFault("91350100M000100Y4")).toEqual({ kind: "length", length: 17 });
    expect(findCreditCodeFault("")).toEqual({ kind: "length", length: 0 });
    expect(findCreditCodeFault("91350100M000100Y433")).toEqual({ kind: "length", length: 19 });
  });

  it("says which character is outside the alphabet, and the check character it would need", () => {
    expect(findCreditCodeFault("9135O100M000100Y43")).toEqual({ kind: "character", position: 5, character: "O" });
    expect(findCreditCodeFault("91350100M000100Y4A")).toEqual({ kind: "check", expected: "3" });
  });

  it("offers digits for the letters the standard leaves out, only when that makes it right", () => {
    expect(findLookalikeCorrection("9135O1OOM000100Y43")).toBe("91350100M000100Y43");
    expect(findLookalikeCorrection("9135O1OOM000100Y4A")).toBeUndefined();
    expect(findLookalikeCorrection("91350100M000100Y43")).toBeUndefined();
  });

  it("brings full width, spaces, hyphens, an apostrophe and small letters to the one form", () => {
    expect(normalizeCreditCode("'９１３５０１００ m000-100y43\u200b")).toBe("91350100M000100Y43");
    expect(creditCodeSchema.parse(" 91350100m000100y43 ")).toBe("91350100M000100Y43");
    expect(creditCodeSchema.safeParse("91350100M000100Y4A").success).toBe(false);
  });

  it("makes a right code from any seed, the same one each time", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const code = inventedCreditCode(seed);
        expect(findCreditCodeFault(code)).toBeUndefined();
        expect(inventedCreditCode(seed)).toBe(code);
      }),
    );
    expect(new Set(Array.from({ length: 5000 }, (_, seed) => inventedCreditCode(seed))).size).toBe(5000);
  });

  it("notices every change of one character", () => {
    fc.assert(
      fc.property(seeds, fc.nat(17), alphabetCharacter, (seed, position, character) => {
        const code = inventedCreditCode(seed);
        fc.pre(code.charAt(position) !== character);
        expect(isCreditCode(code.slice(0, position) + character + code.slice(position + 1))).toBe(false);
      }),
    );
  });

  it("notices every swap of two neighbours that differ", () => {
    fc.assert(
      fc.property(seeds, fc.nat(15), (seed, position) => {
        const code = inventedCreditCode(seed);
        const [left, right] = [code.charAt(position), code.charAt(position + 1)];
        fc.pre(left !== right);
        expect(isCreditCode(code.slice(0, position) + right + left + code.slice(position + 2))).toBe(false);
      }),
    );
  });

  it("normalizes to itself a second time, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (raw) => {
        const once = normalizeCreditCode(raw);
        expect(normalizeCreditCode(once)).toBe(once);
      }),
      { examples: [["-'91330109"]] },
    );
  });
});
