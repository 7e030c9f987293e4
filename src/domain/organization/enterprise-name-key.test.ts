import { describe, expect, it } from "vitest";
import { indexEnterprises, matchEnterprise, nameKey, underOneRoof } from "./enterprise-name-key.ts";

const mill = { name: "柳溪木业（演示）", creditCode: "CODE-1" };
const shop = { name: "柳溪商店", creditCode: null };
const index = indexEnterprises([
  mill,
  shop,
  { name: "同名厂", creditCode: "CODE-2" },
  { name: "同名厂", creditCode: "CODE-3" },
]);

describe("finding the stored enterprise of a row", () => {
  it("goes by credit code first, whatever the name became", () => {
    expect(matchEnterprise({ name: "改了名的厂", creditCode: "CODE-1" }, index)).toEqual({
      kind: "same",
      enterprise: mill,
    });
  });

  it("goes by name where one side has no code", () => {
    expect(matchEnterprise({ name: "柳溪 木业(演示)", creditCode: null }, index)).toEqual({
      kind: "same",
      enterprise: mill,
    });
    expect(matchEnterprise({ name: "柳溪商店", creditCode: "CODE-9" }, index)).toEqual({
      kind: "same",
      enterprise: shop,
    });
  });

  it("takes another code for another enterprise, and says when a name alone fits several", () => {
    expect(matchEnterprise({ name: "柳溪木业（演示）", creditCode: "CODE-8" }, index)).toEqual({ kind: "new" });
    expect(matchEnterprise({ name: "同名厂", creditCode: null }, index)).toMatchObject({ kind: "ambiguous" });
    expect(matchEnterprise({ name: "没见过", creditCode: null }, index)).toEqual({ kind: "new" });
  });

  it("compares names without width, spaces and invisible characters", () => {
    expect(nameKey(" 柳溪\u200b木业（演示）ＡＢ ")).toBe(nameKey("柳溪木业(演示)AB"));
  });
});

describe("a name that was merged into another entry", () => {
  const kept = { id: "1", name: "恒达机械厂（演示）", creditCode: "CODE-1", mergedInto: null };
  const first = { id: "2", name: "恒达五金（演示）", creditCode: null, mergedInto: "3" };
  const second = { id: "3", name: "恒达 机械厂(演示)", creditCode: null, mergedInto: "1" };
  const merged = indexEnterprises(underOneRoof([kept, first, second]));
  const idOf = (name: string, creditCode: string | null) => {
    const match = matchEnterprise({ name, creditCode }, merged);
    return match.kind === "same" ? match.enterprise.id : match.kind;
  };

  it("means the entry that stays, also over two merges, and a like name does not make it unclear", () => {
    expect(idOf("恒达五金（演示）", null)).toBe("1");
    expect(idOf("恒达机械厂（演示）", null)).toBe("1");
    expect(idOf("恒达五金（演示）", "CODE-9")).toBe("new");
  });

  it("leaves a credit code with the entry's own name", () => {
    expect(matchEnterprise({ name: "随便", creditCode: "CODE-1" }, merged)).toEqual({ kind: "same", enterprise: kept });
  });
});
