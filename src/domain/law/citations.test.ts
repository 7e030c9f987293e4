import { describe, expect, it } from "vitest";
import { basisOf, citable, citationOf, citationsFor, satisfiesR7 } from "./citations.ts";
import { sampleLibrary } from "./sample-library.ts";

const ITEM = "XC-05-05";

function cited(library: ReturnType<typeof sampleLibrary>, day: string, division?: string) {
  return citationsFor(library, ITEM, day, division).map(
    ({ instrumentId, article, state }) => `${instrumentId}#${article} ${state}`,
  );
}

describe("the citations of an item on a day", () => {
  it("stand on the fallback while the direct clause has not begun", () => {
    expect(cited(sampleLibrary(), "2026-04-30")).toEqual(["新法#51 notYet", "总法#4 inForce", "总法#99 inForce"]);
  });

  it("drop the fallback from the day the direct clause is in force", () => {
    expect(cited(sampleLibrary(), "2026-05-01")).toEqual(["新法#51 inForce", "总法#99 inForce"]);
  });

  it("keep the fallback beside a standard, and that is not the fallback alone", () => {
    const citations = citationsFor(
      sampleLibrary([
        ["旧标准#5.1.1", "standard"],
        ["总法#4", "fallback"],
      ]),
      ITEM,
      "2026-06-01",
    );
    expect(citations.map((citation) => citation.role)).toEqual(["standard", "fallback"]);
    expect(basisOf(citations)).toBe("standard");
  });

  it("leave out another province's law", () => {
    const library = sampleLibrary([
      ["省条例#18", "direct"],
      ["总法#4", "fallback"],
    ]);
    expect(cited(library, "2026-06-01", "330109")).toEqual(["省条例#18 inForce"]);
    expect(cited(library, "2026-06-01", "320102")).toEqual(["总法#4 inForce"]);
  });

  it("show what the library does not know instead of dropping it", () => {
    const library = sampleLibrary([
      ["没有的法#1", "direct"],
      ["总法#4", "fallback"],
    ]);
    expect(cited(library, "2026-06-01", "330109")).toEqual(["没有的法#1 dateUnknown", "总法#4 inForce"]);
  });

  it("mark a clause that was not compared with the original, or was met only by the article around it", () => {
    const library = sampleLibrary();
    expect(citationOf(library, { instrumentId: "新法", article: "51" }, "direct", "2026-06-01").verified).toBe(false);
    expect(citationOf(library, { instrumentId: "总法", article: "36第3款" }, "direct", "2026-06-01").verified).toBe(
      false,
    );
    expect(citationOf(library, { instrumentId: "总法", article: "36" }, "direct", "2026-06-01").verified).toBe(true);
  });
});

describe("R7", () => {
  const library = sampleLibrary();
  const on = (ref: string, day: string) => {
    const [instrumentId = "", article = ""] = ref.split("#");
    return citationOf(library, { instrumentId, article }, "direct", day);
  };

  it("is met by one clause in force", () => {
    expect(satisfiesR7([on("总法#36", "2026-01-01")])).toBe(true);
  });

  it.each([
    ["a penalty", "总法#99", "2026-01-01"],
    ["a clause not yet in force", "新法#51", "2026-04-30"],
    ["a repealed clause", "停用规定#7", "2026-01-01"],
    ["a replaced clause", "旧标准#5.1.1", "2027-02-01"],
    ["a clause of unknown date", "无日标准#全文", "2026-01-01"],
    ["a clause nobody knows", "没有的法#1", "2026-01-01"],
  ])("is not met by %s", (_, ref, day) => {
    expect(satisfiesR7([on(ref, day)])).toBe(false);
    expect(basisOf([on(ref, day)])).toBe("none");
  });

  it("prints what is in force or of unknown date, never a penalty", () => {
    const all = [
      on("总法#36", "2026-01-01"),
      on("总法#99", "2026-01-01"),
      on("新法#51", "2026-01-01"),
      on("无日标准#全文", "2026-01-01"),
    ];
    expect(citable(all).map((citation) => citation.instrumentId)).toEqual(["总法", "无日标准"]);
  });
});
