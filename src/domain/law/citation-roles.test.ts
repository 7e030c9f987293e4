import { describe, expect, it } from "vitest";
import { natureOf, rolesOf } from "./citation-roles.ts";

describe("the role of a reference", () => {
  it("is direct for the first duty, conditional for later ones", () => {
    expect(rolesOf(["duty", "duty"])).toEqual(["direct", "conditional"]);
  });

  it("is standard for a standard, wherever it stands", () => {
    expect(rolesOf(["standard", "duty", "standard"])).toEqual(["standard", "direct", "standard"]);
  });

  it("is never direct for a penalty", () => {
    expect(rolesOf(["penalty", "duty", "penalty"])).toEqual(["conditional", "direct", "conditional"]);
  });

  it("comes from the nature of the clause: 罚则 is a penalty even in a standard", () => {
    expect(natureOf("罚则", "law")).toBe("penalty");
    expect(natureOf("罚则", "standard")).toBe("penalty");
    expect(natureOf("灭火器", "standard")).toBe("standard");
    expect(natureOf("判定", "rule")).toBe("duty");
  });
});
