// A suggestion for seven and more typed characters against a plain scan: counting the pairs of characters that a text
// shares with every catalogue item's own words. Both answer the same texts in turns; the ratio stands on a busy machine.

import { PACKED_MODEL } from "#domain/law/suggestion/model.generated.ts";
import { openModel } from "#domain/law/suggestion/model.ts";
import { suggest } from "#domain/law/suggestion/suggest.ts";
import { referenceLibrary } from "../eval/reference-library.ts";
import { median, short } from "./median.ts";

const ROUNDS = 30;
const DAY = "2026-11-20";
const TEXTS = [
  "灭火器被纸箱挡住拿不到",
  "冲床光栅被短接，手伸进去照样下来",
  "配电箱没有门，带电体外露；叉车司机没有证",
  "消火拴里没水带",
  "污水池没有警示牌，盖板也敞着",
  "现场整洁，通道畅通，未发现隐患",
  "喷漆房没装可燃气体报警也没风机",
  "员工宿舍在车间楼上，就一个楼梯",
];

export async function run(): Promise<object> {
  const library = referenceLibrary();
  const opening = performance.now();
  const model = openModel(PACKED_MODEL);
  const openMs = performance.now() - opening;
  const items = [...library.items.values()].map(
    (item) => `${item.item}${item.typicalHazard}${item.advice}${item.standard}`,
  );
  const own = () => TEXTS.map((text) => suggest({ model, library }, { text, day: DAY, division: "330109" }));
  const scan = () => TEXTS.map((text) => scanItems(items, text));
  own();
  scan();
  const rounds = Array.from({ length: ROUNDS }, () => [timeOf(own), timeOf(scan)] as const);
  const msPerQuery = median(rounds.map(([ours]) => ours)) / TEXTS.length;
  return {
    texts: TEXTS.length,
    openMs: short(openMs),
    msPerQuery: short(msPerQuery),
    msAtFourfoldSlowdown: short(msPerQuery * 4),
    scanMsPerQuery: short(median(rounds.map(([, plain]) => plain)) / TEXTS.length),
    timesPlainScan: short(median(rounds.map(([ours, plain]) => ours / plain)), 3),
  };
}

function scanItems(items: readonly string[], text: string): readonly number[] {
  return items
    .map((item, index) => ({ index, shared: sharedPairs(item, text) }))
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map(({ index }) => index);
}

function sharedPairs(item: string, text: string): number {
  let shared = 0;
  for (let at = 0; at + 1 < text.length; at += 1) if (item.includes(text.slice(at, at + 2))) shared += 1;
  return shared;
}

function timeOf(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
