import { describe, expect, it } from "vitest";
import { clauseStateOn } from "./clause-state.ts";
import { sampleLibrary } from "./sample-library.ts";

const library = sampleLibrary();

function stateOf(ref: string, day: string) {
  const [instrumentId = "", article = ""] = ref.split("#");
  const { state, match, replacedBy, version } = clauseStateOn(library, { instrumentId, article }, day);
  return { state, match, replacedBy, version: version?.version ?? null };
}

describe("the state of a clause on a day", () => {
  it.each([
    ["新法#51", "2026-04-30", "notYet"],
    ["新法#51", "2026-05-01", "inForce"],
    ["停用规定#7", "2025-12-31", "inForce"],
    ["停用规定#7", "2026-01-01", "repealed"],
    ["旧标准#5.1.1", "2027-01-31", "inForce"],
    ["旧标准#5.1.1", "2027-02-01", "replaced"],
    ["无日标准#全文", "2026-11-23", "dateUnknown"],
  ])("%s on %s is %s", (ref, day, state) => {
    expect(stateOf(ref, day).state).toBe(state);
  });

  it("names what took its place, only when something did", () => {
    expect(stateOf("旧标准#5.1.1", "2027-02-01").replacedBy).toBe("GB 1-2026");
    expect(stateOf("停用规定#7", "2026-01-01").replacedBy).toBeNull();
  });

  it("matches exactly first, then the article around it, then a part of it, and says so", () => {
    expect(stateOf("总法#42第2款", "2026-01-01").match).toBe("exact");
    expect(stateOf("总法#36第3款第(一)项", "2026-01-01").match).toBe("enclosing");
    expect(stateOf("总法#42", "2026-01-01").match).toBe("part");
    expect(stateOf("无日标准#7.1", "2026-01-01").match).toBe("wholeText");
  });

  it("meets nothing visibly: no such clause, no such instrument", () => {
    const nothing = { state: "dateUnknown", match: "none", replacedBy: null, version: null };
    expect(stateOf("总法#777", "2026-01-01")).toEqual(nothing);
    expect(stateOf("没有的法#1", "2026-01-01")).toEqual(nothing);
  });
});
