// Numbers as statutes write them: 一百一十七, 二〇二一, 16 and １６. Up to 9,999: no statute counts further.
import { halfWidth } from "../../organization/half-width.ts";

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MOST = 9999;

/** Characters a number may be made of, for use inside a character class. */
export const NUMBER_CHARACTERS = "0-9０-９零〇○一二两三四五六七八九十百千";

/** The number, or undefined for what is none: 百百, 十二十, an empty text, more than 9,999. Spaces are passed over. */
export function readNumber(text: string): number | undefined {
  const plain = halfWidth(text).replace(/\s+/g, "");
  if (plain === "") return undefined;
  const value = /^\d+$/.test(plain) ? Number(plain) : readChinese(plain);
  return value !== undefined && value <= MOST ? value : undefined;
}

function readChinese(text: string): number | undefined {
  const characters = [...text];
  if (characters.every((one) => one in DIGITS))
    return characters.length === 1 || characters.length === 4
      ? Number(characters.map((one) => DIGITS[one]).join(""))
      : undefined;
  return readByUnits(characters);
}

/** 一百零一, 十, 二十一: each unit smaller than the one before it. */
function readByUnits(characters: readonly string[]): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let last = MOST + 1;
  for (const one of characters) {
    const unit = UNITS[one];
    const value = DIGITS[one];
    if (unit !== undefined) {
      if (unit >= last || (digit === undefined && (unit !== 10 || total > 0))) return undefined;
      total += (digit ?? 1) * unit;
      last = unit;
      digit = undefined;
    } else if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
    else digit = value;
  }
  return total + (digit ?? 0);
}

const NAMES = "零一二三四五六七八九";

/** 117 → 一百一十七, 12 → 十二. */
export function writeNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > MOST) throw new Error(`no number of a statute: ${value}`);
  if (value < 10) return NAMES.charAt(value);
  const [unit, word] = value >= 1000 ? [1000, "千"] : value >= 100 ? [100, "百"] : ([10, "十"] as const);
  const head = Math.floor(value / unit);
  const rest = value % unit;
  const front = value < 20 ? word : `${NAMES.charAt(head)}${word}`;
  if (rest === 0) return front;
  const tail = rest >= 10 && rest < 20 && value >= 100 ? `一${writeNumber(rest)}` : writeNumber(rest);
  return `${front}${rest < unit / 10 ? "零" : ""}${tail}`;
}
