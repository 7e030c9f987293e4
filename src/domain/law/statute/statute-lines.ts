// The lines of a published text and what each is: a heading, the head of an article, or words.
import { halfWidth } from "../../organization/half-width.ts";
import { NUMBER_CHARACTERS, readNumber } from "./chinese-number.ts";

export interface StatuteLine {
  /** As a person counts the file's lines, from 1. */
  readonly no: number;
  /** Marks of Markdown taken off, trimmed. */
  readonly text: string;
  /** Depth of a Markdown heading; 0 for none. */
  readonly depth: number;
}

const COMMENT = /<!--[\s\S]*?-->/g;

/** The lines with anything on them. Comments vanish; bold marks, quote marks and bullets are taken off. */
export function statuteLines(text: string): readonly StatuteLine[] {
  const bare = text.replace(/^\ufeff/, "").replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ""));
  return bare.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((raw, index) => {
    const heading = /^\s*(#{1,6})\s*/.exec(raw);
    const line = (heading ? raw.slice(heading[0].length) : raw.replace(/^\s*(?:>\s*)*(?:[-*+]\s+)?/, ""))
      .replaceAll(/\*\*|__/g, "")
      .replaceAll(/[\u200b-\u200f\ufeff]/g, "")
      .replaceAll(/[ \t\u00a0]+/g, " ")
      .replace(/^[\s\u3000]+|[\s\u3000]+$/g, "");
    return line === "" ? [] : [{ no: index + 1, text: line, depth: heading?.[1]?.length ?? 0 }];
  });
}

export interface ArticleHead {
  readonly number: number;
  /** 之一 is 1; 0 for none. */
  readonly sub: number;
  readonly rest: string;
  /** A space, a colon or the line's end follows 第…条: hardly a reference within a sentence. */
  readonly apart: boolean;
}

const HEAD = new RegExp(
  `^第[\\s\\u3000]*([${NUMBER_CHARACTERS}][${NUMBER_CHARACTERS}\\s\\u3000]*)条(?:[\\s\\u3000]*之([${NUMBER_CHARACTERS}]+))?(.*)$`,
);
const CONTINUES = /^[、，,。；;和或至的第款规及与到中同所依]/;

/** The head of an article, or undefined for a sentence that only begins with a reference (第五十一条、五十二条规定的…). */
export function articleHead({ text }: StatuteLine): ArticleHead | undefined {
  const match = HEAD.exec(text);
  const number = readNumber(match?.[1] ?? "");
  const sub = match?.[2] === undefined ? 0 : readNumber(match[2]);
  if (!match || number === undefined || sub === undefined) return undefined;
  const after = match[3] ?? "";
  const rest = after.replace(/^[\s\u3000：:]+/, "");
  const apart = after === "" || rest.length < after.length;
  return !apart && CONTINUES.test(rest) ? undefined : { number, sub, rest, apart };
}

/** 编 is 1, 分编 2, 章 3, 节 4. */
export interface StructureHead {
  readonly rank: number;
  readonly number: number;
  readonly text: string;
}

const STRUCTURE = new RegExp(
  `^第[\\s\\u3000]*([${NUMBER_CHARACTERS}][${NUMBER_CHARACTERS}\\s\\u3000]*)(分编|编|章|节)(.*)$`,
);
const RANKS: Readonly<Record<string, number>> = { 编: 1, 分编: 2, 章: 3, 节: 4 };
const LONGEST_HEADING = 60;

/** A heading of the structure, its inner gaps closed (第七章 附 则 → 第七章 附则). */
export function structureHead({ text, depth }: StatuteLine): StructureHead | undefined {
  if (/^附[\s\u3000]*则$/.test(text)) return { rank: 3, number: 0, text: "附则" };
  const match = STRUCTURE.exec(text);
  const number = readNumber(match?.[1] ?? "");
  if (!match || number === undefined || text.length > LONGEST_HEADING || /[。；;]$/.test(text)) return undefined;
  const name = match[3] ?? "";
  if (depth === 0 && name !== "" && !/^[\s\u3000]/.test(name)) return undefined;
  const [, word = "", unit = ""] = [match[0], match[1]?.replace(/[\s\u3000]/g, ""), match[2]];
  const closed = name.replace(/(?<=[\u3400-\u9fff])[\s\u3000]+(?=[\u3400-\u9fff])/g, "").trim();
  return { rank: RANKS[unit] ?? 3, number, text: `第${word}${unit}${closed === "" ? "" : ` ${closed}`}` };
}

/** 附件、附表、附录 on a line of its own. */
export function isAppendixHead({ text }: StatuteLine): boolean {
  return (
    /^附[\s\u3000]*(?:件|表|录|图)?[\s\u3000]*[0-9０-９一二三四五六七八九十]*(?:[：:].{0,40}|[\s\u3000].{0,40})?$/.test(
      text,
    ) &&
    !/。$/.test(text) &&
    halfWidth(text) !== "附则"
  );
}
