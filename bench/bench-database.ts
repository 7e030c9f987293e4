// A PostgreSQL of the bench's own: the embedded one, as the product starts it, durable (fsync on), in a temporary folder.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "#server/db/embedded/supervisor.ts";

export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export interface BenchDatabase extends DatabaseUrls {
  readonly folder: string;
  /** A byte-for-byte copy under another name; nobody may be connected to the original meanwhile. */
  copy(name: string): Promise<DatabaseUrls>;
  /** Stops the server and leaves the folder as it is. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "bihuan-bench-"));
  const database = await startEmbedded({ dataDir: folder, log: () => {} });
  const durable = await askOne(database.ownerUrl, "select current_setting('fsync') as answer");
  if (durable !== "on") throw new Error("the bench's database does not write through to the disk");
  return {
    folder,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    async copy(name) {
      const original = decodeURIComponent(new URL(database.ownerUrl).pathname.slice(1));
      await askOne(named(database.ownerUrl, "postgres"), `create database ${name} template ${original}`);
      return { ownerUrl: named(database.ownerUrl, name), appUrl: named(database.appUrl, name) };
    },
    stop: () => database.stop(),
    async close() {
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What autovacuum does in time: without it plans made for empty tables, those of foreign keys too, are kept and slow. */
export async function refreshStatistics(ownerUrl: string): Promise<void> {
  await askOne(ownerUrl, "analyze");
}

function named(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function askOne(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}
