// Suggestions over the reference files with the model as shipped: what must be offered, what must not, and on which day.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { buildLibrary } from "#domain/law/library.ts";
import { formatReference } from "#domain/law/reference.ts";
import { buildLessons } from "#domain/law/suggestion/lessons.ts";
import { PACKED_MODEL } from "#domain/law/suggestion/model.generated.ts";
import { openModel } from "#domain/law/suggestion/model.ts";
import { type SuggestGround, suggest } from "#domain/law/suggestion/suggest.ts";
import { readReference } from "./read-reference.ts";

const library = buildLibrary(readReference(fileURLToPath(new URL("../../../reference", import.meta.url))));
const ground: SuggestGround = { model: openModel(PACKED_MODEL), library };
const DAY = "2026-11-20";

function ask(text: string, day = DAY, limit = 5, on = ground) {
  return suggest(on, { text, day, division: "330109", limit });
}

function codes(text: string, day = DAY) {
  return ask(text, day).map(({ code }) => code);
}

function refs(text: string, day = DAY) {
  return ask(text, day).flatMap(({ clauses }) => clauses.map(formatReference));
}

describe("suggesting from an expert's words", () => {
  it("offers at most three unless asked, each with clauses and the words that spoke for it", () => {
    const three = suggest(ground, { text: "灭火器压力不足", day: DAY });
    expect(three.length).toBeLessThanOrEqual(3);
    expect(three[0]).toMatchObject({ code: "XC-05-02" });
    expect(three[0]?.because.join("")).toContain("压力不足");
    expect(three[0]?.clauses.length).toBeGreaterThan(0);
  });

  it("hears the words of the trade through wrong characters and missing ones", () => {
    expect(codes("灭火起过期")[0]).toBe("XC-05-02");
    expect(codes("消火拴里没水带")[0]).toBe("XC-05-04");
    expect(codes("配电相没有门")[0]).toBe("XC-06-02");
  });

  it("parts several hazards of one sentence", () => {
    const both = ask("叉车司机没有证；配电箱前面堆着纸箱");
    expect(both.slice(0, 2).map(({ code }) => code)).toEqual(["JC-10-04", "XC-06-03"]);
    expect(both[1]?.part).toBe("配电箱前面堆着纸箱");
  });

  it("answers with nothing where nothing is wrong", () => {
    for (const text of [
      "",
      "……",
      "灭火器都在有效期内，通道畅通",
      "上次查的气瓶没固定，已整改，复查合格",
      "未发现隐患",
    ]) {
      expect(codes(text), text).toEqual([]);
    }
  });

  it("keeps what is wrong beside what is in order", () => {
    expect(codes("灭火器压力正常，但消火栓里没有水带")[0]).toBe("XC-05-04");
  });
});

describe("whether anything is wrong", () => {
  it("hears it in one clause though the rest tells of a person", () => {
    expect(codes("小李上礼拜来的，冲床没有防护罩").length).toBeGreaterThan(0);
    expect(codes("安全阀校验标签超过有效期")[0]).toBe("XC-01-02");
  });

  it("stays silent for plans, chat, and faults denied", () => {
    for (const text of [
      "下周三上午再来复查",
      "这个报告什么时候要交？",
      "没有叉车，不用查这项",
      "过道没有堵，门一推就开",
      "特种作业人员均持有效证件",
    ]) {
      expect(codes(text), text).toEqual([]);
    }
  });

  it("takes a paper said to be elsewhere for one not shown", () => {
    expect(codes("老板说焊工证在老家，下次给看")[0]).toBe("JC-06-05");
  });

  it("takes a space between two findings for a pause", () => {
    expect(codes("灭火器压力不足 配电箱没有挡板")).toEqual(expect.arrayContaining(["XC-05-02", "XC-06-02"]));
  });
});

describe("a clause the words do not support", () => {
  it("is not offered: an extinguisher blocked is not a hydrant blocked", () => {
    expect(codes("灭火器被纸箱挡住")[0]).toBe("XC-05-03");
    expect(refs("灭火器被纸箱挡住")).not.toContain("消防法#28");
    expect(refs("消火栓被纸箱挡住")).toContain("消防法#28");
  });

  it("is not offered where the words speak against it", () => {
    expect(refs("水性漆喷漆房没有可燃气体报警")).not.toContain("工贸企业重大事故隐患判定标准#7第(七)项");
    expect(refs("石材打磨车间积尘很厚")).not.toContain("工贸企业重大事故隐患判定标准#11第(十)项");
  });

  it("follows the driver, not the paper he shows", () => {
    const offered = refs("叉车司机拿的是电工证");
    expect(offered).toContain("特种设备安全法#14");
    expect(offered).not.toContain("安全生产法#30");
    expect(offered).not.toContain("特种作业人员安全技术培训考核管理规定#4");
  });

  it("is not offered for entering where nobody is said to have entered", () => {
    const offered = refs("污水井边上没有牌子，台账里也没有它");
    expect(offered).toContain("工贸企业重大事故隐患判定标准#13第(一)项");
    expect(offered).not.toContain("工贸企业重大事故隐患判定标准#13第(二)项");
  });

  it("is not offered before its first day", () => {
    expect(refs("油漆没有出入库登记", "2026-04-30")).not.toContain("危险化学品安全法#42");
    expect(refs("油漆没有出入库登记", "2026-05-01")).toContain("危险化学品安全法#42");
  });
});

describe("a listed case of major hazards", () => {
  it("is suspected only when every condition is named", () => {
    const [first] = ask("喷溶剂型油漆的喷漆房没装可燃气体报警也没风机");
    expect(first).toMatchObject({ code: "XC-11-05", listedCase: { suspected: true, asks: [] } });
  });

  it("asks for the condition that is not named", () => {
    const [first] = ask("喷漆房没装可燃气体报警也没风机");
    expect(first?.listedCase?.suspected).toBe(false);
    expect(first?.listedCase?.asks).toContain("喷的是不是溶剂型（非水性）漆？");
  });
});

describe("what a tenant's experts accepted", () => {
  const text = "绿盒子坏了没人修";
  const lessons = buildLessons([{ itemCode: "XC-05-06", words: text, times: 6 }]);

  it("moves an item up for texts like it, and only for those", () => {
    const place = (on: SuggestGround) => ask(text, DAY, 189, on).findIndex(({ code }) => code === "XC-05-06");
    expect(place(ground)).toBeGreaterThan(0);
    expect(place({ ...ground, lessons })).toBeLessThan(place(ground));
    expect(ask("皮带轮没有护罩", DAY, 5, { ...ground, lessons })).toEqual(ask("皮带轮没有护罩"));
  });

  it("is gone without a trace when taken back", () => {
    expect(ask(text, DAY, 5, { ...ground, lessons: buildLessons([]) })).toEqual(ask(text));
  });
});
