import { describe, expect, it } from "vitest";
import { buildLibrary } from "./library.ts";
import { SAMPLE_ROWS, sampleItem } from "./sample-library.ts";
import { buildSuggestIndex, suggestItems } from "./suggest.ts";

const library = buildLibrary({
  ...SAMPLE_ROWS,
  items: [
    sampleItem("XC-05-05"),
    sampleItem("XC-05-02", {
      item: "灭火器有效",
      typicalHazard: "灭火器压力不足、过期",
      advice: "维修或更换，月检挂牌",
    }),
    sampleItem("XC-06-05", {
      item: "过载与保护匹配",
      typicalHazard: "空开100A，线径4平方",
      advice: "重新匹配导线和断路器",
    }),
  ],
});
const index = buildSuggestIndex(library);

describe("suggesting catalogue items", () => {
  it("puts the item that shares most of the words first, with those words", () => {
    const [first] = suggestItems(index, "东侧灭火器压力不足");
    expect(first).toMatchObject({ code: "XC-05-02", matched: ["灭火器压力不足"] });
  });

  it("reads letters and digits as whole runs, whatever their width or case", () => {
    expect(suggestItems(index, "空开１００a")[0]).toMatchObject({ code: "XC-06-05", matched: ["空开", "100a"] });
  });

  it("gives at most as many as asked, the best first", () => {
    const two = suggestItems(index, "车间后门上锁，灭火器过期，线径太小", 2);
    expect(two).toHaveLength(2);
    expect(two[0]?.score).toBeGreaterThanOrEqual(two[1]?.score ?? 0);
  });

  it("suggests nothing for nothing", () => {
    expect(suggestItems(index, "")).toEqual([]);
    expect(suggestItems(index, "……！")).toEqual([]);
    expect(
      suggestItems(buildSuggestIndex(buildLibrary({ ...SAMPLE_ROWS, items: [], citations: [] })), "灭火器"),
    ).toEqual([]);
  });
});
