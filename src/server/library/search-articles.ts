// Articles by their words or their number, over every released version. The tables are shared by all tenants: their read
// policy is plainly true, so that the index of pairs is used; a test looks at the plan as the application's role.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { lookupPairs } from "#domain/law/search/query.ts";
import type { Database } from "../db/pool.ts";

type Db = Database["global"];

/** Looked at before ranking. Who finds more is asked for another word. */
const MOST_FOUND = 200;

export interface FoundArticle {
  readonly instrumentId: string;
  readonly title: string;
  readonly version: number;
  readonly docNumber: string;
  readonly article: string;
  readonly words: string;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly inForce: boolean;
}

export interface ArticleQuestion {
  readonly words: readonly string[];
  /** Only in these instruments; all without it. */
  readonly within?: readonly string[] | undefined;
  readonly day: LocalDate;
  readonly inForceOnly: boolean;
}

/** Released versions that hold on a day: begun, not ended, and none later in time begun. */
export function inForce(alias: string, day: LocalDate): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<SqlBool>`(${column("effectiveFrom")} <= ${day}::date
    and (${column("effectiveTo")} is null or ${column("effectiveTo")} >= ${day}::date)
    and not exists (select 1 from instrument_versions later where later.instrument_id = ${column("instrumentId")}
      and later.state = 'released' and later.effective_from <= ${day}::date
      and later.effective_from > ${column("effectiveFrom")}))`;
}

/** Articles that hold every word. A word of one letter only narrows: it has no pair to be found by. */
export async function articlesByWords(db: Db, question: ArticleQuestion): Promise<readonly FoundArticle[]> {
  const pairs = [...new Set(question.words.flatMap(lookupPairs))];
  if (pairs.length === 0) return [];
  // Pairs may lie apart; the words themselves must stand there.
  const stand = question.words.map(standsIn);
  // A few instruments are sooner read than a common pair's list.
  const where = question.within
    ? sql<SqlBool>`t.instrument_id = any(${[...question.within]}::text[])`
    : sql<SqlBool>`search_pairs(t.words) @> ${pairs}::text[]`;
  return find(db, question, [where, ...stand]);
}

/** Only letters and digits have other forms that mean the same. */
function standsIn(word: string): RawBuilder<SqlBool> {
  return /[0-9a-z]/.test(word)
    ? sql<SqlBool>`position(${word} in lower(normalize(t.words, nfkc))) > 0`
    : sql<SqlBool>`position(${word} in t.words) > 0`;
}

/** The article of that number in each of the instruments. */
export function articlesByNumber(
  db: Db,
  instrumentIds: readonly string[],
  article: string,
  { day, inForceOnly }: Pick<ArticleQuestion, "day" | "inForceOnly">,
): Promise<readonly FoundArticle[]> {
  if (instrumentIds.length === 0) return Promise.resolve([]);
  return find(db, { day, inForceOnly }, [
    sql<SqlBool>`t.instrument_id = any(${[...instrumentIds]}::text[])`,
    sql<SqlBool>`t.article = ${article}`,
  ]);
}

async function find(
  db: Db,
  { day, inForceOnly }: Pick<ArticleQuestion, "day" | "inForceOnly">,
  conditions: readonly RawBuilder<SqlBool>[],
): Promise<readonly FoundArticle[]> {
  const holds = inForce("v", day);
  const { rows } = await sql<FoundArticle>`
    select t.instrument_id, i.title, t.version, v.doc_number, t.article, t.words, v.effective_from, v.effective_to,
      ${holds} as in_force
    from article_texts t
    join instrument_versions v on v.instrument_id = t.instrument_id and v.version = t.version and v.state = 'released'
    join instruments i on i.id = t.instrument_id
    where ${sql.join([...conditions, ...(inForceOnly ? [holds] : [])], sql` and `)}
    limit ${MOST_FOUND}`.execute(db);
  return rows;
}

/** Whether a search met the limit, so that what it found may not be the best there is. */
export function isCut(found: readonly FoundArticle[]): boolean {
  return found.length >= MOST_FOUND;
}
