import { describe, expect, it } from "vitest";
import { divisionLine, isAllowedDivision } from "./division.ts";

describe("a tenant's own line of divisions", () => {
  it("runs from the nation to the county, and to the subdistrict when its code is given", () => {
    expect(divisionLine("330109")).toEqual(["000000", "330000", "330100", "330109"]);
    expect(divisionLine("330109005")).toEqual(["000000", "330000", "330100", "330109", "330109005"]);
  });

  it.each([
    ["000000", true],
    ["330000", true],
    ["330100", true],
    ["330109", true],
    ["330200", false],
    ["320000", false],
    ["330110", false],
  ])("lets Xiaoshan cite the law of %s: %s", (divisionCode, allowed) => {
    expect(isAllowedDivision({ divisionCode }, "330109")).toBe(allowed);
  });
});
