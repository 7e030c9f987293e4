// How each column of an enterprise list is read. What decides who is in scope is refused when unreadable;
// what does not (phone, number of people, tags) is left blank with a note, so that a typing slip keeps nobody out.
import type { LocalDate } from "../calendar/local-date.ts";
import { type CellReading, read, unreadable } from "./cell-reading.ts";
import { findCreditCodeFault, findLookalikeCorrection, normalizeCreditCode } from "./credit-code.ts";
import { type EnterpriseRow, MOST_EMPLOYEES, MOST_TAGS, TEXT_LIMITS } from "./enterprise-row.ts";
import { compact } from "./half-width.ts";
import { findIndustryCode, isContradictoryIndustryCode } from "./industry-kind.ts";
import { cellText, findFormulaFault, meaningfulText, type SheetCell } from "./sheet-cells.ts";

type Cell = SheetCell | undefined;

/** What a person should know about a text that is stored as it stands. */
function noteOnText(cell: Cell, text: string): string | undefined {
  const raw = typeof cell === "string" ? cell : "";
  if (!raw.isWellFormed() || raw.includes("\ufffd")) return "有认不出的字符，已去掉，请核对";
  if (/[<>]/.test(text)) return "有尖括号，照原样当文字存";
  if (/^[=+@]/.test(text)) return `以“${text.charAt(0)}”开头，当文字存，不当公式算`;
  return /\p{Emoji_Presentation}|\ufe0f/u.test(text) ? "有表情符号，照原样存，文书里可能印不出" : undefined;
}

/** Line breaks and runs of spaces become one space; none stays between Chinese characters. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(/(?<=[\p{Script=Han}（）]) (?=[\p{Script=Han}（）])/gu, "");
}

export function readName(cell: Cell): CellReading<string> {
  const fault = findFormulaFault(cell);
  if (fault) return unreadable(fault);
  const name = onOneLine(meaningfulText(cell));
  if (name === "") return unreadable("没填，必须有");
  if (!/\p{L}/u.test(name)) return unreadable(`写的是“${name}”，不像企业名称`);
  if (name.length > TEXT_LIMITS.name) return unreadable(`有${name.length}个字，最多${TEXT_LIMITS.name}个字`);
  return read(name, noteOnText(cell, name));
}

export function readCreditCode(cell: Cell): CellReading<string | null> {
  const fault = findFormulaFault(cell);
  if (fault) return unreadable(fault);
  const written = meaningfulText(cell);
  if (written === "") return read(null, "没填，按企业名称认这一家");
  if (typeof cell === "number" && Math.abs(cell) > Number.MAX_SAFE_INTEGER) {
    return unreadable("被Excel存成了数字，后几位已经丢了。请把这一格设成文本再填");
  }
  const code = normalizeCreditCode(written);
  const problem = findCreditCodeFault(code);
  if (!problem) return read(code, code === written ? undefined : `写的是“${written}”，已改成${code}`);
  const suggestion = findLookalikeCorrection(code);
  const instead = suggestion === undefined ? "" : `，是不是${suggestion}`;
  switch (problem.kind) {
    case "length":
      return unreadable(wrongLength(problem.length));
    case "character":
      return unreadable(`第${problem.position}位是“${problem.character}”，代码里没有这个字符${instead}`, suggestion);
    case "check":
      return unreadable(
        `末位校验码不对，按前17位算应为${problem.expected}。请对照营业执照改`,
        code.slice(0, 17) + problem.expected,
      );
  }
}

function wrongLength(length: number): string {
  if (length === 15) return "只有15位，像是旧的注册号，应填18位统一社会信用代码";
  return length < 18 ? `只有${length}位，应为18位` : `有${length}位，应为18位`;
}

const YES = /^(是|有|规上|规上企业|规模以上|规上工业|规上工业企业|√|✓|✔|y|yes|true|1)$/i;
const NO = /^(否|不是|非|无|规下|规下企业|非规上|规模以下|规下工业|规下工业企业|×|✗|✘|x|n|no|false|0)$/i;

export function readAboveScale(cell: Cell): CellReading<boolean | null> {
  const fault = findFormulaFault(cell);
  if (fault) return unreadable(fault);
  const plain = compact(cellText(cell)).replace(/\(.*\)$/, "");
  if (YES.test(plain)) return read(true);
  if (NO.test(plain)) return read(false);
  if (meaningfulText(cell) === "") return read(null);
  if (/^(大|中|小|微|小微)(型|型企业)?$/.test(plain))
    return read(null, "写的是大中小微划型，和规上规下不是一回事，没有采用");
  return unreadable(`写的“${cellText(cell)}”看不懂，请填是或否`);
}

/** Text that may be blank; too long a one is refused because cutting it would lose what was written. */
export function readText(max: number) {
  return (cell: Cell): CellReading<string | null> => {
    if (findFormulaFault(cell)) return read(null, `${findFormulaFault(cell)}，这一格没有采用`);
    const text = meaningfulText(cell);
    if (text.length > max) return unreadable(`有${text.length}个字，最多${max}个字`);
    return read(text || null, noteOnText(cell, text));
  };
}

export function readIndustryCode(cell: Cell): CellReading<string | null> {
  const written = meaningfulText(cell);
  if (written === "") return read(null);
  const code = findIndustryCode(written);
  if (code === undefined) return read(null, `写的“${written}”不是国民经济行业代码，没有采用`);
  const contradicts = isContradictoryIndustryCode(code);
  return read(code, contradicts ? `写的${code}，字母和数字对不上，按数字算` : undefined);
}

export function readEmployees(cell: Cell): CellReading<number | null> {
  const written = meaningfulText(cell);
  if (written === "") return read(null);
  const digits = /^(\d{1,7})(\.0+)?(人|名)?$/.exec(compact(written).replaceAll(",", ""))?.[1];
  if (digits === undefined || Number(digits) > MOST_EMPLOYEES) return read(null, `写的“${written}”不是人数，没有采用`);
  return read(Number(digits));
}

export function readPhone(cell: Cell): CellReading<string | null> {
  const written = meaningfulText(cell);
  if (written === "") return read(null);
  const phone = compact(written).replace(/[、，,;；/]+/g, "、");
  const plausible =
    phone.length <= TEXT_LIMITS.phone && /^[\d+()\-—、转]+$/.test(phone) && /\d{7}/.test(phone.replace(/\D/g, ""));
  return plausible ? read(phone) : read(null, `写的“${written}”不像电话，没有采用`);
}

const GRADES: readonly (readonly [RegExp, EnterpriseRow["standardizationGrade"]])[] = [
  [/小微|微型/, "smallMicro"],
  [/一级|1级|Ⅰ级|I级/, "one"],
  [/二级|2级|Ⅱ级|II级/, "two"],
  [/三级|3级|Ⅲ级|III级/, "three"],
];

export function readStandardizationGrade(cell: Cell): CellReading<EnterpriseRow["standardizationGrade"]> {
  const written = meaningfulText(cell);
  const plain = compact(written);
  if (plain === "" || /^(否|未|没有|不)/.test(plain)) return read(null);
  const grade = GRADES.findLast(([pattern]) => pattern.test(plain))?.[1];
  return grade ? read(grade) : read(null, `写的“${written}”看不出等级，没有采用`);
}

export function readDay(cell: Cell): CellReading<LocalDate | null> {
  const written = meaningfulText(cell);
  if (written === "") return read(null);
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(compact(written)) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    return read(null, `写的“${written}”不是日期，没有采用`);
  }
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const real = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === iso;
  return exists ? read(iso) : read(null, `写的“${written}”没有这一天，没有采用`);
}

const COLOURS: readonly (readonly [RegExp, EnterpriseRow["riskLevel"]])[] = [
  [/^红/, "red"],
  [/^橙/, "orange"],
  [/^黄/, "yellow"],
  [/^蓝/, "blue"],
];

/** Only the colours: 高, 较高, 一般, 低 of an agency's report are another scale. */
export function readRiskLevel(cell: Cell): CellReading<EnterpriseRow["riskLevel"]> {
  const written = meaningfulText(cell);
  if (written === "") return read(null);
  const level = COLOURS.find(([pattern]) => pattern.test(written))?.[1];
  return level ? read(level) : read(null, `写的“${written}”不是红橙黄蓝，没有采用`);
}

/** 粉尘、喷涂 as separate words, each once. */
export function readTags(cell: Cell): CellReading<string[]> {
  const words = meaningfulText(cell)
    .split(/[、，,;；/|\s]+/)
    .filter((word) => word !== "");
  const kept = [...new Set(words)].filter((word) => word.length <= TEXT_LIMITS.tag).slice(0, MOST_TAGS);
  return read(kept, kept.length < new Set(words).size ? `有的太长或太多，只采用了${kept.length}个` : undefined);
}
