// The words of the lower Yangtze read as the written language has them, and only where they stand for nothing else.
import { describe, expect, it } from "vitest";
import { readDialect } from "./dialect.ts";

describe("reading dialect", () => {
  it.each([
    ["水带呒没", "水带没有"],
    ["后门锁牢勒", "后门锁住了"],
    ["喇叭揿勿响", "喇叭按不响"],
    ["钢丝绳断特好几股", "钢丝绳断掉好几股"],
    ["桶摆勒楼梯口", "桶摆在楼梯口"],
    ["喷漆格师傅", "喷漆的师傅"],
  ])("reads %s as %s", (text, read) => {
    expect(readDialect(text)).toBe(read);
  });

  it.each(["检测不合格", "规格不符", "特种作业证", "责令停产", "平台不牢固", "铁栅格子"])("leaves %s alone", (text) => {
    expect(readDialect(text)).toBe(text);
  });
});
