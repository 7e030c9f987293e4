// One clause as a document prints it: which instrument, which article, in what role, in what state on the visit's day.
import { z } from "zod";
import { CITATION_ROLE_LABELS, CLAUSE_STATE_LABELS } from "../law/labels.ts";

export const citationSchema = z.strictObject({
  /** Title without book marks; the template sets 《》. */
  title: z.string().min(1).max(200),
  /** As printed, '第41条第2款' or '10.0.4'; empty when the instrument is cited as a whole. */
  article: z.string().max(60),
  /** '主席令第88号（2021修正）', 'GB 55036-2022'. */
  instrumentNumber: z.string().max(120).nullable(),
  role: z.enum(["direct", "standard", "conditional", "fallback"]),
  roleText: z.string().min(1),
  state: z.enum(["inForce", "notYet", "repealed", "replaced", "dateUnknown"]),
  stateText: z.string().min(1),
  /** What the clause says, from the law library; not the agency's words, so it may name what only enforcement may do. */
  summary: z.string().max(2000).nullable(),
});

export type Citation = z.infer<typeof citationSchema>;
export type CitationRole = Citation["role"];
export type CitationState = Citation["state"];

/** A clause as the law library stores it: article '41第2款', '10.0.4' or '全文'. */
export interface CitationFacts {
  readonly title: string;
  readonly article: string;
  readonly instrumentNumber?: string | null;
  readonly role: CitationRole;
  readonly state: CitationState;
  readonly summary?: string | null;
}

/** '41第2款' → '第41条第2款'; clause numbers of standards stay as they are; '全文' cites the whole instrument. */
export function printedArticle(article: string): string {
  if (article === "全文") return "";
  const law = /^(\d+)((?:之[一二三四五六七八九十]+)?(?:第.*)?)$/u.exec(article);
  return law ? `第${law[1]}条${law[2]}` : article;
}

export function citationOf(facts: CitationFacts): Citation {
  return {
    title: facts.title,
    article: printedArticle(facts.article),
    instrumentNumber: facts.instrumentNumber ?? null,
    role: facts.role,
    roleText: CITATION_ROLE_LABELS[facts.role].zh,
    state: facts.state,
    stateText: CLAUSE_STATE_LABELS[facts.state].zh,
    summary: facts.summary ?? null,
  };
}
