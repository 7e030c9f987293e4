import { describe, expect, it } from "vitest";
import { layeredLibrary } from "../catalogue/layer.ts";
import { citationOf, citationsFor } from "../citations.ts";
import { buildLibrary } from "../library.ts";
import { SAMPLE_ROWS } from "../sample-library.ts";
import type { OwnInstrument, OwnVersion } from "./own-instrument.ts";
import { readClauses, writeClauses } from "./read-clauses.ts";

const shared = buildLibrary(SAMPLE_ROWS);

function version(change: Partial<OwnVersion>, ...words: string[]): OwnVersion {
  const clauses = words.map((one, index) => ({ article: String(index + 1), nature: "duty" as const, words: one }));
  const dates = { effectiveFrom: "2026-03-01", effectiveTo: null };
  return { docNumber: "蜀街办〔2026〕3号", ...dates, source: "街道收文", checked: true, clauses, ...change };
}

function library(versions: readonly OwnVersion[], overrides: Parameters<typeof layeredLibrary>[1]["overrides"] = []) {
  const content: OwnInstrument = {
    ...{ title: "沿街店铺用电管理要求", kind: "government", divisionCode: "330109001", note: null },
    versions: [...versions],
  };
  return layeredLibrary(shared, {
    overrides,
    instruments: [{ id: "沿街用电要求", content: JSON.stringify(content), version: 1 }],
  });
}

const at = (lib: ReturnType<typeof library>, article: string, day: string, countedIn: number | null = null) =>
  citationOf(lib, { instrumentId: "沿街用电要求", article, countedIn }, "direct", day);

describe("a tenant's own instrument", () => {
  it("is in force by its days as any other, and is marked while nobody compared it", () => {
    const one = library([version({ effectiveTo: "2026-12-31", checked: false }, "不得私拉电线")]);
    expect(["2026-02-28", "2026-03-01", "2027-01-01"].map((day) => at(one, "1", day).state)).toEqual([
      "notYet",
      "inForce",
      "repealed",
    ]);
    expect(at(one, "1", "2026-05-01")).toMatchObject({ verified: false, satisfies: true, summary: "不得私拉电线" });
    expect(at(library([version({ effectiveFrom: null }, "甲")]), "1", "2026-05-01")).toMatchObject({
      state: "dateUnknown",
      satisfies: false,
    });
  });

  it("follows a clause to where its words stand in the next version", () => {
    const two = library([
      version({}, "不得私拉电线", "配电箱前不堆物", "旧要求"),
      version({ docNumber: "蜀街办〔2026〕9号", effectiveFrom: "2026-09-01" }, "新加的一条", "不得私拉电线", "新要求"),
    ]);
    expect(at(two, "1", "2026-10-01", 1)).toMatchObject({ article: "2", summary: "不得私拉电线", state: "inForce" });
    expect(at(two, "1", "2026-08-31", 1)).toMatchObject({ article: "1", docNumber: "蜀街办〔2026〕3号" });
    expect(at(two, "3", "2026-10-01", 1)).toMatchObject({ article: "3", summary: "新要求" });
    expect(at(two, "2", "2026-10-01", 1).state).toBe("replaced");
  });

  it("is cited by a shared item of this tenant, before the fallback, and by nobody else's", () => {
    const content = JSON.stringify({ moreClauses: [{ ref: "沿街用电要求#1", role: "direct" }] });
    const row = { itemCode: "XC-05-05", kind: "change" as const, off: false, content, version: 1 };
    const cited = citationsFor(library([version({}, "不得私拉电线")], [row]), "XC-05-05", "2026-05-01", "330109001");
    expect(cited.map(({ instrumentId }) => instrumentId)).toContain("沿街用电要求");
    expect(citationsFor(shared, "XC-05-05", "2026-05-01").map(({ instrumentId }) => instrumentId)).not.toContain(
      "沿街用电要求",
    );
    // Without it the row says nothing that cannot be resolved as in force.
    const gone = layeredLibrary(shared, { overrides: [row], instruments: [] });
    expect(
      citationsFor(gone, "XC-05-05", "2026-05-01").find((one) => one.instrumentId === "沿街用电要求"),
    ).toMatchObject({
      match: "none",
      satisfies: false,
    });
  });

  it("cited by a layer, keeps the words it was cited for when a later version counts otherwise", () => {
    const clause = { ref: "沿街用电要求#1", role: "direct" as const, countedIn: 1 };
    const content = JSON.stringify({ moreClauses: [clause] });
    const row = { itemCode: "XC-05-05", kind: "change" as const, off: false, content, version: 1 };
    const later = { docNumber: "蜀街办〔2026〕9号", effectiveFrom: "2026-09-01" };
    const two = library([version({}, "不得私拉电线"), version(later, "新加的一条", "不得私拉电线")], [row]);
    const cited = (day: string) =>
      citationsFor(two, "XC-05-05", day, "330109001").find((one) => one.instrumentId === "沿街用电要求");
    expect(cited("2026-08-01")).toMatchObject({ article: "1", summary: "不得私拉电线" });
    expect(cited("2026-10-01")).toMatchObject({ article: "2", summary: "不得私拉电线", state: "inForce" });
  });

  it("never takes a name of the shared library, and a row that cannot be read is passed over", () => {
    const rows = [
      { id: "总法", content: JSON.stringify({}), version: 1 },
      { id: "坏的", content: "{", version: 1 },
    ];
    expect(layeredLibrary(shared, { overrides: [], instruments: rows })).toBe(shared);
  });
});

describe("clauses as they are pasted", () => {
  const read = (text: string) => readClauses(text);

  it.each([
    ["第一条　不得私拉电线。\n第二条 箱前不堆物。\n（一）含纸箱\n第三条 处一千元罚款。", ["duty", "duty", "penalty"]],
    ["为加强管理，现通知如下：\n一、不得私拉电线\n二、箱前不堆物\n三、每月自查", ["duty", "duty", "duty"]],
    ["１．不得私拉电线\n２．箱前不堆物", ["duty", "duty"]],
  ])("%s", (text, natures) => {
    const result = read(text);
    expect(result.ok && result.value.map(({ nature }) => nature)).toEqual(natures);
    expect(result.ok && result.value.map(({ article }) => article)).toEqual(
      natures.map((_, index) => String(index + 1)),
    );
    const again = result.ok ? read(writeClauses(result.value)) : undefined;
    expect(again).toEqual(result);
  });

  it.each([
    ["第一条 甲\n第三条 丙", "ownInstrument.clause_missing"],
    ["第一条 甲\n第二条 乙\n第二条 又乙", "ownInstrument.clause_twice"],
    ["第一条 甲\n第二条", "ownInstrument.clause_empty"],
    ["没有条号的一段话", "ownInstrument.no_clauses"],
    ["", "ownInstrument.no_clauses"],
    ["第二条 从二开始", "ownInstrument.clause_missing"],
  ])("%s is refused", (text, code) => {
    const result = read(text);
    expect(result.ok ? "" : result.problem.code).toBe(code);
  });
});
