// A version beside its neighbours in time, with where each article is thought to have gone.
import type { ComparedPair, Comparison } from "#api/law-library.ts";
import { articlesOf } from "#domain/law/article-moves.ts";
import { proposeMoves } from "#domain/law/compare-statutes.ts";
import { articleOf } from "#domain/law/statute/statute.ts";
import { neighboursOf } from "#domain/law/version-commands.ts";
import type { Articles, ArticleTexts, InstrumentVersions } from "#domain/rows.generated.ts";
import type { Database } from "../db/pool.ts";

type Db = Database["global"];

/** Undefined where there is no such version. `effectiveFrom` is what the editor is about to set. */
export async function readComparison(
  db: Db,
  id: string,
  version: number,
  effectiveFrom: string | undefined,
): Promise<Comparison | undefined> {
  const instrument = await db.selectFrom("instruments").select("title").where("id", "=", id).executeTakeFirst();
  const versions = await db.selectFrom("instrumentVersions").selectAll().where("instrumentId", "=", id).execute();
  const stored = versions.find((row) => row.version === version);
  if (!instrument || !stored) return undefined;
  const own = effectiveFrom ? { ...stored, effectiveFrom } : stored;
  const { earlier, later } = neighboursOf(versions, own);
  return {
    ...{
      id,
      title: instrument.title,
      version,
      docNumber: own.docNumber,
      state: own.state,
      effectiveFrom: own.effectiveFrom,
    },
    fromEarlier: earlier ? await comparePair(db, earlier, own) : null,
    toLater: later ? await comparePair(db, own, later) : null,
  };
}

async function comparePair(db: Db, earlier: InstrumentVersions, later: InstrumentVersions): Promise<ComparedPair> {
  const [from, to] = [await known(db, earlier), await known(db, later)];
  const cited = new Set([...from.clauses, ...to.clauses].map((row) => articleOf(row.article)));
  const rows = from.texts.length > 0 && to.texts.length > 0 ? byWords(from.texts, to.texts) : byNumber(from, to);
  const taken = new Set(rows.map((row) => row.to));
  const targets = articlesOf(to).map((article) => ({ article, words: wordsOf(to, article) }));
  return {
    ...{
      earlier: earlier.version,
      later: later.version,
      earlierName: nameOf(earlier),
      laterName: nameOf(later),
      targets,
    },
    rows: rows.map((row) => ({ ...row, before: wordsOf(from, row.from), cited: cited.has(row.from) })),
    added: targets.map(({ article }) => article).filter((article) => !taken.has(article)),
  };
}

type Proposal = Pick<ComparedPair["rows"][number], "from" | "to" | "change" | "likeness">;

function byWords(from: readonly ArticleTexts[], to: readonly ArticleTexts[]): readonly Proposal[] {
  return proposeMoves(from, to);
}

/** Where one side is known by summaries alone, the same number is all there is to go by; the editor has to look. */
function byNumber(from: Known, to: Known): readonly Proposal[] {
  const there = new Set(articlesOf(to));
  return articlesOf(from).map((article) => ({
    ...{ from: article, to: there.has(article) ? article : null },
    ...{ change: "unknown" as const, likeness: 0 },
  }));
}

interface Known {
  readonly version: number;
  readonly texts: readonly ArticleTexts[];
  readonly clauses: readonly Articles[];
}

async function known(db: Db, { instrumentId, version }: InstrumentVersions): Promise<Known> {
  const texts = await db
    .selectFrom("articleTexts")
    .selectAll()
    .where("instrumentId", "=", instrumentId)
    .where("version", "=", version)
    .orderBy("position")
    .execute();
  const clauses = await db
    .selectFrom("articles")
    .selectAll()
    .where("instrumentId", "=", instrumentId)
    .where("version", "=", version)
    .execute();
  return { version, texts, clauses };
}

/** The published words, else the summaries that were written of the article. */
function wordsOf({ texts, clauses }: Known, article: string): string {
  const own = texts.find((row) => row.article === article);
  if (own) return own.words;
  const summaries = clauses.filter((row) => articleOf(row.article) === article).map((row) => row.summary);
  return summaries.length > 0 ? `（摘要）${summaries.join("；")}` : "";
}

function nameOf({ docNumber, passedOn, effectiveFrom }: InstrumentVersions): string {
  return [docNumber, effectiveFrom ? `${effectiveFrom}起施行` : passedOn ? `${passedOn}通过` : ""]
    .filter(Boolean)
    .join("，");
}
