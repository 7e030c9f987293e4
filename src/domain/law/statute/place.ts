// Whose law a statute is and of what rank, from its title and who passed it. What cannot be told is said, never taken
// for national: local rules under a national mark are the commonest fault of public collections.
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { InstrumentKind } from "../library-rows.ts";
import type { Statute } from "./statute.ts";

/** Provinces by GB/T 2260, and Zhejiang's cities. More come from the register of divisions. */
const PLACES: readonly (readonly [name: string, code: string])[] = [
  ["北京市", "110000"],
  ["天津市", "120000"],
  ["河北省", "130000"],
  ["山西省", "140000"],
  ["内蒙古自治区", "150000"],
  ["辽宁省", "210000"],
  ["吉林省", "220000"],
  ["黑龙江省", "230000"],
  ["上海市", "310000"],
  ["江苏省", "320000"],
  ["浙江省", "330000"],
  ["安徽省", "340000"],
  ["福建省", "350000"],
  ["江西省", "360000"],
  ["山东省", "370000"],
  ["河南省", "410000"],
  ["湖北省", "420000"],
  ["湖南省", "430000"],
  ["广东省", "440000"],
  ["广西壮族自治区", "450000"],
  ["海南省", "460000"],
  ["重庆市", "500000"],
  ["四川省", "510000"],
  ["贵州省", "520000"],
  ["云南省", "530000"],
  ["西藏自治区", "540000"],
  ["陕西省", "610000"],
  ["甘肃省", "620000"],
  ["青海省", "630000"],
  ["宁夏回族自治区", "640000"],
  ["新疆维吾尔自治区", "650000"],
  ["杭州市", "330100"],
  ["宁波市", "330200"],
  ["温州市", "330300"],
  ["嘉兴市", "330400"],
  ["湖州市", "330500"],
  ["绍兴市", "330600"],
  ["金华市", "330700"],
  ["衢州市", "330800"],
  ["舟山市", "330900"],
  ["台州市", "331000"],
  ["丽水市", "331100"],
];

export interface Place {
  readonly name: string;
  readonly code: string;
}

const BODY =
  /(?:^|日|[\s\u3000（(])((?!全国)[\u3400-\u9fff]{2,12}?(?:省|自治区|自治州|自治县|市|州|县|盟))(?:第[\u3400-\u9fff]{1,6}届)?(?:人民代表大会|人大|人民政府)/;

/** The division whose law it is; 000000 is national. Refused where a local body passed it and its code is not known. */
export function divisionOf(statute: Pick<Statute, "title" | "history">, registered: readonly Place[]): Result<string> {
  const places = [...PLACES.map(([name, code]) => ({ name, code })), ...registered];
  const titled = places.filter(({ name }) => statute.title.startsWith(name));
  const longest = titled.toSorted((a, b) => b.name.length - a.name.length)[0];
  if (longest) return ok(longest.code);
  const bodies = statute.history
    .filter((event) => event.kind !== "approved")
    .map((event) => BODY.exec(event.text)?.[1]);
  const body = bodies.findLast((one) => one !== undefined);
  if (body === undefined) return ok("000000");
  const known = places.find(({ name }) => name === body);
  return known ? ok(known.code) : refuse("statute.unknown_place", { title: statute.title, place: body });
}

/** law 法律 by 法 at the title's end, regulation 法规 by 条例 or a local congress, rule 规章 else. */
export function kindOf(title: string, division: string, history: Statute["history"]): InstrumentKind {
  if (division === "000000" && /法$/.test(title)) return "law";
  if (/条例$/.test(title)) return "regulation";
  if (division !== "000000" && history.some((event) => /人民代表大会/.test(event.text))) return "regulation";
  return /(?:意见|通知|方案|指南)$/.test(title) ? "government" : "rule";
}

/** The name by which references call it: without 中华人民共和国 and without a version in brackets. */
export function shortTitle(title: string): string {
  return title.replace(/^中华人民共和国/, "").replace(/[（(]\d{4}年?(?:修正|修订)(?:版|本)?[）)]$/, "");
}
