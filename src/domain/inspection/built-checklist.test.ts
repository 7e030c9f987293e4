import { describe, expect, it } from "vitest";
import { type ItemProfileRow, PLAIN_PROFILE, seasonsOfMonth } from "../law/catalogue/profile.ts";
import { buildLibrary } from "../law/library.ts";
import { SAMPLE_ROWS, sampleItem } from "../law/sample-library.ts";
import { type Answers, builtChecklist, type ChecklistGround, isAsked, scoreOf } from "./built-checklist.ts";

const profile = (itemCode: string, change: Partial<ItemProfileRow>): ItemProfileRow => ({
  ...PLAIN_PROFILE,
  itemCode,
  ...change,
});
const codes = ["XC-05-01", "XC-05-02", "XC-05-03", "XC-05-04", "XC-05-05", "XC-05-06", "XC-05-07"];
const library = buildLibrary({
  ...SAMPLE_ROWS,
  items: codes.map((code) => sampleItem(code)),
  citations: [],
  profiles: [
    profile("XC-05-02", { trades: "C33;C36", score: 3 }),
    profile("XC-05-03", { seasons: "heat" }),
    profile("XC-05-04", { riskFrom: "orange", score: 10 }),
    profile("XC-05-05", { askedAfter: "XC-05-01", askedOn: "conform", score: 2 }),
    profile("XC-05-06", { tags: "combustibleDust" }),
    profile("XC-05-07", { retired: true }),
  ],
});

const anything: ChecklistGround = { tags: null, trade: null, risk: null, seasons: null };
const asked = (ground: Partial<ChecklistGround>) =>
  builtChecklist(library, { ...anything, ...ground })
    .flatMap((one) => one.items.map((item) => item.code.slice(-1)))
    .join("");

describe("a checklist built for a place", () => {
  it.each([
    [{}, "123456"],
    [{ tags: [] }, "12345"],
    [{ tags: ["combustibleDust" as const] }, "123456"],
    [{ trade: "C3311" }, "123456"],
    [{ trade: "3311" }, "123456"],
    [{ trade: "C1311" }, "13456"],
    [{ trade: "H6210" }, "13456"],
    [{ seasons: ["winter" as const] }, "12456"],
    [{ seasons: seasonsOfMonth(7) }, "123456"],
    [{ risk: "yellow" as const }, "12356"],
    [{ risk: "red" as const }, "123456"],
  ])("%j asks %s", (ground, expected) => {
    expect(asked(ground)).toBe(expected);
  });

  it("opens an item by the answer that opens it", () => {
    const item = library.items.get("XC-05-05");
    if (!item) throw new Error("no item");
    const onList = new Set(codes);
    expect(isAsked(item, onList, new Map())).toBe(false);
    expect(isAsked(item, onList, new Map([["XC-05-01", "nonconform"]]))).toBe(false);
    expect(isAsked(item, onList, new Map([["XC-05-01", "conform"]]))).toBe(true);
    expect(isAsked(item, new Set(["XC-05-05"]), new Map())).toBe(true);
  });

  it("counts points of what is asked and applies", () => {
    const sections = builtChecklist(library, { ...anything, tags: [] });
    const score = (answers: Answers) => scoreOf(sections, answers);
    expect(score(new Map())).toEqual({ earned: 0, answered: 0, possible: 15 });
    expect(score(new Map([["XC-05-01", "conform"]]))).toEqual({ earned: 1, answered: 1, possible: 17 });
    expect(
      score(
        new Map([
          ["XC-05-01", "nonconform"],
          ["XC-05-05", "conform"],
          ["XC-05-04", "notApplicable"],
          ["XC-05-02", "conform"],
        ]),
      ),
    ).toEqual({ earned: 3, answered: 4, possible: 5 });
  });
});
