import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemText } from "../../problems.ts";
import { clauseWords, countParts, paragraphsOf } from "./article-parts.ts";
import { readNumber, writeNumber } from "./chinese-number.ts";
import { divisionOf, kindOf, shortTitle } from "./place.ts";
import { readStatute } from "./read-statute.ts";
import { SAMPLE_2019, SAMPLE_2024 } from "./sample-statutes.ts";
import { articleLabel, type Statute } from "./statute.ts";

function read(text: string): Statute {
  const result = readStatute(text);
  if (!result.ok) throw new Error(problemText(result.problem));
  return result.value;
}

function refusal(text: string): string {
  const result = readStatute(text);
  return result.ok ? "" : result.problem.code;
}

describe("numbers", () => {
  it("are written and read back, all of them", () => {
    for (let value = 0; value <= 9999; value += 1) expect(readNumber(writeNumber(value))).toBe(value);
  });

  it("come in full width, with 〇 and 两, with gaps", () => {
    expect(["１６", "二〇二一", "两百", "一百 一十七", "十"].map(readNumber)).toEqual([16, 2021, 200, 117, 10]);
    expect(["百百", "十二十", "", "一百一百", "三二"].map(readNumber)).toEqual(Array(5).fill(undefined));
  });
});

describe("a published text", () => {
  it("gives title, history, chapters, articles, paragraphs and items", () => {
    const statute = read(SAMPLE_2019);
    expect(statute).toMatchObject({
      title: "中华人民共和国示例安全法",
      passedOn: "2019-03-01",
      effectiveFrom: "2019-06-01",
    });
    expect(statute.articles.map(({ article }) => article)).toEqual(["1", "2", "3", "4", "5", "6"]);
    const third = statute.articles[2];
    expect(third?.headings).toEqual(["第二章 责任与义务"]);
    expect(countParts(third?.lines ?? [])).toEqual({ paragraphs: 2, items: 3 });
    expect(clauseWords(third?.lines ?? [], "3第1款第(二)项")).toBe("（二）组织制定规章制度；");
    expect(clauseWords(third?.lines ?? [], "3第2款")).toBe("前款规定的职责不得转移。");
    expect(clauseWords(third?.lines ?? [], "3第4款")).toBeUndefined();
    expect(statute.warnings).toEqual([]);
  });

  it("of a revision tells the day it was passed and holds from", () => {
    expect(read(SAMPLE_2024)).toMatchObject({ passedOn: "2024-04-20", effectiveFrom: "2024-09-01" });
    const amended = SAMPLE_2019.replace(
      "<!-- INFO END -->",
      "2021年6月10日 《关于修改〈示例安全法〉的决定》第一次修正",
    );
    expect(read(amended)).toMatchObject({ passedOn: "2021-06-10", effectiveFrom: null });
  });

  it("may be plain, full-width, without gaps, with contents, books and 之一", () => {
    const text = `示例条例
（2020年1月1日示例市人民政府令第1号公布　根据二〇二二年二月三日《决定》修订）
目　录
第一编　总则
　第一章　目的
第二编　附则
第一编　总则
第一章　目的
第１条　为了示例，制定本条例。
第二条单位应当检查。
第二条、第三条规定的事项另行规定。
第二条之一　检查每月一次。
第二条之二　检查有记录。
第二编　附则
第３条　本条例自2022年5月1日起施行。
附件
检查表式样`;
    const statute = read(text);
    expect(statute.articles.map(({ article }) => article)).toEqual(["1", "2", "2-1", "2-2", "3"]);
    expect(statute.articles[0]?.headings).toEqual(["第一编 总则", "第一章 目的"]);
    expect(statute.articles[4]?.headings).toEqual(["第二编 附则"]);
    expect(statute.articles[1]?.lines).toEqual(["单位应当检查。", "第二条、第三条规定的事项另行规定。"]);
    expect(statute).toMatchObject({
      passedOn: "2022-02-03",
      effectiveFrom: "2022-05-01",
      appendix: ["附件", "检查表式样"],
    });
  });

  it("that ends without a commencement is taken with a warning", () => {
    const cut = SAMPLE_2019.slice(0, SAMPLE_2019.indexOf("第五条 违反"));
    const statute = read(cut);
    expect(statute.articles).toHaveLength(4);
    expect(statute.warnings.map(({ code }) => code)).toEqual(["statute.perhaps_cut"]);
  });

  it("loses and merges no article, whatever the numbers and the layout", () => {
    const words = fc.constantFrom("单位应当检查。", "第五条、第六条规定的，从其规定。", "（一）记录；", "下列事项：");
    const article = fc.array(words, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 1, maxLength: 120 }),
        fc.boolean(),
        fc.boolean(),
        (bodies, spaced, digits) => {
          const text = bodies.map((lines, index) => {
            const number = digits ? String(index + 1) : writeNumber(index + 1);
            return `第${number}条${spaced ? "　" : " "}单位。\n\n${lines.join("\n\n")}`;
          });
          const statute = read(`# 示例法\n\n${text.join("\n\n")}`);
          expect(statute.articles.map((one) => one.lines)).toEqual(bodies.map((lines) => ["单位。", ...lines]));
        },
      ),
    );
  });
});

describe("a text that is refused whole", () => {
  it.each([
    ["statute.missing", SAMPLE_2019.replace("第四条 单位", "第五条 单位")],
    ["statute.missing", SAMPLE_2019.replace("第一条 为了", "第二条 为了")],
    ["statute.duplicate", SAMPLE_2019.replace("第四条 单位", "第三条 单位")],
    ["statute.out_of_order", SAMPLE_2019.replace("第五条 违反", "第二条之一 违反")],
    ["statute.two_laws", `${SAMPLE_2019}\n第一条 为了另一件事，制定本法。`],
    ["statute.second_title", `${SAMPLE_2019}\n# 另一部法\n\n第一条 为了另一件事。`],
    ["statute.no_articles", "# 示例通知\n\n各单位：\n\n请抓紧落实。"],
    ["statute.no_title", "第一条 为了示例，制定本法。"],
    ["statute.empty_article", SAMPLE_2019.replace("第四条 单位应当保持疏散通道畅通，不得占用、堵塞。", "第四条")],
    ["statute.empty", "\n \n"],
  ])("%s", (code, text) => {
    expect(refusal(text)).toBe(code);
    const result = readStatute(text);
    if (!result.ok) expect(problemText(result.problem)).not.toMatch(/[{}]/);
  });
});

describe("whose law it is", () => {
  const history = (text: string) => [{ kind: "adopted" as const, day: "2020-01-01", text }];

  it("is told from the title, or from who passed it", () => {
    expect(divisionOf({ title: "杭州市安全条例", history: [] }, [])).toEqual({ ok: true, value: "330100" });
    expect(divisionOf({ title: "市场主体条例", history: [] }, [])).toEqual({ ok: true, value: "000000" });
    const province = history("2020年1月1日 浙江省第十三届人民代表大会常务委员会第一次会议通过");
    expect(divisionOf({ title: "安全条例", history: province }, [])).toEqual({ ok: true, value: "330000" });
  });

  it("is refused where the place is not known, never taken for national", () => {
    const city = history("2020年1月1日 无锡市第十六届人民代表大会常务委员会第一次会议通过");
    expect(divisionOf({ title: "无锡市安全条例", history: city }, [])).toMatchObject({ ok: false });
    const registered = [{ name: "无锡市", code: "320200" }];
    expect(divisionOf({ title: "无锡市安全条例", history: city }, registered)).toEqual({ ok: true, value: "320200" });
  });

  it("gives kind and short title", () => {
    expect(kindOf("中华人民共和国消防法", "000000", [])).toBe("law");
    expect(kindOf("示例办法", "330100", history("杭州市人民代表大会常务委员会通过"))).toBe("regulation");
    expect(kindOf("示例管理规定", "000000", [])).toBe("rule");
    expect(shortTitle("中华人民共和国消防法（2021修正）")).toBe("消防法");
  });
});

it("names an article as the law does", () => {
  expect(["16", "16-1", "16第2款第(三)项", "5.6.1", "117"].map(articleLabel)).toEqual([
    "第十六条",
    "第十六条之一",
    "第十六条第二款第（三）项",
    "5.6.1",
    "第一百一十七条",
  ]);
});

it("keeps sub-items with their item", () => {
  expect(paragraphsOf(["下列：", "（一）甲：", "1.乙；", "（二）丙。", "末款。"])).toMatchObject([
    { no: 1, items: [{ no: 1, lines: ["（一）甲：", "1.乙；"] }, { no: 2 }] },
    { no: 2, text: "末款。", items: [] },
  ]);
});
