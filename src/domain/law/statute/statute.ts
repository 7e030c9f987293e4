// A statute as it was published: title, history, preamble, articles in order, appendix.
import type { LocalDate } from "../../calendar/local-date.ts";
import type { Problem } from "../../kernel/result.ts";
import { writeNumber } from "./chinese-number.ts";

/** adopted 通过, amended 修正, revised 修订, approved 批准, published 公布, effective 施行. */
export type HistoryKind = "adopted" | "amended" | "revised" | "approved" | "published" | "effective";

export interface HistoryEvent {
  readonly kind: HistoryKind;
  readonly day: LocalDate;
  /** The words of the line the event was read from. */
  readonly text: string;
}

export interface StatuteArticle {
  /** As references count it: 16, or 16-1 for 第十六条之一. */
  readonly article: string;
  /** 编、分编、章、节 around it, outermost first. */
  readonly headings: readonly string[];
  /** Its lines as published, without 第…条: paragraphs 款 and items 项 in order. */
  readonly lines: readonly string[];
}

export interface Statute {
  readonly title: string;
  readonly history: readonly HistoryEvent[];
  readonly preamble: readonly string[];
  readonly articles: readonly StatuteArticle[];
  /** 附件、附表 after the last article; belongs to no article. */
  readonly appendix: readonly string[];
  /** The last act of adoption, amendment or revision: which version this is. Null where the text does not say. */
  readonly passedOn: LocalDate | null;
  /** First day in force of this version; null where the text does not say (an amended law keeps its first clause on it). */
  readonly effectiveFrom: LocalDate | null;
  /** What a person should look at; the text was taken all the same. */
  readonly warnings: readonly Problem[];
}

/** 16-1 → 第十六条之一. Clauses of standards and what is no number stay as they are. */
export function articleLabel(article: string): string {
  const match = /^(\d+)(?:-(\d+))?(.*)$/.exec(article);
  if (!match?.[1] || match[3]?.startsWith(".") || match[3]?.startsWith("(")) return article;
  const sub = match[2] ? `之${writeNumber(Number(match[2]))}` : "";
  const rest = (match[3] ?? "").replace(/第(\d+)款/, (_, count: string) => `第${writeNumber(Number(count))}款`);
  return `第${writeNumber(Number(match[1]))}条${sub}${rest.replaceAll("(", "（").replaceAll(")", "）")}`;
}

/** The article a clause belongs to: 16第1款第(四)项 → 16. */
export function articleOf(clause: string): string {
  return clause.replace(/第.*$/, "");
}
