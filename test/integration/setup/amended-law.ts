// 安全生产法 in invented words, as it stands in the reference and as a later revision has it: one article new, one dropped,
// two changed, all others word for word under other numbers.
import { writeNumber } from "#domain/law/statute/chinese-number.ts";

export const AMENDED_LAW = "安全生产法";
export const LAW_HEAD =
  "# 中华人民共和国安全生产法\n\n2002年6月29日 第九届全国人民代表大会常务委员会第二十八次会议通过\n\n";
const AMENDED = "2021年6月10日 第十三届全国人民代表大会常务委员会第二十九次会议第三次修正\n\n";

/** Words of its own for every article, so that only the words can tell where it went. */
export function wordsOfArticle(number: number): string {
  const parts = [..."甲乙丙丁戊己庚辛壬癸"].map((one, at) => `${one}${(number * 7 + at * at * number) % 997}`);
  return `${parts.join("事项")}的要求。`;
}

export function lawArticle(number: number, words: string): string {
  return `第${writeNumber(number)}条 ${words}\n\n`;
}

const BODY = Array.from({ length: 118 }, (_, at) => at + 1);

/** 119 articles, as the law of 2021 has them. */
export const LAW_OF_2021 = `${LAW_HEAD}${AMENDED}${BODY.map((number) => lawArticle(number, wordsOfArticle(number))).join("")}${lawArticle(119, "本法自2002年11月1日起施行。")}`;

const CHANGED = new Set([4, 42]);
const DROPPED = 100;

/** The revision: a new 第二条; 第四条 and 第四十二条 changed; 第一百条 gone; all between moved on by one. */
export function revisedLaw(passed: string, effective: string): string {
  const kept = BODY.filter((number) => number !== DROPPED).map((number) =>
    CHANGED.has(number) ? `${wordsOfArticle(number)}并且每季度报告一次。` : wordsOfArticle(number),
  );
  const words = [...kept.slice(0, 1), "全新的一条，讲从前没有的内容。", ...kept.slice(1)];
  const articles = words.map((text, at) => lawArticle(at + 1, text)).join("");
  const history = `${passed} 第十四届全国人民代表大会常务委员会第三十次会议修订\n\n`;
  return `${LAW_HEAD}${history}${articles}${lawArticle(words.length + 1, `本法自${effective}起施行。`)}`;
}
