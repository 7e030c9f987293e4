// The law library as its editor reads it. Shared tables: nobody's rows, so there is no wall but the route's `by`.
import { sql } from "kysely";
import type { InstrumentFilter, InstrumentLine, LawClause, VersionLine } from "#api/law-library.ts";
import { clauseWords } from "#domain/law/statute/article-parts.ts";
import { articleOf } from "#domain/law/statute/statute.ts";
import { inTimeOrder } from "#domain/law/timeline.ts";
import type { Articles, InstrumentVersions } from "#domain/rows.generated.ts";
import type { Database } from "../db/pool.ts";

export const LAW_PAGE = 50;
type Db = Database["global"];

const LINES = sql`
  select i.id, i.title, i.kind, i.division_code, v.versions, v.pending, v.articles, n.doc_number, n.effective_from, n.effective_to,
    coalesce(c.clauses, 0)::integer as clauses, (coalesce(c.unverified, 0) + v.unchecked)::integer as unverified
  from instruments i
  join lateral (
    select count(*)::integer as versions, count(*) filter (where state = 'pending')::integer as pending,
      coalesce(max(article_count) filter (where state = 'released'), 0)::integer as articles,
      count(*) filter (where text_sha256 is not null and checked_at is null and state = 'released')::integer as unchecked
    from instrument_versions where instrument_id = i.id
  ) v on true
  left join lateral (
    select doc_number, effective_from, effective_to from instrument_versions where instrument_id = i.id and state = 'released'
    order by coalesce(effective_from, passed_on, effective_to) desc nulls last, version desc limit 1
  ) n on true
  left join lateral (
    select count(*) as clauses, count(*) filter (where not verified) as unverified from articles where instrument_id = i.id
  ) c on true`;

export async function readInstruments(db: Db, { q, kind, state }: InstrumentFilter, page: number) {
  const conditions = [
    sql`true`,
    ...(q ? [sql`(position(lower(${q}) in lower(title)) > 0 or position(lower(${q}) in lower(id)) > 0)`] : []),
    ...(kind ? [sql`kind = ${kind}`] : []),
    ...(state === "pending" ? [sql`pending > 0`] : []),
    ...(state === "unverified" ? [sql`unverified > 0`] : []),
    ...(state === "noText" ? [sql`articles = 0`] : []),
  ];
  const { rows } = await sql<InstrumentLine & { total: number }>`
    select l.*, count(*) over () as total from (${LINES}) l where ${sql.join(conditions, sql` and `)}
    order by pending > 0 desc, case kind when 'law' then 1 when 'regulation' then 2 when 'rule' then 3 when 'standard' then 4 else 5 end,
      id limit ${LAW_PAGE} offset ${(page - 1) * LAW_PAGE}`.execute(db);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}

export async function countInstruments(db: Db) {
  const { rows } = await sql<{ instruments: number; pending: number; unverified: number; noText: number }>`
    select count(*)::integer as instruments, count(*) filter (where pending > 0)::integer as pending,
      count(*) filter (where unverified > 0)::integer as unverified, count(*) filter (where articles = 0)::integer as no_text
    from (${LINES}) l`.execute(db);
  return rows[0] ?? { instruments: 0, pending: 0, unverified: 0, noText: 0 };
}

/** Newest first in time; undefined where there is no such instrument. */
export async function readInstrument(db: Db, id: string) {
  const instrument = await db.selectFrom("instruments").selectAll().where("id", "=", id).executeTakeFirst();
  if (!instrument) return undefined;
  const versions = await db.selectFrom("instrumentVersions").selectAll().where("instrumentId", "=", id).execute();
  const clauses = await countClauses(db, id);
  const lines = inTimeOrder(versions)
    .toReversed()
    .map((row) => versionLine(row, clauses.get(row.version) ?? 0));
  const { title, kind, divisionCode } = instrument;
  return { id, title, kind, divisionCode, versions: lines };
}

async function countClauses(db: Db, id: string): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom("articles")
    .select(["version", (eb) => eb.fn.countAll<number>().as("clauses")])
    .where("instrumentId", "=", id)
    .groupBy("version")
    .execute();
  return new Map(rows.map((row) => [row.version, row.clauses]));
}

function versionLine(row: InstrumentVersions, clauses: number): VersionLine {
  const { version, state, docNumber, passedOn, effectiveFrom, effectiveTo, replacedBy, certainty, source } = row;
  const { fileName, articleCount, checkedByName, checkedAt, note } = row;
  return {
    ...{ version, state, docNumber, passedOn, effectiveFrom, effectiveTo, replacedBy, certainty, source },
    ...{ fileName, articleCount, checkedByName, checkedAt, note, clauses },
    doubts: row.doubts?.split(";") ?? [],
  };
}

/** A version with its text and its clauses; undefined where there is none. */
export async function readVersion(db: Db, id: string, version: number) {
  const instrument = await readInstrument(db, id);
  const line = instrument?.versions.find((one) => one.version === version);
  if (!instrument || !line) return undefined;
  const own = await db
    .selectFrom("instrumentVersions")
    .select(["history", "preamble", "appendix"])
    .where("instrumentId", "=", id)
    .where("version", "=", version)
    .executeTakeFirstOrThrow();
  const texts = await readTexts(db, id, version);
  const clauses = await db
    .selectFrom("articles")
    .selectAll()
    .where("instrumentId", "=", id)
    .where("version", "=", version)
    .execute();
  const ordered = clauses.toSorted(
    (a, b) => Number.parseFloat(a.article) - Number.parseFloat(b.article) || (a.article < b.article ? -1 : 1),
  );
  return {
    ...{ ...line, ...own, id, title: instrument.title },
    articles: texts.map(({ article, headings, words }) => ({
      article,
      headings: headings === "" ? [] : headings.split("\n"),
      lines: words.split("\n"),
    })),
    clauseList: ordered.map((row) =>
      clauseLine(row, instrument.title, line.docNumber, wordsBy(texts), texts.length > 0),
    ),
  };
}

export function readTexts(db: Db, id: string, version: number) {
  return db
    .selectFrom("articleTexts")
    .select(["article", "headings", "words"])
    .where("instrumentId", "=", id)
    .where("version", "=", version)
    .orderBy("position")
    .execute();
}

function wordsBy(texts: readonly { readonly article: string; readonly words: string }[]): ReadonlyMap<string, string> {
  return new Map(texts.map((row) => [row.article, row.words]));
}

function clauseLine(
  row: Articles,
  title: string,
  docNumber: string,
  texts: ReadonlyMap<string, string>,
  hasText: boolean,
): LawClause {
  const { instrumentId, version, article, nature, topic, summary, verified, checkedByName, checkNote } = row;
  const words = clauseWords(texts.get(articleOf(article))?.split("\n") ?? [], article) ?? null;
  const isNumbered = /^\d/.test(article);
  return {
    ...{ instrumentId, title, version, docNumber, article, nature, topic, summary, verified, checkedByName, checkNote },
    words,
    notInText: hasText && isNumbered && words === null,
  };
}

/** Clauses nobody compared yet, those of versions in force and cited first; with the published words where they are known. */
export async function readUnverified(db: Db, q: string | undefined, page: number) {
  const { rows } = await sql<
    Articles & { title: string; docNumber: string; words: string | null; hasText: boolean; total: number }
  >`
    select a.*, i.title, v.doc_number, t.words, v.text_sha256 is not null as has_text, count(*) over () as total
    from articles a join instruments i on i.id = a.instrument_id
    join instrument_versions v on v.instrument_id = a.instrument_id and v.version = a.version and v.state = 'released'
    left join article_texts t on t.instrument_id = a.instrument_id and t.version = a.version
      and t.article = regexp_replace(a.article, '第.*$', '')
    where not a.verified ${q ? sql`and (position(${q} in i.title) > 0 or position(${q} in a.summary) > 0)` : sql``}
    order by t.words is null, i.id, a.version, length(a.article), a.article
    limit ${LAW_PAGE} offset ${(page - 1) * LAW_PAGE}`.execute(db);
  const lines = rows.map((row) => {
    const texts = new Map(row.words === null ? [] : [[articleOf(row.article), row.words] as const]);
    return clauseLine(row, row.title, row.docNumber, texts, row.hasText);
  });
  return { total: rows[0]?.total ?? 0, rows: lines };
}

/** Texts that came by import and were not compared with the published ones; doubtful ones first. */
export async function readUncheckedTexts(db: Db) {
  const { rows } = await sql<{
    instrumentId: string;
    title: string;
    version: number;
    docNumber: string;
    articleCount: number;
    doubts: string | null;
  }>`
    select v.instrument_id, i.title, v.version, v.doc_number, v.article_count, v.doubts
    from instrument_versions v join instruments i on i.id = v.instrument_id
    where v.text_sha256 is not null and v.checked_at is null and v.state = 'released'
    order by v.doubts is null, v.instrument_id, v.version limit 200`.execute(db);
  return rows.map((row) => ({ ...row, doubts: row.doubts?.split(";") ?? [] }));
}
