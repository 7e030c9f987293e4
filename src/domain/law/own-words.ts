// An agency advises and never orders (安全生产法 第67条 and 行政处罚法 第42条 leave orders to certified officers):
// its own words never say 责令. Quoted law, marked as a quotation, is exempt.

/** A forbidden word and where it stands in the text as it was given. */
export interface ForbiddenWord {
  readonly word: string;
  readonly index: number;
}

const QUOTED = /「[^「」]*」|『[^『』]*』|“[^“”]*”|《[^《》]*》/g;
const ORDER = /责\s*令|責\s*令/g;
const END_OF_DUTY = /[负職职負]$/;
const START_OF_WORD = /^[牌人行]/;

/** The order words an agency's own text holds, outside 「」 『』 “” 《》. Empty means the text may stand. */
export function forbiddenOrderWords(text: string): readonly ForbiddenWord[] {
  const own = text.replace(QUOTED, (quoted) => " ".repeat(quoted.length));
  return [...own.matchAll(ORDER)]
    .filter((match) => !isAcrossWords(own, match.index, match[0].length))
    .map((match) => ({ word: "责令", index: match.index }));
}

/** 负责令牌, 职责令人 and 职责令行: 责 ends one word and 令 begins the next. */
function isAcrossWords(text: string, index: number, length: number): boolean {
  return END_OF_DUTY.test(text.slice(0, index)) && START_OF_WORD.test(text.slice(index + length));
}
