// The library of the newest version, read from its tables once and kept until a newer one is released.
import { z } from "zod";
import { RISK_LEVELS } from "#domain/law/catalogue/profile.ts";
import { buildLibrary, type Library } from "#domain/law/library.ts";
import {
  CERTAINTIES,
  CITATION_ROLES,
  FAMILIES,
  INSTRUMENT_KINDS,
  type LibraryRows,
  NATURES,
} from "#domain/law/library-rows.ts";
import { buildSuggestIndex, type SuggestIndex } from "#domain/law/suggest.ts";
import { camelRow } from "../db/naming.ts";
import type { SqlClient } from "./sql-client.ts";

export interface CachedLibrary {
  readonly library: Library;
  readonly suggestIndex: SuggestIndex;
}

export interface LibraryCache {
  /** The newest library; version 0 and empty before the first one is loaded. */
  get(client: SqlClient): Promise<CachedLibrary>;
}

const instrument = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(INSTRUMENT_KINDS),
  divisionCode: z.string(),
});
const version = z.object({
  instrumentId: z.string(),
  version: z.number(),
  docNumber: z.string(),
  effectiveFrom: z.string().nullable(),
  effectiveTo: z.string().nullable(),
  replacedBy: z.string().nullable(),
  source: z.string(),
  certainty: z.enum(CERTAINTIES),
  passedOn: z.string().nullable(),
});
const article = z.object({
  instrumentId: z.string(),
  version: z.number(),
  article: z.string(),
  nature: z.enum(NATURES),
  topic: z.string(),
  keywords: z.string(),
  summary: z.string(),
  verified: z.boolean(),
});
const item = z.object({
  code: z.string(),
  family: z.enum(FAMILIES),
  level1: z.string(),
  level2: z.string(),
  item: z.string(),
  typicalHazard: z.string(),
  advice: z.string(),
  standard: z.string(),
  severityDefault: z.enum(["general", "major"]),
  version: z.number(),
});
const citation = z.object({
  itemCode: z.string(),
  position: z.number(),
  instrumentId: z.string(),
  article: z.string(),
  role: z.enum(CITATION_ROLES),
  countedIn: z.number().nullable(),
});
const move = z.object({
  instrumentId: z.string(),
  fromVersion: z.number(),
  toVersion: z.number(),
  fromArticle: z.string(),
  toArticle: z.string().nullable(),
});

const profile = z.object({
  itemCode: z.string(),
  tags: z.string().nullable(),
  trades: z.string().nullable(),
  seasons: z.string().nullable(),
  riskFrom: z.enum(RISK_LEVELS).nullable(),
  askedAfter: z.string().nullable(),
  askedOn: z.enum(["conform", "nonconform"]).nullable(),
  score: z.number(),
  severityCase: z.string().nullable(),
  severityConditions: z.string().nullable(),
  retired: z.boolean(),
});

/** A cache for one process. Two requests for the same version share one reading; a failed one is forgotten. */
export function createLibraryCache(): LibraryCache {
  let kept: { version: number; reading: Promise<CachedLibrary> } | undefined;
  return {
    async get(client) {
      const newest = await newestVersion(client);
      if (kept?.version === newest) return kept.reading;
      const reading = readLibraryRows(client, newest).then(prepare);
      const mine = { version: newest, reading };
      kept = mine;
      reading.catch(() => {
        if (kept === mine) kept = undefined;
      });
      return reading;
    },
  };
}

/** Instruments somebody may cite: statutes imported for reading alone stay off the phones. */
const CITED = `(select instrument_id from articles union select instrument_id from catalogue_citations)`;

/** The rows of the library tables as they stand, in a fixed order; of versions only those that are released. */
export async function readLibraryRows(client: SqlClient, newest: number): Promise<LibraryRows> {
  const read = async <T>(row: z.ZodType<T>, sql: string) =>
    z.array(row).parse((await client.query(sql)).rows.map((found) => camelRow(found)));
  return {
    version: newest,
    instruments: await read(instrument, `select * from instruments where id in ${CITED} order by id collate "C"`),
    versions: await read(
      version,
      `select instrument_id, version, doc_number, effective_from::text, effective_to::text, replaced_by, source, certainty,
         passed_on::text
       from instrument_versions where state = 'released' and instrument_id in ${CITED} order by instrument_id collate "C", version`,
    ),
    articles: await read(
      article,
      'select * from articles order by instrument_id collate "C", version, article collate "C"',
    ),
    items: await read(item, 'select * from catalogue_items order by code collate "C"'),
    citations: await read(citation, 'select * from catalogue_citations order by item_code collate "C", position'),
    moves: await read(
      move,
      `select * from article_moves where instrument_id in ${CITED}
       order by instrument_id collate "C", from_version, to_version, from_article collate "C"`,
    ),
    profiles: await read(profile, 'select * from catalogue_profiles order by item_code collate "C"'),
  };
}

async function newestVersion(client: SqlClient): Promise<number> {
  const { rows } = await client.query("select coalesce(max(version), 0)::integer as newest from library_versions");
  return z.array(z.object({ newest: z.number() })).parse(rows)[0]?.newest ?? 0;
}

function prepare(rows: LibraryRows): CachedLibrary {
  const library = buildLibrary(rows);
  return { library, suggestIndex: buildSuggestIndex(library) };
}
