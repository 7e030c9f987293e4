// Whether a part of a text speaks of a fault: what the fault model says of the whole, of each clause and of the last one,
// how sure the ranker is of an item, and words of good order, weighed by weights that were learned on texts left out.
import { putRightByEar } from "./by-ear.ts";
import { isDenied } from "./features.ts";
import type { SuggestModel } from "./model.ts";
import { faultProbability, probabilitiesOf } from "./rank.ts";
import { findTradeWords } from "./trade-words.ts";

const PIECE = /[，,、]/;
const SHORTEST_CLAUSE = 3;
const MOST_ODDS = 6;
/** Weights of the evidence, in its order, as `npm run train:decision` learned them. */
const WEIGHTS = [-1.15, 1.18, -0.1, 0.06, 0.12, 0.78, -0.51, 0.42, -0.16, -0.6, -0.14, 1.31, 0.99, 2.6];
/** What was wrong once, or is said not to be wrong; 已到期 is no such thing. */
const SETTLED =
  /上次|上回|上趟|上个月|前次|前趟|之前|原先|以为|怀疑|已(?!到期|过|上岗|投|停|超|经到期|断|坏)|改好|换了|装好|焊好|未发现|没发现|没有发现|未见(?:异|明显|破|堵|漏)|没见|不存在|无(?:遮挡|异常|堵|破损|裸露|渗漏)|没有?(?:堵|挡|遮挡|坏|破|过期|超期|变形|锈|裸露|松动|漏|锁|事|问题|东西|杂物)/;
/** A question, a plan, another day. */
const ELSEWHERE = /[?？吗伐]|请问|打算|准备|计划|明年|下周|下个?月|明天|明朝|后天|约/;
/** A clause that ends on what is wanting. */
const WANTING =
  /(?:缺|无|没有|呒没|勿有|没得|没了|空白|没有过|只字.{0,4}|还没.{0,3}|未.{1,3}|没.{1,4}过)(?=$|，|,|、|。)/;
/** The turn of a sentence towards a fault, and whose excuse it was. */
const TURNED = /但|却|倒|可是|仍|还在|照样|照旧|就是不|偏|嫌|硬|只有|才|没人|自己|随|老板娘|讲|老板说/;
/** A text this long tells something; a longer one not more. */
const TELLING_LENGTH = 16;

/** The pieces between commas and enumeration marks that are long enough to mean something. */
export function clausesOf(text: string): readonly string[] {
  return text.split(PIECE).filter((clause) => clause.length >= SHORTEST_CLAUSE);
}

/** From 0 to 1. */
export function certaintyOfFault(model: SuggestModel, text: string): number {
  const evidence = evidenceOf(model, text);
  const sum = evidence.reduce((total, one, index) => total + one * (WEIGHTS[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** What the decision weighs, in the order of its weights. */
export function evidenceOf(model: SuggestModel, text: string): readonly number[] {
  const clauses = clausesOf(text);
  const whole = oddsOf(model, text);
  const odds = clauses.length > 1 ? clauses.map((clause) => oddsOf(model, clause)) : [whole];
  const item = Math.log(Math.max(...probabilitiesOf(model, text)));
  const heard = putRightByEar(model.ear, text);
  const heardItem = heard === text ? item : Math.log(Math.max(...probabilitiesOf(model, heard)));
  const order = speaksOfOrder(model, text) ? 1 : 0;
  const settled = SETTLED.test(text) ? 1 : 0;
  const best = Math.max(item, heardItem);
  return [
    1,
    whole,
    Math.max(...odds),
    Math.min(...odds),
    odds.at(-1) ?? whole,
    best,
    Math.exp(best),
    order,
    settled,
    ELSEWHERE.test(text) ? 1 : 0,
    clauses.length > 1 ? 1 : 0,
    WANTING.test(text) ? 1 : 0,
    TURNED.test(text) ? 1 : 0,
    Math.min(1, text.length / TELLING_LENGTH),
  ];
}

function speaksOfOrder(model: SuggestModel, text: string): boolean {
  const found = findTradeWords(model.words, text);
  return found.some(({ concept, start }) => concept.kind === "conform" && !isDenied(text, start));
}

function oddsOf(model: SuggestModel, text: string): number {
  const probability = faultProbability(model, text);
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, Math.log(probability / (1 - probability))));
}
