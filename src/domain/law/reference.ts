// How a clause is named: 消防法#16第1款第(四)项, 机械安全 生产设备安全卫生设计总则#5.6.6.1, 建筑物防雷设计规范#全文.
import { ok, type Result, refuse } from "../kernel/result.ts";

/** A clause of an instrument. `article` is written as the law counts it, without 第…条. */
export interface ClauseRef {
  readonly instrumentId: string;
  readonly article: string;
}

/** The document as a whole, its clause not found out. It names no clause and so never satisfies R7. */
export const WHOLE_TEXT = "全文";

const ARTICLE = /^(?:全文|分类|\d+(?:-\d+)?(?:\.\d+)*(?:\(\d+\))?(?:第\d+款)?(?:第\([一二三四五六七八九十]+\)项)?)$/;
const LAST_PART = /(?:第\([一二三四五六七八九十]+\)项|第\d+款|\(\d+\)|\.\d+)$/;

/** Reads 'instrument#article'. Full-width brackets count as half-width ones. */
export function parseReference(text: string): Result<ClauseRef> {
  const [instrumentId, article, ...rest] = text.trim().split("#");
  if (!instrumentId || !article || rest.length > 0) return refuse("law.reference_malformed", { reference: text });
  const plain = article.trim().replaceAll("（", "(").replaceAll("）", ")");
  if (!ARTICLE.test(plain)) return refuse("law.reference_malformed", { reference: text });
  return ok({ instrumentId: instrumentId.trim(), article: plain });
}

/** The form in which reference files and suggestions name a clause. */
export function formatReference(ref: ClauseRef): string {
  return `${ref.instrumentId}#${ref.article}`;
}

/** The clauses around this one, nearest first: 16第1款第(二)项 → 16第1款, 16; 4.5.10(1) → 4.5.10, 4.5, 4. */
export function enclosingArticles(article: string): readonly string[] {
  const outer = article.replace(LAST_PART, "");
  return outer === article || outer === "" ? [] : [outer, ...enclosingArticles(outer)];
}
