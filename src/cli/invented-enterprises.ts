// Enterprises that do not exist, for tests, the story and demonstration: 161 of an invented subdistrict 青岚街道,
// in the proportions of a real one: 40 above scale, 103 industrial below scale in scope, 18 out. The same for the same seed.
import { inventedCreditCode } from "#domain/organization/invented-credit-code.ts";

export interface InventedEnterprise {
  readonly name: string;
  readonly creditCode: string;
  readonly communityName: string;
  readonly industryCode: string;
  readonly industry: string;
  /** Main-business revenue of a year, in fen. */
  readonly mainRevenueFen: number;
  readonly aboveScale: boolean;
  readonly employees: number;
  readonly address: string;
  readonly principalName: string;
  readonly principalPhone: string;
  readonly tag: string | null;
  readonly remark: string | null;
  /** By grounds (a) and (b) of R3. */
  readonly ground: "a" | "b" | null;
}

export const inventedCommunities = [
  "柳溪村",
  "桐坞村",
  "荷塘村",
  "石桥头村",
  "云洞社区",
  "枫岭社区",
  "渡口社区",
] as const;

export type Draw = (below: number) => number;

/** Whole numbers from 0 to below `below`, the same row for the same seed (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const WAN_FEN = 1_000_000;

/** Word in the name, code of GB/T 4754-2017, name of the trade. */
type Trade = readonly [word: string, code: string, name: string];

const TRADES: readonly Trade[] = [
  ["塑料制品", "C2929", "塑料制品"],
  ["纺织", "C1751", "化纤织造"],
  ["五金", "C3352", "金属制品"],
  ["卫浴", "C3072", "卫生陶瓷"],
  ["钢结构", "C3311", "金属结构"],
  ["印染", "C1752", "印染精加工"],
  ["家具", "C2110", "木质家具"],
  ["包装", "C2231", "纸制品"],
  ["化工", "C2641", "涂料制造"],
  ["汽车配件", "C3670", "汽车零部件"],
  ["机械制造", "C3489", "通用零部件制造"],
  ["电器", "C3899", "电气机械"],
  ["食品", "C1411", "糕点制造"],
  ["羽绒制品", "C1942", "羽绒加工"],
];
const SHOP: Trade = ["超市", "F5211", "零售"];

const FIRST = "恒嘉瑞盛鼎宏永兴联铭昊晟堃喆镕泽";
const SECOND = "达丰隆泰源康诚川岳禾峰顺宇博创阳";
const SURNAMES = "陆沈钟韩蒋俞童章裘来";
const TAGS = ["锅炉", "危化品", "喷涂", "有限空间", "粉尘"];

type Kind = Pick<InventedEnterprise, "aboveScale" | "mainRevenueFen" | "ground"> & { readonly shop: boolean };

function industrial(wan: number, ground: "a" | "b" | null): Kind {
  return { aboveScale: ground === "a", mainRevenueFen: Math.round(wan * WAN_FEN), ground, shop: false };
}

function several(count: number, make: () => Kind): Kind[] {
  return Array.from({ length: count }, make);
}

/** 40 on ground (a), 103 on (b), 12 industrial below 100万元 and 6 shops; the thresholds themselves are among them. */
function kinds(draw: Draw): Kind[] {
  const shop = (): Kind => ({ ...industrial(560 + draw(2200), null), shop: true });
  return [
    industrial(2000, "a"),
    ...several(39, () => industrial(3000 + draw(37_000), "a")),
    industrial(1999.99, "b"),
    industrial(1000, "b"),
    ...several(49, () => industrial(1001 + draw(960), "b")),
    industrial(999.99, "b"),
    industrial(100, "b"),
    ...several(50, () => industrial(101 + draw(890), "b")),
    industrial(99.99, null),
    ...several(11, () => industrial(20 + draw(75), null)),
    ...several(6, shop),
  ];
}

function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(draw(left.length), 1));
}

function pick<T>(items: readonly T[], otherwise: T, draw: Draw): T {
  return items[draw(items.length)] ?? otherwise;
}

function newName(word: string, taken: Set<string>, draw: Draw): string {
  for (;;) {
    const own = `${FIRST.charAt(draw(FIRST.length))}${SECOND.charAt(draw(SECOND.length))}`;
    const name = `青岚${own}${word}有限公司（演示）`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** What two of the shops have in their remark: grounds (d) and (c), for a person to decide. */
const SHOP_REMARKS = ["安委会第2次会议纪要纳入", "需创建安全生产标准化"];

/** In list order. */
export function inventEnterprises(seed = 1): InventedEnterprise[] {
  const draw = drawFrom(seed);
  const taken = new Set<string>();
  const remarks = [...SHOP_REMARKS];
  return shuffled(kinds(draw), draw).map(({ shop, ...kind }, index) => {
    const [word, industryCode, industry] = shop ? SHOP : pick<Trade>(TRADES, SHOP, draw);
    const tag = draw(2) === 0 ? pick<string>(TAGS, "", draw) : null;
    return {
      ...kind,
      name: newName(word, taken, draw),
      creditCode: inventedCreditCode(seed * 1000 + index),
      communityName: pick<string>(inventedCommunities, "", draw),
      industryCode,
      industry,
      employees: Math.max(3, Math.round(kind.mainRevenueFen / WAN_FEN / (50 + draw(60)))),
      address: `青岚街道演示路${1 + draw(300)}号`,
      principalName: `${SURNAMES.charAt(draw(SURNAMES.length))}某${"甲乙丙丁戊己庚辛"[draw(8)] ?? "甲"}`,
      principalPhone: `0571-0000${String(1000 + index)}`,
      tag,
      remark: (shop && remarks.shift()) || null,
    };
  });
}
