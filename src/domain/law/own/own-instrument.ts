// A tenant's own instrument as one value, and how it is laid into the library: from there the same rules hold as for any
// other law. A row that cannot be read, or whose name the shared library has taken, is passed over.
import { z } from "zod";
import { localDateSchema } from "../../calendar/local-date.ts";
import { optionalText, text } from "../../kernel/text.ts";
import type { InstrumentEntry, Library, VersionEntry } from "../library.ts";
import { NATURES } from "../library-rows.ts";
import { inTimeOrder, type Moves } from "../timeline.ts";
import type { ArticleFate } from "../touched-by-change.ts";

/** government 政府监管要求文件 first: laws are the shared library's. */
export const OWN_KINDS = ["government", "standard", "rule", "regulation"] as const;

const clauseSchema = z.object({
  /** As the document counts: 3, 3-1. */
  article: z.string().regex(/^\d+(?:-\d+)?(?:\.\d+)*$/),
  nature: z.enum(NATURES),
  words: text(4000),
});
export type OwnClause = z.output<typeof clauseSchema>;

const versionSchema = z.object({
  docNumber: text(120),
  /** Null: not found out, which satisfies nothing. */
  effectiveFrom: localDateSchema.nullable(),
  /** The last day; null: no end known. */
  effectiveTo: localDateSchema.nullable(),
  /** Where the text came from. */
  source: text(300),
  /** Compared with the paper word by word; else each clause is shown as 待核. */
  checked: z.boolean(),
  clauses: z.array(clauseSchema).min(1).max(300),
});
export type OwnVersion = z.output<typeof versionSchema>;

export const ownInstrumentSchema = z.object({
  title: text(200),
  kind: z.enum(OWN_KINDS),
  divisionCode: z.string().regex(/^\d{6}(?:\d{3}){0,2}$/),
  /** Numbered from 1 in the order in which they were entered; in time they stand by their days. */
  versions: z.array(versionSchema).min(1).max(30),
  note: optionalText(300),
});
export type OwnInstrument = z.output<typeof ownInstrumentSchema>;

export interface OwnInstrumentRow {
  readonly id: string;
  readonly content: string;
  readonly version: number;
}

/** The library with the tenant's own instruments in it. */
export function withOwnInstruments(library: Library, rows: readonly OwnInstrumentRow[]): Library {
  const own = rows.flatMap((row): [string, InstrumentEntry][] => {
    const content = readOwnInstrument(row.content);
    return content && !library.instruments.has(row.id) ? [[row.id, entryOf(row.id, content)]] : [];
  });
  return own.length === 0 ? library : { ...library, instruments: new Map([...library.instruments, ...own]) };
}

export function readOwnInstrument(content: string): OwnInstrument | undefined {
  try {
    return ownInstrumentSchema.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}

function entryOf(id: string, { title, kind, divisionCode, versions }: OwnInstrument): InstrumentEntry {
  const entries = inTimeOrder(versions.map((version, index) => versionEntry(id, index + 1, version)));
  return { id, title, kind, divisionCode, versions: entries, moves: movesBetween(entries), own: true };
}

function versionEntry(instrumentId: string, version: number, said: OwnVersion): VersionEntry {
  const { docNumber, effectiveFrom, effectiveTo, source, checked } = said;
  const articles = said.clauses.map(({ article, nature, words }) => {
    const row = { instrumentId, version, article, nature, topic: "", keywords: "", summary: words, verified: checked };
    return [article, row] as const;
  });
  const dates = { effectiveFrom, effectiveTo, replacedBy: null };
  const certainty = checked ? ("V" as const) : ("S" as const);
  return { instrumentId, version, docNumber, ...dates, source, certainty, articles: new Map(articles) };
}

/** Where the clauses went: to the same words where they stand, else to the same number; nowhere where neither is left. */
function movesBetween(versions: readonly VersionEntry[]): Moves {
  return new Map(
    versions.slice(1).flatMap((to, index) => {
      const from = versions[index];
      return from ? [[`${from.version}>${to.version}`, movesOfPair(from, to)] as const] : [];
    }),
  );
}

function movesOfPair(from: VersionEntry, to: VersionEntry): ReadonlyMap<string, string | null> {
  const byWords = new Map([...to.articles.values()].map((row) => [row.summary, row.article]));
  const rows = [...from.articles.values()];
  const taken = new Set(rows.flatMap((row) => byWords.get(row.summary) ?? []));
  return new Map(
    rows.map(({ article, summary }) => {
      const same = byWords.get(summary);
      return [article, same ?? (to.articles.has(article) && !taken.has(article) ? article : null)];
    }),
  );
}

/** What became of each clause of a version in the one after it. */
export function fatesBetween(
  { moves }: InstrumentEntry,
  from: VersionEntry,
  to: VersionEntry,
): ReadonlyMap<string, ArticleFate> {
  const pair = moves.get(`${from.version}>${to.version}`) ?? new Map<string, string | null>();
  return new Map(
    [...pair].map(([article, place]): [string, ArticleFate] => {
      if (place === null) return [article, { change: "dropped", to: null }];
      const isSame = from.articles.get(article)?.summary === to.articles.get(place)?.summary;
      return [article, { change: isSame ? "same" : "changed", to: place }];
    }),
  );
}
