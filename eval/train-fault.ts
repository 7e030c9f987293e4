// Learns whether a text speaks of a fault at all. Good order is written in few ways and about every thing, so most of
// these texts are composed: a thing and a word of good order; a hazard, and that it has been put right.
import { normalize, polarityFeaturesOf } from "#domain/law/suggestion/features.ts";
import type { TradeConcept, TradeWords } from "#domain/law/suggestion/trade-words.ts";
import type { ComposedTexts } from "./compose-texts.ts";
import { seededNumbers, shuffle } from "./seeded.ts";
import type { TrainingText } from "./training-texts.ts";

const ROUNDS = 12;
const STEP = 0.3;
const DECAY = 1e-5;
const SEED = 11;
const KEPT_FROM = ROUNDS / 2;
const LEFT_OUT = 0.3;
/** What is put together counts less than what somebody wrote. */
const COMPOSED_SHARE = 0.5;
const WRITTEN_NOTHING_SHARE = 4;
const PER_CONFORM_WORD = 14;
const EVERY_NTH_SETTLED = 6;
const EVERY_NTH_MIXED = 9;

const SETTLED = [
  (hazard: string) => `上次提的${hazard}，已整改`,
  (hazard: string) => `上次说的${hazard}，现在改好了`,
  (hazard: string) => `${hazard}，已整改完成，复查合格`,
  (hazard: string) => `前次检查的${hazard}已经处理好，复查通过`,
  (hazard: string) => `原来${hazard}，这次看已经改掉了`,
  (hazard: string) => `${hazard}的问题已整改到位，可以销号`,
  (hazard: string) => `未发现${hazard}`,
  (hazard: string) => `没有发现${hazard}的情况`,
  (hazard: string) => `有人说${hazard}，过去看了，没有的事`,
  (hazard: string) => `老板讲${hazard}，我试了几次，是好的`,
  (hazard: string) => `以为${hazard}，走近一看是好的`,
  (hazard: string) => `原先${hazard}，昨天弄好了，今天看没事`,
  (hazard: string) => `上趟${hazard}，现在换掉了，蛮好`,
  (hazard: string) => `${hazard}？看过了，没有`,
  (hazard: string) => `说是${hazard}，复看正常，删掉`,
  (hazard: string) => `之前${hazard}，上礼拜已经弄好，试过`,
];
const MIXED = [
  (hazard: string, order: string) => `${order}，但${hazard}`,
  (hazard: string, order: string) => `${hazard}，${order}`,
  (hazard: string, order: string) => `${order}，${hazard}`,
  (hazard: string) => `上次提的${hazard}，到现在还没改`,
  (hazard: string) => `上次就说过，${hazard}，还是没整改`,
  (hazard: string) => `上次查到的${hazard}，这次又看到`,
  (hazard: string) => `还是老问题，${hazard}`,
  (hazard: string) => `说是都改好了，现场看${hazard}`,
  (hazard: string) => `${hazard}，其他正常`,
  (hazard: string) => `${hazard}，老板说马上改`,
  (hazard: string) => `${hazard}，责任人说已经过期没更换`,
  (hazard: string) => `说没问题，去看了${hazard}`,
  (hazard: string) => `刚弄过没几天，又${hazard}`,
  (hazard: string) => `${hazard}，说下周弄`,
  (hazard: string) => `${hazard}，问老板，说马上换`,
  (hazard: string) => `昨天检查的，${hazard}`,
  (hazard: string) => `今天看了，${hazard}`,
  (hazard: string) => `打开一看，${hazard}`,
];

/** Said of a thing in good order, or merely of its being there. */
const GOOD_OF_THINGS =
  "都好的|好用|试了没问题|试过，好用|刚校过|刚检过|刚换的|换了新的|新装的|装好了|都装了|补上了|配齐了|都在|蛮好|挺干净|很整齐|按规定放着|固定好了|锁着的|盖好了|关着的，有标志|有人管|有标识|前面没堆东西|前面是空的|没被挡|没坏|没堵|没过期|没有变形|够数|数量够|压力够|清出来了|已经拆掉|拆走了|处理好了|用不着|没有在用|有两台|一台|三台|没有这个设备|不用|擦得干净|定期保养|有合格证|测过了|绿色区域|灯亮的|声音正常|说还有两年才到期|每月检查|离得够远|分开放的|都戴着|都系着|都在柜子里|接好了|穿管了|通着的|门能开".split(
    "|",
  );
/** Said of papers and people in good order. */
const GOOD_OF_RECORDS =
  "都有|都齐|齐的|看过了|给我们看了|都签了|都交了|做了|做过了|备过了|备好了|每月都有|记得很全|上墙了|贴出来了|公示了|重新修订过|更新过|已发布|抽了几份都在|都考过了|在有效期里|还有一年到期|都持证|证都在有效期|都培训了|有照片有试卷|按时做的|今年做过|没缺|没漏|查过了，是真的|答得上来|都知道|有专人管|有台账|建好了|落实了|按计划做的|已经补办|办下来了|有记录|归档了".split(
    "|",
  );
const PER_GOOD_PHRASE = 6;
const WANTING = ["没有", "没", "无", "缺", "未设", "未装", "没装", "找不到", "没看到"];
const BROKEN = [
  "坏了",
  "掉了",
  "没了",
  "破了",
  "是空的",
  "过期了",
  "拆下来了",
  "关掉了",
  "没有",
  "不见了",
  "没人管",
  "没做",
];
const FOUND = ["", "", "", "现场", "车间内", "发现", "检查发现", "现场发现"];
const DENIED = [
  "不健全",
  "不齐全",
  "不完整",
  "不符合",
  "不合格",
  "不到位",
  "未有效落实",
  "未按规定设置",
  "超过有效期",
  "超过检验有效期",
  "不规范",
  "不畅通",
  "不牢固",
  "无合格标识",
  "不清晰",
  "不正常",
];
const EVERY_NTH_FAULT = 3;

export interface FaultWeights {
  readonly weights: ReadonlyMap<string, number>;
  readonly bias: number;
}

interface Row {
  readonly features: readonly string[];
  readonly fault: number;
  readonly weight: number;
}

/** Logistic regression, both sides weighing the same; features are left out by chance, the mean of the later rounds is kept. */
export function trainFault(
  words: TradeWords,
  concepts: readonly TradeConcept[],
  texts: readonly TrainingText[],
  composed: ComposedTexts,
): FaultWeights {
  const ids = new Map<string, number>();
  const rows = rowsFor(words, concepts, texts, composed).map((row) => ({
    ...row,
    ids: row.features.map((one) => idOf(ids, one)),
  }));
  const state: State = { weights: new Float64Array(ids.size), squares: new Float64Array(ids.size).fill(1e-3), bias: 0 };
  const mean = new Float64Array(ids.size);
  const share = 1 / (ROUNDS - KEPT_FROM);
  const next = seededNumbers(SEED);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(rows, next);
    for (const row of rows) {
      const kept = row.ids.filter(() => next() >= LEFT_OUT);
      learn(state, kept, row);
    }
    if (round < KEPT_FROM) continue;
    for (let id = 0; id < mean.length; id += 1) mean[id] = (mean[id] ?? 0) + (state.weights[id] ?? 0) * share;
    bias += state.bias * share;
  }
  return { weights: new Map([...ids].map(([feature, id]) => [feature, mean[id] ?? 0])), bias };
}

interface State {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  bias: number;
}

function learn(state: State, kept: readonly number[], row: Row): void {
  const { weights, squares } = state;
  const norm = 1 / Math.sqrt(Math.max(1, kept.length));
  const sum = kept.reduce((total, id) => total + (weights[id] ?? 0) * norm, state.bias);
  const error = (1 / (1 + Math.exp(-sum)) - row.fault) * row.weight;
  for (const id of kept) {
    const weight = weights[id] ?? 0;
    const slope = error * norm + DECAY * weight;
    const square = (squares[id] ?? 0) + slope * slope;
    squares[id] = square;
    weights[id] = weight - (STEP * slope) / Math.sqrt(square);
  }
  state.bias -= 0.02 * error;
}

function idOf(ids: Map<string, number>, feature: string): number {
  const known = ids.get(feature);
  if (known !== undefined) return known;
  ids.set(feature, ids.size);
  return ids.size - 1;
}

function rowsFor(
  words: TradeWords,
  concepts: readonly TradeConcept[],
  texts: readonly TrainingText[],
  composed: ComposedTexts,
): Row[] {
  const next = seededNumbers(SEED);
  const hazards = texts.filter((text) => text.codes.length > 0).map((text) => text.text);
  const orders = composeGoodOrder(concepts, next);
  const settled = hazards.flatMap((hazard, index) =>
    index % EVERY_NTH_SETTLED === 0 ? [pick(SETTLED, next)(hazard)] : [],
  );
  const mixed = hazards.flatMap((hazard, index) =>
    index % EVERY_NTH_MIXED === 0 ? [pick(MIXED, next)(hazard, pick(orders, next))] : [],
  );
  const written = texts.filter((text) => text.codes.length === 0).map((text) => text.text);
  const rowsOf = (list: readonly string[], fault: number, weight: number): readonly Row[] =>
    list.map((text) => ({ features: polarityFeaturesOf(words, normalize(text)), fault, weight }));
  const faults = [
    ...rowsOf(hazards, 1, 1),
    ...rowsOf([...mixed, ...composed.faults, ...composeFaults(concepts, next)], 1, COMPOSED_SHARE),
  ];
  const nothing = [
    ...rowsOf(written, 0, WRITTEN_NOTHING_SHARE),
    ...rowsOf([...composed.nothing, ...settled, ...orders], 0, COMPOSED_SHARE),
  ];
  const sumOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.weight, 0);
  const share = sumOf(faults) / sumOf(nothing);
  return [...faults, ...nothing.map((row) => ({ ...row, weight: row.weight * share }))];
}

/** 灭火器完好, 灭火器、消火栓均有效, 无遮挡现象: a thing or two and a word of good order. */
function composeGoodOrder(concepts: readonly TradeConcept[], next: () => number): string[] {
  const things = concepts.filter((one) => one.kind === "object" || one.kind === "record").flatMap((one) => one.words);
  const good = concepts.filter((one) => one.kind === "conform").flatMap((one) => one.words);
  const bad = concepts.filter((one) => one.kind === "state" && one.name !== "缺失").flatMap((one) => one.words);
  const texts: string[] = [];
  for (const word of good) {
    for (let time = 0; time < PER_CONFORM_WORD; time += 1) {
      const [one, other, joint] = [pick(things, next), pick(things, next), pick(["", "均", "都", "全部"], next)];
      texts.push(next() < 0.6 ? `${one}${joint}${word}` : `${one}、${other}${joint}${word}`);
    }
  }
  const objects = concepts.filter((one) => one.kind === "object").flatMap((one) => one.words);
  const records = concepts.filter((one) => one.kind === "record").flatMap((one) => one.words);
  for (let time = 0; time < PER_GOOD_PHRASE; time += 1) {
    for (const phrase of GOOD_OF_THINGS) texts.push(`${pick(objects, next)}${phrase}`);
    for (const phrase of GOOD_OF_RECORDS) texts.push(`${pick(records, next)}${phrase}`);
    for (const phrase of GOOD_OF_THINGS) {
      texts.push(`${pick(objects, next)}${phrase}，${pick(records, next)}${pick(GOOD_OF_RECORDS, next)}`);
    }
  }
  for (const word of bad) {
    texts.push(`${pick(["无", "没有", "未见", "未发现"], next)}${word}${pick(["", "现象", "情况"], next)}`);
    texts.push(`${pick(things, next)}${pick(["无", "没有", "未见", "未发现"], next)}${word}`);
  }
  return texts;
}

/** 没有回火器, 急停掉了, 现场发现气瓶无防震圈: a thing wanting or broken. */
function composeFaults(concepts: readonly TradeConcept[], next: () => number): string[] {
  const things = concepts.filter((one) => one.kind === "object" || one.kind === "record").flatMap((one) => one.words);
  return things.flatMap((thing, index) => {
    if (index % EVERY_NTH_FAULT !== 0) return [];
    const other = pick(things, next);
    return [
      `${pick(WANTING, next)}${thing}`,
      `${thing}${pick(BROKEN, next)}`,
      `${thing}${pick(DENIED, next)}`,
      `${pick(FOUND, next)}${other}${pick(WANTING, next)}${thing}`,
    ];
  });
}

function pick<T>(list: readonly T[], next: () => number): T {
  const one = list[Math.floor(next() * list.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}
