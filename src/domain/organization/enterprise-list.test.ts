import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EnterpriseListReading, type ListOptions, readEnterpriseList } from "./enterprise-list.ts";
import { enterpriseRowSchema } from "./enterprise-row.ts";
import { inventedCreditCode } from "./invented-credit-code.ts";
import { refusedRowsSheet } from "./refused-rows.ts";
import type { SheetCell, SheetRow } from "./sheet-cells.ts";

const HEAD = ["序号", "企业名称", "统一社会信用代码", "年主营业务收入（万元）", "是否规上"];
const CODE = inventedCreditCode(1);

function sheetOf(...rows: SheetCell[][]): SheetRow[] {
  return rows.map((cells, index) => ({ row: index + 1, cells }));
}

function reading(rows: SheetCell[][], options?: ListOptions): EnterpriseListReading {
  const result = readEnterpriseList(sheetOf(...rows), options);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** One enterprise below the usual head, with some cells written differently. */
function one(cells: { name?: SheetCell; code?: SheetCell; revenue?: SheetCell; scale?: SheetCell }) {
  const { name = "柳溪木业（演示）", code = CODE, revenue = 300, scale = "否" } = cells;
  return reading([HEAD, [1, name, code, revenue, scale]]);
}

function reasons(list: EnterpriseListReading): string[] {
  return list.refused.map((cell) => cell.reason);
}

function fieldsOf(list: EnterpriseListReading) {
  return Object.fromEntries(list.layout.columns.map(({ head, field }) => [head, field]));
}

describe("head and columns", () => {
  it("skips title rows and finds the unit in the head", () => {
    const list = reading([
      ["某街道企业名单（演示）"],
      ["填报单位：街道安监办　单位：元"],
      [],
      HEAD,
      [1, "甲厂", CODE, 100, "否"],
    ]);
    expect(list.layout).toMatchObject({ headRows: [4], revenue: { unit: "万元", unitFrom: "head" } });
    expect(list.enterprises).toMatchObject([{ row: 5, name: "甲厂", mainRevenueFen: 100_000_000 }]);
  });

  it.each([
    [["填报单位：安监办　　单位：万元、人　　2017年4月"], 1822, "万元", "title"],
    [["单位:元"], 18_220_000, "元", "title"],
    [["金额单位：千元"], 18_220, "千元", "title"],
    [["企业名单"], 1822, "万元", "guess"],
    [["企业名单"], 18_220_000, "元", "guess"],
  ])("takes the unit from a title or the size of the numbers: %j %i is %s (%s)", (title, revenue, unit, unitFrom) => {
    const list = reading([title, ["企业名称", "主营收入"], ["甲厂", revenue]]);
    expect(list.layout.revenue).toMatchObject({ unit, unitFrom });
    expect(list.enterprises[0]?.mainRevenueFen).toBe(1_822_000_000);
    expect(list.warnings.some((warning) => warning.text.includes("没写单位"))).toBe(unitFrom === "guess");
  });

  it("doubts a stated unit that the numbers contradict, and lets a person choose", () => {
    const rows: SheetCell[][] = [
      ["企业名称", "主营收入（元）"],
      ["甲厂", 1822],
      ["乙厂", 300],
    ];
    expect(reading(rows).layout.revenue?.doubt).toContain("是不是万元");
    const chosen = reading(rows, { choices: { unit: "万元" } });
    expect(chosen.layout.revenue).toMatchObject({ unit: "万元", unitFrom: "chosen", doubt: null });
    expect(chosen.enterprises[0]?.mainRevenueFen).toBe(1_822_000_000);
  });

  it("knows other offices' names for the columns", () => {
    const heads = [
      "单位全称",
      "社会信用代码",
      "村社",
      "规上/规下",
      "职工人数",
      "经营地址",
      "法定代表人",
      "手机号码",
      "安全员",
      "安全员电话",
    ];
    const list = reading([
      [
        ...heads,
        "标准化等级",
        "标准化证书编号",
        "标准化有效期",
        "四色等级",
        "2025年主营业务收入(万元)",
        "行业主管部门",
      ],
      ["甲厂", CODE],
    ]);
    expect(Object.values(fieldsOf(list))).toEqual([
      ...["name", "creditCode", "community", "aboveScale", "employees", "address", "principalName", "principalPhone"],
      ...["safetyOfficerName", "safetyOfficerPhone", "standardizationGrade", "standardizationCertificateNo"],
      ...["standardizationValidTo", "riskLevel", "mainRevenue", null],
    ]);
    expect(list.layout.revenue?.year).toBe(2025);
  });

  it("of several columns for one field takes the better name, then the later year", () => {
    const list = reading([
      ["企业名称", "2024年主营业务收入（万元）", "2025年主营业务收入（万元）", "注册地址", "经营地址"],
      ["甲厂", 1, 2, "东", "西"],
    ]);
    expect(list.enterprises[0]).toMatchObject({ mainRevenueFen: 2_000_000, revenueYear: 2025, address: "西" });
  });

  it("reads a head in two lines", () => {
    const list = reading([
      ["序号", "企业名称", "主营业务收入", "", "联系人"],
      ["", "", "2024年（万元）", "2025年（万元）", ""],
      [1, "甲厂", 10, 20, "陆某甲"],
    ]);
    expect(list.layout.headRows).toEqual([1, 2]);
    expect(list.enterprises).toMatchObject([
      { mainRevenueFen: 20_000_000, revenueYear: 2025, principalName: "陆某甲" },
    ]);
  });

  it("shows the guess with samples, recognizes columns by contents, and obeys a person's choice", () => {
    const rows: SheetCell[][] = [
      ["对象", "号码", "规模", "备注"],
      ["柳溪木业有限公司", CODE, "是", "甲"],
      ["桐坞纸品有限公司", inventedCreditCode(2), "否", "乙"],
    ];
    const list = reading(rows);
    expect(list.layout.columns).toMatchObject([
      { field: "name", confidence: "contents", samples: ["柳溪木业有限公司", "桐坞纸品有限公司"] },
      { field: "creditCode", confidence: "contents" },
      { field: "aboveScale", confidence: "exact" },
      { field: "remark", confidence: "exact" },
    ]);
    const chosen = reading(rows, { choices: { fields: { 3: "industry", 2: null } } });
    expect(chosen.enterprises[0]).toMatchObject({ industry: "甲", aboveScale: null, remark: null });
  });

  it.each([
    [[], "enterpriseList.empty"],
    [[["", null], [" "]], "enterpriseList.empty"],
    [[["企业名单"], ["甲厂"]], "enterpriseList.noHead"],
    [
      [
        ["信用代码", "主营收入（万元）"],
        ["甲", 1],
      ],
      "enterpriseList.noNameColumn",
    ],
  ])("says when a sheet holds no list: %j", (rows: SheetCell[][], code) => {
    expect(readEnterpriseList(sheetOf(...rows))).toMatchObject({ ok: false, problem: { code } });
  });
});

describe("lines that are no enterprise", () => {
  it("skips totals, who made the list, section heads, a head printed again, numbers alone and blanks", () => {
    const list = reading([
      HEAD,
      ["一、规上企业"],
      [1, "甲厂", CODE, 2000, "是"],
      [],
      HEAD,
      [2, "乙厂", inventedCreditCode(2), 100, "否"],
      [3],
      ["小计", "2家"],
      ["合  计", "共2家", "", 2100],
      ["备注：收入为上年数"],
      ["制表人：陆科员", "", "审核："],
      ["", "制表人", "陆科员"],
    ]);
    expect(list.enterprises.map(({ row }) => row)).toEqual([3, 6]);
    const kinds = ["section", "repeatedHead", "numberOnly", "total", "total", "signature", "signature", "signature"];
    expect(list.skipped.map((line) => line.kind)).toEqual(kinds);
    expect(list.refused).toEqual([]);
    expect(list.warnings).toEqual([]);
  });

  it("keeps enterprises whose name begins like such a line", () => {
    const list = reading([HEAD, [1, "合计量具厂", CODE, 1, "否"], [2, "总计划印刷厂", inventedCreditCode(2), 1, "否"]]);
    expect(list.enterprises).toHaveLength(2);
  });

  it("warns when the total states another number than was found", () => {
    const list = reading([HEAD, [1, "甲厂", CODE, 1, "否"], ["合计", "共2家"]]);
    expect(list.warnings).toEqual([{ row: 3, field: "list", text: "第3行写共2家，读到1家，请核对。" }]);
  });
});

describe("credit codes", () => {
  it.each([
    [CODE.toLowerCase()],
    [` ${CODE.slice(0, 8)} ${CODE.slice(8)}\u3000`],
    [CODE.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    [`'${CODE}`],
  ])("corrects %j and says so", (written) => {
    const list = one({ code: written });
    expect(list.enterprises[0]?.creditCode).toBe(CODE);
    expect(list.warnings[0]?.text).toContain(`已改成${CODE}`);
  });

  it.each([
    [CODE.slice(0, 17), "第2行，统一社会信用代码只有17位，应为18位。", null],
    [`${CODE}1`, "第2行，统一社会信用代码有19位，应为18位。", null],
    ["330181000012345", "第2行，统一社会信用代码只有15位，像是旧的注册号，应填18位统一社会信用代码。", null],
    [
      "9135O1OOM000100Y43",
      "第2行，统一社会信用代码第5位是“O”，代码里没有这个字符，是不是91350100M000100Y43。",
      "91350100M000100Y43",
    ],
    [
      "91350100M000100Y4A",
      "第2行，统一社会信用代码末位校验码不对，按前17位算应为3。请对照营业执照改。",
      "91350100M000100Y43",
    ],
    [9.13501e17, "第2行，统一社会信用代码被Excel存成了数字，后几位已经丢了。请把这一格设成文本再填。", null],
    ["#N/A", "第2行，统一社会信用代码是公式，结果出错（#N/A）。请改成数值。", null],
  ])("refuses %j with its sentence", (code, reason, suggestion) => {
    const list = one({ code });
    expect(list.enterprises).toEqual([]);
    expect(list.refused).toMatchObject([{ row: 2, field: "creditCode", name: "柳溪木业（演示）", reason, suggestion }]);
  });

  it("takes an enterprise without a code, with a warning", () => {
    for (const blank of [null, "", "无", "/", "——"]) {
      const list = one({ code: blank });
      expect(list.enterprises[0]?.creditCode).toBeNull();
      expect(list.warnings).toMatchObject([{ row: 2, field: "creditCode" }]);
    }
  });
});

describe("revenue", () => {
  it.each([
    [1822, 1_822_000_000],
    ["１，８２２", 1_822_000_000],
    ["1,822.50", 1_822_500_000],
    [" 1 822 ", 1_822_000_000],
    ["1822万元", 1_822_000_000],
    ["18220000元", 1_822_000_000],
    ["1.2亿", 12_000_000_000],
    [1999.99, 1_999_990_000],
    [1999.9999999999998, 2_000_000_000],
    [0, 0],
    ["/", null],
    [null, null],
  ])("reads %j in 万元 as %j fen", (revenue, fen) => {
    expect(one({ revenue }).enterprises[0]?.mainRevenueFen).toBe(fen);
  });

  it.each([
    ["约三千", "第2行，主营收入写的“约三千”不是数字，请填万元数，如3000。"],
    ["1,82", "第2行，主营收入写的“1,82”不是数字，请填万元数，如3000。"],
    [-5, "第2行，主营收入是负数，应为0或更大。"],
    ["-5万", "第2行，主营收入是负数，应为0或更大。"],
    [1e12, "第2行，主营收入按万元算超过一万亿元，请核对单位。"],
    [new Date(Date.UTC(2026, 0, 2)), "第2行，主营收入是日期（2026-01-02），应为万元数。"],
    ["#UNCOMPUTED!", "第2行，主营收入是公式，还没有算出结果。请在Excel里打开存一次，或改成数值。"],
    ["#REF!", "第2行，主营收入是公式，结果出错（#REF!）。请改成数值。"],
  ])("refuses %j", (revenue, reason) => {
    expect(reasons(one({ revenue }))).toEqual([reason]);
  });

  it("keeps every amount of whole fen exactly", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000_000), (fen) => {
        const wan = fen / 1_000_000;
        expect(one({ revenue: wan }).enterprises[0]?.mainRevenueFen).toBe(fen);
        expect(one({ revenue: wan.toFixed(6) }).enterprises[0]?.mainRevenueFen).toBe(fen);
      }),
    );
  });
});

describe("是否规上", () => {
  it.each([
    ["是", true],
    ["规上", true],
    ["√", true],
    ["Ｙ", true],
    [1, true],
    [true, true],
    ["否", false],
    ["规下", false],
    ["×", false],
    [0, false],
    ["", null],
    ["/", null],
  ])("reads %j as %j", (scale, value) => {
    expect(one({ scale }).enterprises[0]?.aboveScale).toBe(value);
  });

  it("does not take large and small for above and below scale, and refuses what it cannot read", () => {
    expect(one({ scale: "小型" })).toMatchObject({
      enterprises: [{ aboveScale: null }],
      warnings: [{ field: "aboveScale" }],
    });
    expect(reasons(one({ scale: "不清楚" }))).toEqual(["第2行，是否规上写的“不清楚”看不懂，请填是或否。"]);
  });
});

describe("text as people write and break it", () => {
  it("keeps rare characters, markup and formulas as text, and tells", () => {
    expect(one({ name: "镕堃喆㎡𠮷制衣厂" }).enterprises[0]?.name).toBe("镕堃喆㎡𠮷制衣厂");
    expect(one({ name: "镕堃喆㎡𠮷制衣厂" }).warnings).toEqual([]);
    expect(one({ name: "<script>alert(1)</script>厂" })).toMatchObject({
      enterprises: [{ name: "<script>alert(1)</script>厂" }],
      warnings: [{ text: "第2行，企业名称有尖括号，照原样当文字存。" }],
    });
    expect(one({ name: '=HYPERLINK("x","厂")' }).warnings[0]?.text).toBe(
      "第2行，企业名称以“=”开头，当文字存，不当公式算。",
    );
    expect(one({ name: "夜班🌙厂" }).warnings[0]?.text).toBe("第2行，企业名称有表情符号，照原样存，文书里可能印不出。");
    expect(one({ name: "柳\ud83d溪厂" })).toMatchObject({
      enterprises: [{ name: "柳溪厂" }],
      warnings: [{ text: "第2行，企业名称有认不出的字符，已去掉，请核对。" }],
    });
  });

  it("takes spaces and line breaks out of Chinese names, not out of Latin ones", () => {
    expect(one({ name: " 柳溪\n木业 （演示）\u3000" }).enterprises[0]?.name).toBe("柳溪木业（演示）");
    expect(one({ name: "ABC  Metal 厂" }).enterprises[0]?.name).toBe("ABC Metal 厂");
  });

  it("refuses names that are missing, no names, or too long", () => {
    expect(reasons(one({ name: "" }))).toEqual(["第2行，企业名称没填，必须有。"]);
    expect(reasons(one({ name: "\ud83d" }))).toEqual(["第2行，企业名称没填，必须有。"]);
    expect(reasons(one({ name: 12345 }))).toEqual(["第2行，企业名称写的是“12345”，不像企业名称。"]);
    expect(reasons(one({ name: "厂".repeat(121) }))).toEqual(["第2行，企业名称有121个字，最多120个字。"]);
  });

  it("names all faults of a row at once", () => {
    expect(one({ name: "", code: "1", revenue: "多", scale: "?" }).refused.map(({ field }) => field)).toEqual([
      ...["name", "creditCode", "mainRevenue", "aboveScale"],
    ]);
  });

  it("never throws and never passes on what its own schema refuses, whatever the cells hold", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: false }),
      fc.constantFrom("一级", "2026-02-30", "红", "13800000000", "粉尘、喷涂", "12人", "C5211", "#REF!"),
    );
    const heads = [
      ...HEAD,
      "所属村",
      "行业代码",
      "行业",
      "人数",
      "电话",
      "标准化等级",
      "标准化有效期",
      "风险等级",
      "标签",
      "备注",
    ];
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: heads.length }), { maxLength: 8 }), (rows) => {
        const list = reading([heads, ...rows]);
        for (const enterprise of list.enterprises)
          expect(enterpriseRowSchema.safeParse(enterprise).error).toBeUndefined();
        for (const { reason } of list.refused) expect(reason).toMatch(/^第\d+行，.+。$/su);
      }),
    );
  });
});

describe("other columns", () => {
  const heads = [
    "企业名称",
    "信用代码",
    "行业代码",
    "行业",
    "人数",
    "电话",
    "标准化等级",
    "标准化有效期",
    "风险等级",
    "标签",
    "备注",
  ];

  it("reads them", () => {
    const cells = [
      "甲厂",
      CODE,
      "c 2929",
      "塑料制品",
      "１２人",
      13800000000,
      "三级",
      "2027年3月1日",
      "橙色",
      "粉尘、喷涂 粉尘",
      "拟创建标准化",
    ];
    expect(reading([heads, cells]).enterprises).toMatchObject([
      {
        ...{ industryCode: "C2929", industry: "塑料制品", industryKind: "industrial", employees: 12 },
        ...{ principalPhone: "13800000000", standardizationGrade: "three", standardizationValidTo: "2027-03-01" },
        ...{ riskLevel: "orange", tags: ["粉尘", "喷涂"], requestedGround: "c" },
      },
    ]);
  });

  it("leaves blank what cannot be read, with a warning for each, and keeps the enterprise", () => {
    const cells = ["甲厂", CODE, "不知道", "", "十几", "请打总机", "很好", "2027-02-30", "较高", "", ""];
    const list = reading([heads, cells]);
    expect(list.enterprises).toMatchObject([{ employees: null, principalPhone: null, standardizationGrade: null }]);
    const fields = [
      "industryCode",
      "employees",
      "principalPhone",
      "standardizationGrade",
      "standardizationValidTo",
      "riskLevel",
    ];
    expect(list.warnings.filter(({ row }) => row === 2).map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    ["C2929", "", "industrial"],
    ["0610", "", "industrial"],
    ["D4430", "", "industrial"],
    ["F5211", "", "retail"],
    ["F5162", "", "wholesale"],
    ["H6210", "", "catering"],
    ["E4700", "", "other"],
    ["", "C制造业", "industrial"],
    ["", "零售", "retail"],
    ["", "五金加工", "industrial"],
    ["", "C2929 塑料零件", "industrial"],
    ["", "其他", null],
    ["F", "", null],
  ])("tells the trade of code %j and words %j: %j", (code, words, kind) => {
    expect(reading([heads, ["甲厂", CODE, code, words]]).enterprises[0]?.industryKind).toBe(kind);
  });

  it("looks villages up in the roster, with the near one when a character is wrong", () => {
    const rows: SheetCell[][] = [
      ["企业名称", "所属村"],
      ["甲厂", "柳溪"],
      ["乙厂", "柳西村"],
      ["丙厂", "远方村"],
      ["丁厂", ""],
    ];
    const list = reading(rows, { roster: ["柳溪村", "桐坞村", "云洞社区"] });
    expect(list.enterprises.map(({ communityName }) => communityName)).toEqual(["柳溪村", null]);
    expect(list.refused).toMatchObject([
      { row: 3, suggestion: "柳溪村", reason: "第3行，村（社区）写的“柳西村”不在名册里，是不是“柳溪村”。" },
      { row: 4, suggestion: null, reason: "第4行，村（社区）写的“远方村”不在名册里。" },
    ]);
  });
});

describe("the same enterprise twice", () => {
  const OTHER = inventedCreditCode(2);

  it("becomes one with a warning when code and name agree, blanks filled from the later row", () => {
    const list = reading([HEAD, [1, "甲厂(演示)", CODE, null, "否"], [2, "甲厂（演示）", CODE, 300, "否"]]);
    expect(list.enterprises).toMatchObject([{ row: 2, mainRevenueFen: 300_000_000 }]);
    expect(list.warnings).toEqual([{ row: 3, field: "name", text: "第3行与第2行是同一家，已并成一条；内容一致。" }]);
  });

  it("says what the two rows state differently", () => {
    const list = reading([HEAD, [1, "甲厂", CODE, 200, "否"], [2, "甲厂", CODE, 300, "是"]]);
    expect(list.enterprises).toMatchObject([{ mainRevenueFen: 200_000_000, aboveScale: false }]);
    expect(list.warnings[0]?.text).toContain("主营收入取200万元，是否规上取否");
  });

  it("is refused when the code is another enterprise's", () => {
    const list = reading([HEAD, [1, "甲厂", CODE, 1, "否"], [2, "乙厂", CODE, 1, "否"]]);
    expect(list.enterprises).toHaveLength(1);
    expect(reasons(list)).toEqual(["第3行，统一社会信用代码与第2行相同，名称不同。同一家只留一行，两家就改代码。"]);
  });

  it("finds a row without a code by its name, keeps namesakes with different codes apart, refuses what is ambiguous", () => {
    const rows: SheetCell[][] = [
      HEAD,
      [1, "甲厂", CODE, 1, "否"],
      [2, "甲厂", OTHER, 1, "否"],
      [3, "甲厂", null, 1, "否"],
    ];
    const list = reading(rows);
    expect(list.enterprises).toHaveLength(2);
    expect(list.warnings.map(({ text }) => text)).toContain("第3行与第2行同名，信用代码不同，按两家存，请核对。");
    expect(reasons(list)).toEqual(["第4行，统一社会信用代码没填，而第2、3行和它同名。填上代码才分得清是哪一家。"]);
    expect(reading([...rows.slice(0, 2), [3, "甲厂", null, 5, "否"]]).enterprises).toHaveLength(1);
  });
});

describe("refused rows as a sheet", () => {
  it("keeps columns and unit, says why, and is taken once corrected", () => {
    const rows = sheetOf(
      ["单位：元"],
      ["企业名称", "信用代码", "主营收入"],
      ["甲厂", CODE, 3_000_000],
      ["乙厂", "123", "多"],
    );
    const first = readEnterpriseList(rows);
    if (!first.ok) throw new Error(first.problem.code);
    const sheet = refusedRowsSheet(rows, first.value);
    expect(sheet.columns).toEqual(["原表行号", "企业名称", "信用代码", "主营收入（元）", "为什么没收"]);
    expect(sheet.rows).toHaveLength(1);
    expect(sheet.rows[0]?.[0]).toBe(4);
    expect(sheet.rows[0]?.[4]).toContain("第4行，统一社会信用代码只有3位，应为18位。第4行，主营收入写的“多”");
    const corrected = [4, "乙厂", inventedCreditCode(2), 5_000_000, sheet.rows[0]?.[4] ?? null];
    const second = reading([[...sheet.columns], corrected]);
    expect(second).toMatchObject({ enterprises: [{ name: "乙厂", mainRevenueFen: 500_000_000 }], refused: [] });
  });
});
