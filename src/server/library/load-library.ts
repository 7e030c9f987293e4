// Brings the shared law and catalogue tables to the state of the given rows. Run it in a transaction of the platform's
// own tenant: row security lets nobody else write them. Running it twice changes nothing the second time.
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { LibraryRows } from "#domain/law/library-rows.ts";
import { snake, snakeRow } from "../db/naming.ts";
import type { SqlClient } from "./sql-client.ts";

/** What a release of the library says of itself. */
export interface LibraryRelease {
  readonly releasedOn: LocalDate;
  readonly note: string;
}

/** Rows added or changed, by table, and citations taken back. */
export interface LoadedLibrary {
  readonly changed: Readonly<Record<string, number>>;
  readonly citationsTakenBack: number;
}

interface TableShape {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** Follows the other columns and is no change of its own. */
  readonly follows?: string;
}

const VERSIONS = { name: "library_versions", key: ["version"], columns: ["releasedOn", "note"] };
const TABLES = {
  instruments: { name: "instruments", key: ["id"], columns: ["title", "kind", "divisionCode"] },
  versions: {
    name: "instrument_versions",
    key: ["instrumentId", "version"],
    columns: ["docNumber", "effectiveFrom", "effectiveTo", "replacedBy", "source", "certainty"],
  },
  articles: {
    name: "articles",
    key: ["instrumentId", "version", "article"],
    columns: ["nature", "topic", "keywords", "summary", "verified"],
  },
  items: {
    name: "catalogue_items",
    key: ["code"],
    columns: ["family", "level1", "level2", "item", "typicalHazard", "advice", "standard", "severityDefault"],
    follows: "version",
  },
  citations: {
    name: "catalogue_citations",
    key: ["itemCode", "position"],
    columns: ["instrumentId", "article", "role"],
  },
} as const satisfies Partial<Record<keyof LibraryRows, TableShape>>;

/** Adds and changes what differs, parents first. Instruments, articles and items that are no longer listed stay. */
export async function loadLibrary(
  client: SqlClient,
  rows: LibraryRows,
  release: LibraryRelease,
): Promise<LoadedLibrary> {
  const changed: Record<string, number> = {};
  changed[VERSIONS.name] = await put(client, VERSIONS, [{ version: rows.version, ...release }]);
  changed[TABLES.instruments.name] = await put(client, TABLES.instruments, rows.instruments);
  changed[TABLES.versions.name] = await put(client, TABLES.versions, rows.versions);
  changed[TABLES.articles.name] = await put(client, TABLES.articles, rows.articles);
  changed[TABLES.items.name] = await put(client, TABLES.items, rows.items);
  const citationsTakenBack = await takeBackCitations(client, rows);
  changed[TABLES.citations.name] = await put(client, TABLES.citations, rows.citations);
  return { changed, citationsTakenBack };
}

/** One statement a table: the rows travel as JSON, and only those that differ are written. */
async function put(client: SqlClient, table: TableShape, rows: readonly object[]): Promise<number> {
  const compared = table.columns.map(snake);
  const written = table.follows ? [...compared, table.follows] : compared;
  const all = [...table.key.map(snake), ...written].join(", ");
  const sql = `insert into ${table.name} as kept (${all})
    select ${all} from jsonb_populate_recordset(null::${table.name}, $1::jsonb)
    on conflict (${table.key.map(snake).join(", ")}) do update
    set ${written.map((column) => `${column} = excluded.${column}`).join(", ")}
    where (${compared.map((column) => `kept.${column}`).join(", ")})
      is distinct from (${compared.map((column) => `excluded.${column}`).join(", ")})`;
  const { rowCount } = await client.query(sql, [JSON.stringify(rows.map(snakeRow))]);
  return rowCount ?? 0;
}

/** A citation that an item no longer has goes; items that are not in the rows keep theirs. */
async function takeBackCitations(client: SqlClient, rows: LibraryRows): Promise<number> {
  const kept = rows.citations.map((row) => ({ item_code: row.itemCode, position: row.position }));
  const sql = `delete from catalogue_citations c where c.item_code = any($1::text[]) and not exists (
    select from jsonb_to_recordset($2::jsonb) as k (item_code text, position integer)
    where k.item_code = c.item_code and k.position = c.position)`;
  const { rowCount } = await client.query(sql, [rows.items.map((row) => row.code), JSON.stringify(kept)]);
  return rowCount ?? 0;
}
