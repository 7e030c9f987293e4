// Once per test run: a PostgreSQL (the one named by DATABASE_URL and DATABASE_OWNER_URL, else an embedded one in a
// temporary folder) and in it one migrated database, which every test file clones.
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { getConstructionPlans } from "pg-boss";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#server/db/embedded/supervisor.ts";
import { MIGRATIONS_DIRECTORY, migrate, readMigrations } from "#server/db/migrate.ts";
import { onDatabase, roleOf } from "./address.ts";

export interface TestServer {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Name of the migrated database to clone. */
  readonly template: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

interface Server {
  readonly ownerUrl: string;
  readonly appUrl: string;
  stop(): Promise<void>;
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  try {
    const template = await openTemplate(server);
    project.provide("testServer", { ownerUrl: server.ownerUrl, appUrl: server.appUrl, template });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return () => server.stop();
}

async function openServer(): Promise<Server> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (appUrl && ownerUrl) return { ownerUrl, appUrl, stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "bihuan-test-"));
  const { stop, ...urls } = await startEmbedded({
    dataDir: folder,
    log: () => {},
    settings: { fsync: "off", max_connections: "200" },
  });
  return {
    ...urls,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The migrated database of exactly these migrations; made under another name first, so that a half-made one is never cloned. */
async function openTemplate(server: Server): Promise<string> {
  const template = `bihuan_template_${await hashOfSchema(roleOf(server.appUrl))}`;
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(727003)");
    const { rowCount } = await client.query("select from pg_database where datname = $1", [template]);
    if (rowCount === 0) await makeTemplate(client, server, template);
    return template;
  } finally {
    await client.end();
  }
}

async function makeTemplate(client: pg.Client, server: Server, template: string): Promise<void> {
  const draft = `${template}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft} template template0`);
  await migrate({ ownerUrl: onDatabase(server.ownerUrl, draft), appRole: roleOf(server.appUrl) });
  await client.query(`alter database ${draft} rename to ${template}`);
}

/** Changes with the migrations, the grants, the job queue's version and the application role. */
async function hashOfSchema(appRole: string): Promise<string> {
  const files = await readMigrations(MIGRATIONS_DIRECTORY);
  const grants = await readMigrations(join(MIGRATIONS_DIRECTORY, "grants")).catch(() => []);
  const parts = [...files, ...grants].map((file) => `${file.name} ${file.sha256}`);
  return createHash("sha256")
    .update([...parts, appRole, getConstructionPlans()].join("\n"))
    .digest("hex")
    .slice(0, 16);
}
