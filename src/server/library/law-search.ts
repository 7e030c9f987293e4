// One search box for people: a law's article by number, or words in laws, articles and the catalogue.
import type { ArticleHit, LawSearchAnswer, VersionForce } from "#api/law-search.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { clauseStateOn, versionInForce } from "#domain/law/clause-state.ts";
import type { Library } from "#domain/law/library.ts";
import { isShortFor, type NumberQuery, readNumberQuery, splitQuery } from "#domain/law/search/query.ts";
import { articleOf } from "#domain/law/statute/statute.ts";
import type { Database } from "../db/pool.ts";
import { findItems } from "./catalogue-search.ts";
import { findInstruments, instrumentNames, NAMED, type NamedInstrument, nameScore } from "./instrument-names.ts";
import { instrumentVersionsOf } from "./instrument-versions.ts";
import { ownArticles, ownInstruments, ownNames, ownVersions } from "./own-law.ts";
import { articlesByNumber, articlesByWords, type FoundArticle, isCut } from "./search-articles.ts";

export interface LawSearchQuestion {
  readonly q: string;
  readonly force: "inForce" | "all";
  readonly day: LocalDate;
}

const SHOWN = { instruments: 8, articles: 40, items: 12 };
const LAWS_OF_A_NAME = 6;
const EXCERPT = 90;

/** Answers what a person typed. `library` is the tenant's, for items and for summaries of laws whose words are not here. */
export async function findLaw(
  database: Database,
  library: Library,
  { q, force, day }: LawSearchQuestion,
): Promise<Omit<LawSearchAnswer, "day">> {
  const names = [...(await instrumentNames(database)), ...ownNames(library)];
  const number = readNumberQuery(q);
  const when = { day, inForceOnly: force === "inForce" };
  if (number) return byNumber(database, library, names, number, when);
  const words = splitQuery(q);
  const [law, rest] = lawAndRest(names, words);
  const found =
    rest.length === 0
      ? []
      : await articles(database, library, names, { words: rest, within: law && [law.id], ...when });
  const ranked = found.toSorted(byUse(new Map(names.map((one) => [one.id, one])), rest));
  const titled = words.length === 1 || law ? findInstruments(names, law ? law.id : q, SHOWN.instruments) : [];
  return {
    words: [...rest],
    instruments: await withVersions(database, library, titled, when),
    articles: ranked.slice(0, SHOWN.articles).map((one) => hitOf(one, day, rest)),
    more: ranked.length > SHOWN.articles,
    items: itemsOf(library, q),
  };
}

type When = Pick<Parameters<typeof articlesByWords>[1], "day" | "inForceOnly">;

/** 消防法 通道: the first word names a law, the others are looked for in it. */
function lawAndRest(names: readonly NamedInstrument[], words: readonly string[]) {
  const [first = "", ...rest] = words;
  const law = rest.length > 0 ? names.find((one) => nameScore(one, first) >= NAMED) : undefined;
  return law ? ([law, rest] as const) : ([undefined, words] as const);
}

/** The tenant's own beside the shared ones. */
async function articles(
  database: Database,
  library: Library,
  names: readonly NamedInstrument[],
  question: Parameters<typeof articlesByWords>[1],
) {
  return [...ownArticles(library, question), ...(await sharedArticles(database, names, question))];
}

/** Where there are too many to rank, those of the laws in use are found first. */
async function sharedArticles(
  database: Database,
  names: readonly NamedInstrument[],
  question: Parameters<typeof articlesByWords>[1],
) {
  const found = await articlesByWords(database.global, question);
  if (!isCut(found) || question.within) return found;
  const within = names.filter((one) => one.cited).map((one) => one.id);
  const cited = await articlesByWords(database.global, { ...question, within });
  const keys = new Set(cited.map(keyOf));
  return [...cited, ...found.filter((one) => !keys.has(keyOf(one)))];
}

function keyOf({ instrumentId, version, article }: FoundArticle): string {
  return `${instrumentId} ${version} ${article}`;
}

async function byNumber(
  database: Database,
  library: Library,
  names: readonly NamedInstrument[],
  number: NumberQuery,
  when: When,
): Promise<Omit<LawSearchAnswer, "day">> {
  // A number alone is asked of the laws in use.
  const laws = number.law === "" ? names.filter((one) => one.cited) : lawsNamed(names, number.law);
  const ids = laws.map((one) => one.id);
  const order = new Map(ids.map((id, index) => [id, index]));
  const found = [
    ...(await articlesByNumber(database.global, ids, number.article, when)),
    ...ownArticles(library, { within: ids, article: number.article, ...when }),
  ];
  const withText = found.map((one) => hitOf(one, when.day, []));
  const summed = laws.filter(({ id }) => !found.some((one) => one.instrumentId === id));
  const hits = [...withText, ...summed.flatMap((law) => summaryHit(library, law, number.article, when))];
  hits.sort((a, b) => (order.get(a.instrumentId) ?? 0) - (order.get(b.instrumentId) ?? 0) || b.version - a.version);
  return {
    words: [],
    instruments: await withVersions(database, library, number.law === "" ? [] : laws.slice(0, SHOWN.instruments), when),
    articles: hits.slice(0, SHOWN.articles),
    more: hits.length > SHOWN.articles,
    items: [],
  };
}

/** A name that can be only one law gives that one; else all it may be short for. */
function lawsNamed(names: readonly NamedInstrument[], law: string): readonly NamedInstrument[] {
  const likely = findInstruments(names, law, LAWS_OF_A_NAME);
  const [first] = likely;
  const name = law.normalize("NFKC").toLowerCase();
  if (first && nameScore(first, name) >= NAMED) return [first];
  const short = likely.filter((one) => one.cited && isShortFor(law, one.id));
  return short.length > 0 ? short : likely;
}

/** Where only a summary of the article is known. */
function summaryHit(library: Library, law: NamedInstrument, article: string, { day, inForceOnly }: When): ArticleHit[] {
  const instrument = library.instruments.get(law.id);
  if (!instrument) return [];
  const versions = inForceOnly ? [versionInForce(instrument, day)] : instrument.versions;
  return versions.flatMap((version) => {
    const rows = [...(version?.articles.values() ?? [])].filter((row) => articleOf(row.article) === article);
    const [row] = rows;
    if (!version || !row) return [];
    const { state } = clauseStateOn(library, { ...row, countedIn: version.version }, day);
    return [
      {
        ...{ instrumentId: law.id, title: law.title, version: version.version, docNumber: version.docNumber, article },
        force:
          version === versionInForce(instrument, day)
            ? "inForce"
            : state === "notYet"
              ? "notYet"
              : forceOf(version, day),
        excerpt: rows.map((one) => one.summary).join(" "),
        isSummary: true,
      } satisfies ArticleHit,
    ];
  });
}

/** Of a version that is not in force. */
function forceOf(version: { readonly effectiveFrom: LocalDate | null }, day: LocalDate): VersionForce {
  if (version.effectiveFrom === null) return "dateUnknown";
  return version.effectiveFrom > day ? "notYet" : "ended";
}

function hitOf(found: FoundArticle, day: LocalDate, words: readonly string[]): ArticleHit {
  const { instrumentId, title, version, docNumber, article } = found;
  return {
    ...{ instrumentId, title, version, docNumber, article },
    force: found.inForce ? "inForce" : forceOf(found, day),
    excerpt: excerptOf(found.words, words),
    isSummary: false,
  };
}

/** The stretch around the first word found. */
function excerptOf(text: string, words: readonly string[]): string {
  const flat = text.replaceAll("\n", " ");
  const at = Math.max(0, ...words.slice(0, 1).map((word) => flat.normalize("NFKC").toLowerCase().indexOf(word)));
  const from = Math.max(0, Math.min(at - 20, flat.length - EXCERPT));
  return `${from > 0 ? "…" : ""}${flat.slice(from, from + EXCERPT)}${from + EXCERPT < flat.length ? "…" : ""}`;
}

/** Laws in use first, then those in force, then where the words weigh most. */
function byUse(names: ReadonlyMap<string, NamedInstrument>, words: readonly string[]) {
  const rank = (one: FoundArticle) =>
    (names.get(one.instrumentId)?.cited ? 4 : 0) +
    (one.inForce ? 2 : 0) +
    Math.min(
      1,
      words.reduce((sum, word) => sum + word.length * one.words.split(word).length, 0) / (one.words.length + 40),
    );
  return (a: FoundArticle, b: FoundArticle) => rank(b) - rank(a) || (keyOf(a) < keyOf(b) ? -1 : 1);
}

async function withVersions(
  database: Database,
  library: Library,
  laws: readonly NamedInstrument[],
  { day, inForceOnly }: When,
) {
  const ids = laws.map(({ id }) => id);
  const versions = [
    ...(await instrumentVersionsOf(database.global, ids, day)),
    ...ownInstruments(library).flatMap((one) => (ids.includes(one.id) ? ownVersions(one, day) : [])),
  ];
  const lines = laws.map(({ id, title, kind, divisionCode }) => {
    const own = versions.filter((version) => version.instrumentId === id);
    const shown = own.find((version) => version.force === "inForce") ?? own[0];
    const { version = null, docNumber = null, force = "dateUnknown" as const } = shown ?? {};
    return { id, title, kind, divisionCode, version, docNumber, force };
  });
  return inForceOnly ? lines.filter((line) => line.force === "inForce" || line.force === "dateUnknown") : lines;
}

function itemsOf(library: Library, q: string): LawSearchAnswer["items"] {
  return findItems(library, q)
    .slice(0, SHOWN.items)
    .flatMap((code) => {
      const item = library.items.get(code);
      return item ? [{ code, level2: item.level2, item: item.item, off: item.off ?? false }] : [];
    });
}
