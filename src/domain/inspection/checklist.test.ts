import { describe, expect, it } from "vitest";
import { buildLibrary } from "../law/library.ts";
import { SAMPLE_ROWS, sampleItem } from "../law/sample-library.ts";
import { checklistFor, countItems } from "./checklist.ts";

const library = buildLibrary({
  ...SAMPLE_ROWS,
  items: [
    sampleItem("XC-05-05"),
    sampleItem("XC-08-01", { level2: "有限空间现场" }),
    sampleItem("XC-11-05", { level2: "其他现场" }),
    sampleItem("JC-10-07", { level2: "特种设备基础管理", family: "records" }),
  ],
});

function codesFor(...tags: Parameters<typeof checklistFor>[1] & object) {
  return checklistFor(library, tags).flatMap((section) => section.items.map((item) => item.code));
}

describe("a checklist", () => {
  it("is the whole catalogue in sections when no tags are given", () => {
    const sections = checklistFor(library);
    expect(sections.map(({ code, title }) => `${code} ${title}`)).toEqual([
      "JC-10 特种设备基础管理",
      "XC-05 消防安全",
      "XC-08 有限空间现场",
      "XC-11 其他现场",
    ]);
    expect(countItems(sections)).toBe(4);
  });

  it("asks everywhere what concerns everyone, and the rest by the site's tags", () => {
    expect(codesFor()).toEqual(["XC-05-05"]);
    expect(codesFor("confinedSpace")).toEqual(["XC-05-05", "XC-08-01"]);
    expect(codesFor("coating", "lift")).toEqual(["JC-10-07", "XC-05-05", "XC-11-05"]);
  });

  it("lets an item's own tags go before its section's", () => {
    expect(codesFor("crane")).toEqual(["XC-05-05"]);
  });
});
