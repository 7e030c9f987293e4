// The editor's mapping between two versions, checked and made into rows, and the clauses that move along with it.
import { type Change, insert } from "../kernel/change.ts";
import { ok, type Problem, type Result } from "../kernel/result.ts";
import type { ArticleMoves, Articles, ArticleTexts } from "../rows.generated.ts";
import { articleLabel, articleOf } from "./statute/statute.ts";

/** Where an article went, as the editor says it; null: it was dropped. */
export interface ConfirmedMove {
  readonly from: string;
  readonly to: string | null;
}

/** What is known of a version: words where they were imported, else the articles its summaries name. */
export interface KnownVersion {
  readonly version: number;
  readonly texts: readonly ArticleTexts[];
  readonly clauses: readonly Articles[];
}

/** The articles of a version in order: those with words, else those that summaries name (全文 and 分类 are none). */
export function articlesOf({ texts, clauses }: KnownVersion): readonly string[] {
  if (texts.length > 0) return texts.toSorted((a, b) => a.position - b.position).map((row) => row.article);
  const named = clauses.map((row) => articleOf(row.article)).filter((article) => /^\d/.test(article));
  return [...new Set(named)].toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1));
}

/** Rows of a mapping: every article of the earlier version has one answer, no article of the later is given twice. */
export function moveRows(
  instrumentId: string,
  earlier: KnownVersion,
  later: KnownVersion,
  moves: readonly ConfirmedMove[],
): Result<readonly ArticleMoves[]> {
  const fault = faultOf(articlesOf(earlier), new Set(articlesOf(later)), later.texts.length > 0, moves);
  if (fault) return { ok: false, problem: fault };
  const before = new Map(earlier.texts.map((row) => [row.article, row.words]));
  const after = new Map(later.texts.map((row) => [row.article, row.words]));
  const change = ({ from, to }: ConfirmedMove): ArticleMoves["change"] => {
    if (to === null) return "dropped";
    return before.has(from) && before.get(from) === after.get(to) ? "same" : "changed";
  };
  return ok(
    moves.map((move) => ({
      ...{ instrumentId, fromVersion: earlier.version, toVersion: later.version },
      ...{ fromArticle: move.from, toArticle: move.to, change: change(move) },
    })),
  );
}

function faultOf(
  from: readonly string[],
  to: ReadonlySet<string>,
  toIsWhole: boolean,
  moves: readonly ConfirmedMove[],
): Problem | undefined {
  const answered = new Map(moves.map((move) => [move.from, move.to]));
  const missing = from.find((article) => !answered.has(article));
  if (missing) return { code: "law.move_missing", params: { article: articleLabel(missing) } };
  const known = new Set(from);
  const stranger = moves.find((move) => !known.has(move.from) || (toIsWhole && move.to !== null && !to.has(move.to)));
  if (stranger) return { code: "law.move_unknown", params: { article: articleLabel(stranger.to ?? stranger.from) } };
  const seen = new Set<string>();
  for (const move of moves) {
    if (move.to === null) continue;
    if (seen.has(move.to)) return { code: "law.move_twice", params: { article: articleLabel(move.to) } };
    seen.add(move.to);
  }
  return moves.length === answered.size ? undefined : { code: "law.move_twice", params: { article: "" } };
}

/**
 * The clauses of the earlier version under their numbers in the later one. Where the words stayed the check stays good;
 * where they changed the summary has to be compared again, so it goes on the work list.
 */
export function carriedClauses(
  from: readonly Articles[],
  there: readonly Articles[],
  rows: readonly ArticleMoves[],
): readonly Change[] {
  const moves = new Map(rows.map((row) => [row.fromArticle, row]));
  const taken = new Set(there.map((row) => row.article));
  return from.flatMap((clause) => {
    const move = moves.get(articleOf(clause.article));
    if (!move?.toArticle) return [];
    const article = `${move.toArticle}${clause.article.slice(articleOf(clause.article).length)}`;
    if (taken.has(article)) return [];
    taken.add(article);
    const kept = move.change === "same" ? clause : { ...clause, ...UNCHECKED };
    return [insert("articles", { ...kept, version: move.toVersion, article, origin: "editor" })];
  });
}

const UNCHECKED = { verified: false, checkedByName: null, checkedAt: null, checkNote: null };
