import { describe, expect, it } from "vitest";
import { buildLibrary } from "../library.ts";
import { SAMPLE_ROWS } from "../sample-library.ts";
import { faultOfClause, faultOfContent } from "./check-content.ts";
import { contentOf } from "./content-rows.ts";
import { isOwnCode } from "./item-content.ts";
import { layeredLibrary, type OverrideRow, offeredLibrary } from "./layer.ts";

const library = buildLibrary(SAMPLE_ROWS);
const item = library.items.get("XC-05-05");
if (!item) throw new Error("the sample has its item");
const content = contentOf(item);
const codes = new Set(library.items.keys());

const row = (change: object) => ({
  itemCode: "XC-05-05",
  kind: "change" as const,
  off: false,
  content: "{}",
  version: 1,
  ...change,
});

const laid = (...overrides: OverrideRow[]) => layeredLibrary(library, { overrides, instruments: [] });

describe("an item's content", () => {
  it("is read from the rows, the fallback last", () => {
    expect(content.clauses.map(({ role }) => role)).toEqual(["direct", "conditional", "fallback"]);
    expect(faultOfContent(library, "XC-05-05", content, codes)).toBeUndefined();
  });

  it.each([
    ["XC-05-05", { clauses: [{ ref: "没有的法#3", role: "direct" }] }, "catalogue.instrument_unknown"],
    ["XC-05-05", { clauses: [{ ref: "总法#777", role: "direct" }] }, "catalogue.article_unknown"],
    ["XC-05-05", { clauses: [{ ref: "总法#99", role: "direct" }] }, "catalogue.penalty_role"],
    ["XC-05-05", { clauses: [{ ref: "总法第三条", role: "direct" }] }, "law.reference_malformed"],
    ["XC-05-05", { clauses: [{ ref: "总法#36", role: "direct" }] }, "catalogue.no_fallback"],
    ["XC-05-05", { clauses: [...content.clauses, ...content.clauses] }, "catalogue.clause_twice"],
    ["XC-05-05", { branch: { after: "XC-99-99", on: "conform" } }, "catalogue.branch_unknown"],
    ["XC-05-05", { branch: { after: "XC-05-05", on: "conform" } }, "catalogue.branch_unknown"],
  ] as const)("%s with %j is refused", (code, change, problem) => {
    expect(faultOfContent(library, code, { ...content, ...change } as typeof content, codes)?.code).toBe(problem);
  });

  it("may cite a paragraph of a listed article and an article of which a paragraph is listed", () => {
    expect(faultOfClause(library, "总法#36第2款", "direct")).toBeUndefined();
    expect(faultOfClause(library, "总法#42", "direct")).toBeUndefined();
    expect(faultOfClause(library, "无日标准#5.1", "standard")?.code).toBe("catalogue.article_unknown");
  });
});

describe("a tenant's layer", () => {
  it("says other words over an item and leaves the shared library alone", () => {
    const layered = laid(row({ content: JSON.stringify({ advice: "马上打开" }) }));
    expect(layered.items.get("XC-05-05")).toMatchObject({
      advice: "马上打开",
      layer: "changed",
      standard: item.standard,
    });
    expect(library.items.get("XC-05-05")?.advice).toBe(item.advice);
  });

  it("switches an item off without losing its name, and adds items of its own in their order", () => {
    const own = row({
      itemCode: "ZD-01-01",
      kind: "own",
      content: JSON.stringify({ ...content, item: "电动自行车充电" }),
    });
    const layered = laid(row({ off: true }), own);
    expect(layered.items.get("XC-05-05")).toMatchObject({ item: item.item, off: true });
    expect([...offeredLibrary(layered).items.keys()]).toEqual(["ZD-01-01"]);
    expect(layered.items.get("ZD-01-01")?.citations.map((one) => one.role)).toEqual([
      "direct",
      "conditional",
      "fallback",
    ]);
  });

  it("passes over a row that cannot be read, and one over an item that is gone", () => {
    const layered = laid(
      row({ content: "{" }),
      row({ itemCode: "XC-99-01" }),
      row({ itemCode: "ZD-01-01", kind: "own" }),
    );
    expect([...layered.items]).toEqual([...library.items]);
  });

  it("has codes of its own, which the shared catalogue never takes", () => {
    expect(["ZD-01-01", "XC-01-01", "JC-01-01", "zd-01-01", "ZD-1-1"].map(isOwnCode)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
