// Texts put together from the lexicon: a thing and what is wrong with it, as it is said; and what people write that is no
// finding. They widen what the written texts teach. Repeats exactly.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seededNumbers } from "./seeded.ts";

const FOLDER = fileURLToPath(new URL("lexicon", import.meta.url));
const SEED = 23;
const PER_ITEM = 14;
const LEAST_PER_LINE = 30;
const NOT_SHOWN = 160;
const TRIED = 90;
const NO_WORD = "_";

const BEFORE = [
  "",
  "",
  "",
  "",
  "车间里",
  "二楼",
  "3#厂房",
  "仓库那边",
  "现场看",
  "一进门就看到",
  "角落",
  "西边",
  "问了一下，",
  "检查发现",
  "车间内发现",
  "现场",
];
const AFTER = ["", "", "", "", "", "了", "，没人管", "，说忘了", "，好久了", "，老板不晓得", "，要整改", "！"];
const ALSO_SAID: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^没有?(?=[^人水证])/, ["没得", "缺", "未设", "无", "找不到", "还没有"]],
  [/坏了/, ["失灵了", "不好用", "不灵", "坏掉", "用不了"]],
  [/^没人/, ["无人", "没得人", "找不到人"]],
  [/过期/, ["超期", "到期没换", "过了日子"]],
  [/堆/, ["码", "摆", "放"]],
  [/被挡/, ["给挡住", "挡牢", "遮住", "围住了"]],
  [/不知道/, ["不晓得", "说不出", "不清楚"]],
];

/** One line of a lexicon: groups of words of which one each is taken, in this order. */
type Pattern = readonly (readonly string[])[];

export interface ComposedTexts {
  readonly faults: readonly string[];
  readonly nothing: readonly string[];
}

export const NO_COMPOSED: ComposedTexts = { faults: [], nothing: [] };

export function composeTexts(): ComposedTexts {
  return { faults: [...composeHazards(), ...composeNotShown(), ...composeTried()], nothing: composeNothing() };
}

/** Findings of every catalogue item named in the lexicon; they teach what a fault sounds like. */
function composeHazards(): readonly string[] {
  const next = seededNumbers(SEED);
  return readLines("hazards.txt").flatMap((line) => {
    const patterns = line.slice(line.indexOf(" ")).split(" / ").map(toPattern);
    const texts = Array.from({ length: PER_ITEM }, () => sayHazard(pick(patterns, next), next));
    return [...new Set(texts)];
  });
}

/** Papers said to be elsewhere: not shown is a finding, however politely it is put. */
function composeNotShown(): readonly string[] {
  const next = seededNumbers(SEED + 2);
  const pattern = toPattern(
    "老板说,厂长讲,说,安全员说,问了说,_+叉车证,电工证,焊工证,行车证,检验报告,预案,责任书,体检报告,培训记录,安全协议,演练记录,消防验收,登记证,三级卡,检测报告,证+都有，,做过的，,是有的，,办了，,_+在总部,在老家,在财务那里,锁在柜子里,放在公司,人不在,在房东手里,在另一个厂区+，下次给看,，过几天补,，现场没看到,，当场拿不出,，没带,，找不到了,，回头发过来,，要等人回来",
  );
  return Array.from({ length: NOT_SHOWN }, () => say(pattern, next));
}

/** A thing tried in vain. */
function composeTried(): readonly string[] {
  const next = seededNumbers(SEED + 3);
  const pattern = toPattern(
    "应急灯,急停,漏保,喇叭,报警器,对讲,光栅,消防泵,限位,刹车,洗眼器,消火栓,风机,联锁+按了,试了,测试,拧开,按测试键,拍下去,试了几次,一试+不亮,没反应,不跳,不响,打不通,不停,不出水,不转,没动静,没用,还在动,不灵 ",
  );
  return Array.from({ length: TRIED }, () => say(pattern, next));
}

/** Texts that name no hazard: plans, chat, good order. */
function composeNothing(): readonly string[] {
  const next = seededNumbers(SEED + 1);
  return readLines("nothing.txt").flatMap((line) => {
    const pattern = toPattern(line);
    const words = pattern.reduce((sum, group) => sum + group.length, 0);
    const texts = Array.from({ length: Math.max(LEAST_PER_LINE, 2 * words) }, () => say(pattern, next));
    return [...new Set(texts)];
  });
}

function readLines(name: string): readonly string[] {
  const lines = readFileSync(join(FOLDER, name), "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

function toPattern(text: string): Pattern {
  return text.split("+").map((group) => group.split(",").map((word) => (word === NO_WORD ? "" : word.trim())));
}

function say(pattern: Pattern, next: () => number): string {
  return pattern.map((group) => pick(group, next)).join("");
}

/** 灭火器过期, 过期的灭火器, 二楼灭火器超期，没人管. */
function sayHazard(pattern: Pattern, next: () => number): string {
  const words = pattern.map((group) => pick(group, next));
  const [thing = "", ...wrong] = words;
  const said = wrong.map((word) => sayOtherwise(word, next)).join("");
  return `${pick(BEFORE, next)}${thing}${said}${pick(AFTER, next)}`;
}

function sayOtherwise(word: string, next: () => number): string {
  const found = ALSO_SAID.find(([known]) => known.test(word));
  return found && next() < 0.4 ? word.replace(found[0], pick(found[1], next)) : word;
}

function pick<T>(list: readonly T[], next: () => number): T {
  const one = list[Math.floor(next() * list.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}
