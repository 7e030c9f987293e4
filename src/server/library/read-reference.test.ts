import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checklistFor, countItems } from "#domain/inspection/checklist.ts";
import { ITEM_TAGS } from "#domain/inspection/checklist-tags.ts";
import { citationOf, citationsFor, satisfiesR7 } from "#domain/law/citations.ts";
import { buildLibrary } from "#domain/law/library.ts";
import { parseReference } from "#domain/law/reference.ts";
import { readReference, rowsOfTexts } from "./read-reference.ts";

const folder = fileURLToPath(new URL("../../../reference", import.meta.url));
const rows = readReference(folder);
const library = buildLibrary(rows);

function on(reference: string, day: string) {
  const ref = parseReference(reference);
  if (!ref.ok) throw new Error(reference);
  return citationOf(library, ref.value, "direct", day);
}

describe("the reference files", () => {
  it("hold 84 instruments, 506 articles and 189 items, with no duplicate and no reference that meets nothing", () => {
    expect([rows.instruments.length, rows.articles.length, rows.items.length]).toEqual([84, 506, 189]);
    expect(library.findings).toEqual([]);
  });

  it("take every article under 罚则 as a penalty, and cite none as direct or fallback", () => {
    const penalties = rows.articles.filter((row) => row.nature === "penalty");
    expect(penalties).toHaveLength(32);
    const keys = new Set(penalties.map((row) => `${row.instrumentId}#${row.article}`));
    const cited = rows.citations.filter((row) => keys.has(`${row.instrumentId}#${row.article}`));
    expect(cited.length).toBeGreaterThan(0);
    expect(new Set(cited.map((row) => row.role))).toEqual(new Set(["conditional"]));
  });

  it("leave unknown dates unknown", () => {
    const open = rows.versions.filter((row) => row.effectiveFrom === null && row.effectiveTo === null);
    expect(open.map((row) => row.instrumentId)).toContain("机械安全 生产设备安全卫生设计总则");
    expect(on("机械安全 生产设备安全卫生设计总则#5.6.6.1", "2026-11-23").state).toBe("dateUnknown");
  });

  it("know on which day a law began or ended", () => {
    expect(on("危险化学品安全法#41", "2024-06-01")).toMatchObject({ state: "notYet", satisfies: false });
    expect(on("危险化学品安全法#41", "2026-05-01")).toMatchObject({ state: "inForce", satisfies: true });
    expect(on("危险化学品安全管理条例#24", "2024-06-01")).toMatchObject({ state: "inForce" });
    expect(on("特种作业人员安全技术培训考核管理规定#4", "2026-05-31")).toMatchObject({ state: "notYet", version: 2 });
    expect(on("用电安全导则#5.1.1", "2027-02-01")).toMatchObject({ state: "replaced", replacedBy: "GB/T 13869-2026" });
  });

  it("keep local law in its place", () => {
    const local = rows.instruments.filter((row) => row.divisionCode !== "000000");
    expect(local.map((row) => row.divisionCode).toSorted()).toEqual([...Array(5).fill("330000"), "330100", "330100"]);
    const elsewhere = citationsFor(library, "JC-06-03", "2026-11-23", "320102").map(
      (citation) => citation.instrumentId,
    );
    expect(elsewhere).not.toContain("杭州市安全生产监督管理条例");
  });

  it("let no penalty satisfy R7, on any item", () => {
    for (const code of library.items.keys()) {
      const penalties = citationsFor(library, code, "2026-11-23").filter((citation) => citation.nature === "penalty");
      expect(satisfiesR7(penalties), code).toBe(false);
    }
  });

  it("have an item for every line of the checklist's tags", () => {
    const codes = [...library.items.keys()];
    const idle = Object.keys(ITEM_TAGS).filter(
      (line) => !codes.some((code) => code === line || code.startsWith(`${line}-`)),
    );
    expect(idle).toEqual([]);
    expect(countItems(checklistFor(library))).toBe(189);
  });
});

describe("a faulty reference file", () => {
  const read = (name: string) => readFileSync(`${folder}/${name}`, "utf8");
  const texts = {
    instruments: read("instruments.csv"),
    legalBasis: read("legal-basis.csv"),
    catalogue: read("hazard-catalogue.csv"),
  };

  it("is refused with file, line and column", () => {
    const instruments = texts.instruments.replace(",law,000000,", ",statute,000000,");
    expect(() => rowsOfTexts({ ...texts, instruments }, 1)).toThrow(/^instruments\.csv 第 2 行 kind/);
  });

  it("is refused when both files disagree on a version", () => {
    const legalBasis = texts.legalBasis.replace("2021-09-01", "2021-09-02");
    expect(() => rowsOfTexts({ ...texts, legalBasis }, 1)).toThrow(/安全生产法#4/);
  });

  it("is read with a reference that meets nothing, which is then listed", () => {
    const catalogue = texts.catalogue.replace("安全生产法#20,", "安全生产法#777,");
    expect(buildLibrary(rowsOfTexts({ ...texts, catalogue }, 1)).findings).toEqual([
      { kind: "unresolvedReference", at: "JC-01-01", detail: "安全生产法#777" },
    ]);
  });
});
