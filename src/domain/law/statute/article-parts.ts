// Paragraphs (款) and items (项) of an article, and the words a reference names.
import { NUMBER_CHARACTERS, readNumber } from "./chinese-number.ts";

export interface ArticleParagraph {
  /** From 1. */
  readonly no: number;
  readonly text: string;
  readonly items: readonly ArticleItem[];
}

export interface ArticleItem {
  /** （三） is 3. */
  readonly no: number;
  /** As published, its number with it, and sub-items (目) below it. */
  readonly lines: readonly string[];
}

const ITEM = new RegExp(`^[（(]([${NUMBER_CHARACTERS}]{1,4})[）)]`);
const SUB_ITEM = /^(?:[0-9０-９]{1,2}[.．、]|[①-⑳]|[（(][a-z0-9][）)])/;

/** The article's lines as paragraphs with their items. A line that is no item begins a new paragraph. */
export function paragraphsOf(lines: readonly string[]): readonly ArticleParagraph[] {
  const paragraphs: { no: number; text: string; items: { no: number; lines: string[] }[] }[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const item = readNumber(ITEM.exec(line)?.[1] ?? "");
    const open = last?.items.at(-1);
    if (last && item !== undefined) last.items.push({ no: item, lines: [line] });
    else if (open && SUB_ITEM.test(line)) open.lines.push(line);
    else paragraphs.push({ no: paragraphs.length + 1, text: line, items: [] });
  }
  return paragraphs;
}

const CLAUSE = new RegExp(`(?:第(\\d+)款)?(?:第\\(([${NUMBER_CHARACTERS}]+)\\)项)?$`);

/** The words of a clause (16第2款第(三)项) within its article; undefined where the article has no such part. */
export function clauseWords(lines: readonly string[], clause: string): string | undefined {
  const match = CLAUSE.exec(clause);
  const paragraphs = paragraphsOf(lines);
  const wanted = match?.[1] ? paragraphs.filter((one) => one.no === Number(match[1])) : paragraphs;
  if (wanted.length === 0) return undefined;
  if (!match?.[2]) return wanted.flatMap((one) => [one.text, ...one.items.flatMap((item) => item.lines)]).join("\n");
  const number = readNumber(match[2]);
  const item = wanted.flatMap((one) => one.items).find((one) => one.no === number);
  return item?.lines.join("\n");
}

/** How many paragraphs and items an article has, for the preview. */
export function countParts(lines: readonly string[]): { readonly paragraphs: number; readonly items: number } {
  const paragraphs = paragraphsOf(lines);
  return { paragraphs: paragraphs.length, items: paragraphs.reduce((sum, one) => sum + one.items.length, 0) };
}
