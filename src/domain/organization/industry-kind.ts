// Which kind of trade an enterprise is in, from its code of GB/T 4754-2017 or, failing that, from the words used for it.
import type { Enterprises } from "../rows.generated.ts";
import { compact } from "./half-width.ts";

export type IndustryKind = NonNullable<Enterprises["industryKind"]>;

export const industryKinds = [
  "industrial",
  "wholesale",
  "retail",
  "catering",
  "other",
] as const satisfies readonly IndustryKind[];

const CODE = /^([A-T])?(\d{2,4})?$/;

/** Divisions (two digits) of GB/T 4754-2017: B 06–12, C 13–43, D 44–46 are industry; 51 wholesale, 52 retail, 61–62 H. */
function kindOfDivision(division: number): IndustryKind | null {
  if (division >= 6 && division <= 46) return "industrial";
  if (division === 51) return "wholesale";
  if (division === 52) return "retail";
  if (division === 61 || division === 62) return "catering";
  return division >= 1 && division <= 97 ? "other" : null;
}

function kindOfSection(section: string): IndustryKind | null {
  if ("BCD".includes(section)) return "industrial";
  if (section === "H") return "catering";
  // F is wholesale and retail together: without a division nobody can tell which.
  return section === "F" ? null : "other";
}

/** A code of GB/T 4754-2017 in capitals without spaces, such as C2929; undefined when it is none. */
export function findIndustryCode(raw: string): string | undefined {
  const code = compact(raw).toUpperCase();
  return code !== "" && CODE.test(code) ? code : undefined;
}

function kindOfCode(code: string): IndustryKind | null {
  const [, section, digits] = CODE.exec(code) ?? [];
  if (digits !== undefined) return kindOfDivision(Number(digits.slice(0, 2)));
  return section === undefined ? null : kindOfSection(section);
}

const WORDS: readonly (readonly [RegExp, IndustryKind])[] = [
  [/零售|超市|便利店|商店|百货|药店|加油站/, "retail"],
  [/批发|商贸|贸易/, "wholesale"],
  [/餐饮|餐馆|饭店|酒店|宾馆|旅馆|住宿|食堂/, "catering"],
  [/建筑业|房地产|物流|运输|仓储|快递|软件|信息技术|服务|租赁|维修|医疗|教育|养老|农业|种植|养殖|物业/, "other"],
  [
    /工业|制造|加工|生产|采矿|开采|冶炼|铸造|锻造|电镀|印染|印刷|织造|纺织|塑料|橡胶|金属|机械|设备|零部件|配件/,
    "industrial",
  ],
  [
    /电气|电器|电子|仪表|化工|化学|涂料|建材|陶瓷|玻璃|水泥|家具|木业|纸制品|包装|食品|饮料|糕点|服装|皮革|羽绒/,
    "industrial",
  ],
  [/钢结构|五金|模具|汽配|卫浴|洁具|玩具|工艺品|医药|制药|电力|热力|燃气生产|自来水/, "industrial"],
];

/** The kind, by code first and by words second; null when neither tells. */
export function industryKindOf(code: string | null, words: string | null): IndustryKind | null {
  const byCode = code === null ? null : kindOfCode(code);
  if (byCode !== null || words === null) return byCode;
  const inWords = findIndustryCode(words);
  if (inWords !== undefined) return kindOfCode(inWords);
  const leading = /^([A-T]?\d{2,4})/.exec(compact(words).toUpperCase())?.[1];
  if (leading !== undefined) return kindOfCode(leading);
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** The section letter contradicts the digits (C5211): the digits are used, a person should look. */
export function isContradictoryIndustryCode(code: string): boolean {
  const [, section, digits] = CODE.exec(code) ?? [];
  if (section === undefined || digits === undefined) return false;
  const [bySection, byDigits] = [kindOfSection(section), kindOfDivision(Number(digits.slice(0, 2)))];
  return section === "F" ? byDigits !== "wholesale" && byDigits !== "retail" : bySection !== byDigits;
}
