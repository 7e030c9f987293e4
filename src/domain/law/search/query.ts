// What a person typed into the search of law: an article of a law by its number, or words. Pure; the same everywhere.
import { halfWidth } from "../../organization/half-width.ts";
import { NUMBER_CHARACTERS, readNumber } from "../statute/chinese-number.ts";

/** 安法三十三条第二款 → { law: "安法", article: "33", paragraph: 2 }. */
export interface NumberQuery {
  /** As it was typed; empty where only a number was. */
  readonly law: string;
  readonly article: string;
  /** 第…款; null where none was named. */
  readonly paragraph: number | null;
}

const N = `[${NUMBER_CHARACTERS}]+`;
const BY_NUMBER = new RegExp(
  `^(.*?)[\\s#·.，,]*第?\\s*(${N})\\s*条(?:之(${N}))?(?:第?(${N})款)?(?:第?[(（]?.{1,3}[)）]?项)?$`,
);
/** 消防法28, 消防法 28: a number right behind a name that ends like a law's. */
const BARE_NUMBER = new RegExp(`^(.+(?:法|条例|规定|办法|规范|标准|通则|细则))\\s*(${N})$`);

/** The article that is asked for; undefined where the text asks for none. */
export function readNumberQuery(typed: string): NumberQuery | undefined {
  const text = halfWidth(typed)
    .trim()
    .replaceAll(/[《》「」]/g, "");
  const match = BY_NUMBER.exec(text) ?? BARE_NUMBER.exec(text);
  if (!match) return undefined;
  const [, law = "", first = "", sub, paragraph] = match;
  const article = readNumber(first);
  if (article === undefined || article === 0) return undefined;
  const behind = sub === undefined ? undefined : readNumber(sub);
  return {
    law: law.trim().replace(/的$/, ""),
    article: behind === undefined ? String(article) : `${article}-${behind}`,
    paragraph: paragraph === undefined ? null : (readNumber(paragraph) ?? null),
  };
}

const MOST_WORDS = 8;

/** The words of a query, folded as the index folds them: every one must be found. */
export function splitQuery(typed: string): readonly string[] {
  const words = typed
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^0-9a-z\u3400-\u9fff-]+/)
    .filter((word) => word !== "");
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** Neighbouring pairs of a word, as the index holds them; none for a single letter. */
export function pairsOf(word: string): readonly string[] {
  const letters = [...word].filter((letter) => letter !== "-");
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

const MOST_PAIRS = 3;

/**
 * The pairs a word is looked up by: such as lie beside each other, first, middle and last. Each more makes the index read
 * another list; the words themselves are compared afterwards.
 */
export function lookupPairs(word: string): readonly string[] {
  const apart = pairsOf(word).filter((_, index, all) => index % 2 === 0 || index === all.length - 1);
  if (apart.length <= MOST_PAIRS) return apart;
  return [apart[0], apart[Math.floor(apart.length / 2)], apart.at(-1)].filter((pair) => pair !== undefined);
}

/** Whether every letter of `short` stands in `name`, in its order and beginning with the same one: 特设法 in 特种设备安全法. */
export function isShortFor(short: string, name: string): boolean {
  const letters = [...short];
  if (letters.length < 2 || letters[0] !== [...name][0]) return false;
  let at = -1;
  for (const letter of letters) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
