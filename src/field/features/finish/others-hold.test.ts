import { describe, expect, it } from "vitest";
import { othersWords } from "./others-hold.ts";

const other = { personName: "周工", commands: 0, photos: 0, unsorted: 0, saidAt: "2026-11-02T01:12:00.000Z" };

describe("what the other phones of a visit hold", () => {
  it("is listed by phone with the moment it said so, and why to wait", () => {
    const others = [{ ...other, commands: 2, photos: 5, unsorted: 1 }];
    expect(othersWords({ others, photosElsewhere: 5, online: true })).toEqual({
      tone: "soon",
      title: "另一台手机上还有8项没送出",
      lines: ["09:12 周工的另一台手机：记录2项、照片5张、先拍的没整理1份", expect.stringContaining("退回")],
    });
  });

  it("is known from the server's own expectation where the phone said nothing", () => {
    const words = othersWords({ others: [], photosElsewhere: 3, online: true });
    expect(words).toMatchObject({ tone: "soon", title: "另一台手机上还有3项没送出" });
    expect(words?.lines[0]).toBe("另一台手机：照片3张没送到");
  });

  it("is said to be all sent, with the moment", () => {
    expect(othersWords({ others: [other], photosElsewhere: 0, online: true })).toEqual({
      ...{ tone: "plain", title: "另一台手机09:12时都已送出", lines: [] },
    });
  });

  it("is said to be unknown without a signal, whether or not another phone was ever heard of", () => {
    for (const others of [[], [other], [{ ...other, commands: 1 }]])
      expect(JSON.stringify(othersWords({ others, photosElsewhere: 0, online: false }))).toMatch(
        /现在看不到.*当面问一声/,
      );
  });

  it("is nothing to speak of with a signal and one phone", () => {
    expect(othersWords({ others: [], photosElsewhere: 0, online: true })).toBeUndefined();
  });
});
