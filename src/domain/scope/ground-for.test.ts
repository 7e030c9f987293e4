import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EnterpriseFacts, groundFor, owesStandardization } from "./ground-for.ts";
import { revenueText } from "./revenue-text.ts";
import { defaultThresholds } from "./thresholds.ts";

const YUAN = 100;
const WAN = 10_000 * YUAN;
const facts = fc.record({
  industryKind: fc.constantFrom("industrial", "wholesale", "retail", "catering", "other", null),
  aboveScale: fc.constantFrom(true, false, null),
  mainRevenueFen: fc.option(fc.nat(Number.MAX_SAFE_INTEGER)),
});

function industrial(mainRevenueFen: number | null, aboveScale: boolean | null = null): EnterpriseFacts {
  return { industryKind: "industrial", aboveScale, mainRevenueFen };
}

function groundOf(enterprise: EnterpriseFacts) {
  return groundFor(enterprise, defaultThresholds).ground;
}

function warnedFields(enterprise: EnterpriseFacts) {
  return groundFor(enterprise, defaultThresholds).warnings.map((warning) => warning.field);
}

describe("grounds (a) and (b)", () => {
  it.each([
    [99.99 * WAN, null],
    [100 * WAN - 1, null],
    [100 * WAN, "b"],
    [999.99 * WAN, "b"],
    [1_000 * WAN, "b"],
    [1_999.99 * WAN, "b"],
    [2_000 * WAN - 1, "b"],
    [2_000 * WAN, "a"],
  ])("puts an industrial enterprise of %i fen with no stated scale on ground %s", (revenue, ground) => {
    expect(groundOf(industrial(revenue))).toBe(ground);
  });

  it("takes 是否规上 as stated, and asks to look again where the revenue says otherwise", () => {
    expect(groundFor(industrial(1_500 * WAN, true), defaultThresholds)).toEqual({
      ground: "a",
      warnings: [{ field: "aboveScale", text: "写的是规上，但主营收入1,500万元，不到2,000万元，请核对。" }],
    });
    expect(groundOf(industrial(2_500 * WAN, false))).toBe("b");
    expect(warnedFields(industrial(2_500 * WAN, false))).toEqual(["aboveScale"]);
    expect(warnedFields(industrial(2_000 * WAN, true))).toEqual([]);
    expect(warnedFields(industrial(1_999.99 * WAN, false))).toEqual([]);
  });

  it("never guesses the scale of retail, wholesale or catering, and warns", () => {
    const shop = { industryKind: "retail", aboveScale: null, mainRevenueFen: 90_000 * WAN } as const;
    expect(groundFor(shop, defaultThresholds)).toEqual({
      ground: null,
      warnings: [{ field: "aboveScale", text: "是零售业，是否规上不按收入推算，先不纳入。请填是否规上。" }],
    });
    expect(groundOf({ ...shop, aboveScale: true })).toBe("a");
    expect(groundOf({ ...shop, aboveScale: false })).toBeNull();
    expect(warnedFields({ ...shop, aboveScale: false })).toEqual(["aboveScale"]);
    expect(warnedFields({ ...shop, aboveScale: false, mainRevenueFen: 500 * WAN - 1 })).toEqual([]);
  });

  it("leaves out what it cannot tell, and says what to fill in", () => {
    expect(warnedFields(industrial(null))).toEqual(["mainRevenue"]);
    expect(warnedFields({ industryKind: null, aboveScale: null, mainRevenueFen: null })).toEqual(["industryKind"]);
    expect(groundOf({ industryKind: null, aboveScale: true, mainRevenueFen: null })).toBe("a");
    expect(warnedFields({ industryKind: null, aboveScale: false, mainRevenueFen: WAN })).toEqual([]);
  });

  it("follows the scheme's thresholds, not numbers of its own", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 1, max: 1e12 }), (low, step) => {
        const thresholds = { ...defaultThresholds, inScopeRevenueFen: low, aboveScaleRevenueFen: low + step };
        expect(groundFor(industrial(low - 1), thresholds).ground).toBeNull();
        expect(groundFor(industrial(low), thresholds).ground).toBe("b");
        expect(groundFor(industrial(low + step - 1), thresholds).ground).toBe("b");
        expect(groundFor(industrial(low + step), thresholds).ground).toBe("a");
      }),
    );
  });

  it("gives ground (a) to all stated above scale, and (b) to industry only", () => {
    fc.assert(
      fc.property(facts, (enterprise) => {
        const { ground, warnings } = groundFor(enterprise, defaultThresholds);
        if (enterprise.aboveScale === true) expect(ground).toBe("a");
        if (ground === "b") expect(enterprise.industryKind).toBe("industrial");
        if (enterprise.aboveScale === false) expect(ground).not.toBe("a");
        expect(warnings.length).toBeLessThanOrEqual(1);
        for (const warning of warnings) expect(warning.text).toMatch(/。$/);
      }),
    );
  });

  it("never takes an industrial enterprise out for earning more", () => {
    const order = [null, "b", "a"];
    fc.assert(
      fc.property(fc.nat(1e12), fc.nat(1e12), fc.constantFrom(true, false, null), (revenue, more, aboveScale) => {
        const [less, greater] = [industrial(revenue, aboveScale), industrial(revenue + more, aboveScale)];
        expect(order.indexOf(groundOf(greater))).toBeGreaterThanOrEqual(order.indexOf(groundOf(less)));
      }),
    );
  });
});

describe("standardization (R4)", () => {
  it("is owed by industry from 10,000,000 yuan", () => {
    expect(owesStandardization(industrial(1_000 * WAN), defaultThresholds)).toBe(true);
    expect(owesStandardization(industrial(1_000 * WAN - 1), defaultThresholds)).toBe(false);
    expect(owesStandardization(industrial(null, true), defaultThresholds)).toBe(false);
    const shop = { industryKind: "retail", aboveScale: true, mainRevenueFen: 5_000 * WAN } as const;
    expect(owesStandardization(shop, defaultThresholds)).toBe(false);
  });
});

describe("revenue in words", () => {
  it.each([
    [1_999.99 * WAN, "1,999.99万元"],
    [2_000 * WAN, "2,000万元"],
    [123_456_789 * WAN, "123,456,789万元"],
    [1.5 * WAN, "1.5万元"],
    [0, "0万元"],
  ])("says %i fen as %s", (fen, words) => {
    expect(revenueText(fen)).toBe(words);
  });
});
