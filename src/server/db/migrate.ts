// Brings a database up to the schema this version needs: plain SQL files, in the order of their names, each in one
// transaction. Forward only; a file that has been applied is never changed afterwards.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrateJobs } from "./migrate-jobs.ts";

export interface MigrateOptions {
  /** Connection as the role that owns the tables. */
  readonly ownerUrl: string;
  /** Name of the role the server works as. */
  readonly appRole: string;
  readonly directory?: string;
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** A migration that cannot be done, in a sentence for the person who started it. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

export const MIGRATIONS_DIRECTORY = fileURLToPath(new URL("../../../migrations", import.meta.url));
const GRANTS_FILE = join("grants", "app-role.sql");
const LOCK = 727002;

/** Applies what is missing, then makes the tables of the jobs and gives the application role its rights anew. */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const directory = options.directory ?? MIGRATIONS_DIRECTORY;
  const migrations = await readMigrations(directory);
  const client = new pg.Client({ connectionString: options.ownerUrl });
  // A connection lost while it rests is reported by the query that comes next.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await assertTwoRoles(client, options.appRole);
    const applied = await applyMissing(client, migrations);
    await migrateJobs({ client, ownerUrl: options.ownerUrl, appRole: options.appRole });
    await applyGrants(client, directory, options.appRole);
    return { applied };
  } finally {
    await client.end();
  }
}

/** The migrations of a folder in the order they are applied. Line ends do not count, so that a checkout on Windows is the same. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(directory, name), "utf8")).replaceAll("\r\n", "\n");
      return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function assertTwoRoles(client: pg.Client, appRole: string): Promise<void> {
  const { rows } = await client.query<{ owner: string; exists: boolean }>(
    "select current_user as owner, exists (select from pg_roles where rolname = $1) as exists",
    [appRole],
  );
  if (rows[0]?.owner === appRole) {
    throw new MigrationRefused(
      `DATABASE_URL and DATABASE_OWNER_URL name the same role "${appRole}". They must be two: the owner of the tables is not bound by row security.`,
    );
  }
  if (!rows[0]?.exists) {
    throw new MigrationRefused(
      `The database has no role "${appRole}", which DATABASE_URL names. Let its administrator run: ` +
        `create role ${pg.escapeIdentifier(appRole)} login password '…';`,
    );
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.query("create table if not exists schema_migrations (name text primary key, sha256 text not null)");
  const { rows } = await client.query<{ name: string; sha256: string }>(
    "select name, sha256 from schema_migrations order by name",
  );
  assertUnchanged(rows, migrations);
  const known = new Set(rows.map((row) => row.name));
  const missing = migrations.filter((migration) => !known.has(migration.name));
  for (const migration of missing) await apply(client, migration);
  return missing.map((migration) => migration.name);
}

function assertUnchanged(rows: readonly { name: string; sha256: string }[], migrations: readonly Migration[]): void {
  const files = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  for (const { name, sha256 } of rows) {
    const file = files.get(name);
    if (file === undefined) {
      throw new MigrationRefused(
        `The database was brought up to "${name}", but this version of Bihuan has no such file. It is older than the database: use the newer version again.`,
      );
    }
    if (file !== sha256) {
      throw new MigrationRefused(
        `The migration "${name}" was changed after this database had applied it. Put the file back as it was and write the change as a new migration.`,
      );
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await inTransaction(client, migration.name, migration.sql, async () => {
    await client.query("insert into schema_migrations (name, sha256) values ($1, $2)", [
      migration.name,
      migration.sha256,
    ]);
  });
}

/** Runs the grants with the role's name in place of `:app_role`. */
async function applyGrants(client: pg.Client, directory: string, appRole: string): Promise<void> {
  const template = await readFile(join(directory, GRANTS_FILE), "utf8").catch(() => undefined);
  if (template === undefined) return;
  const sql = template.replace(/(?<!:):app_role\b/g, () => pg.escapeIdentifier(appRole));
  await inTransaction(client, GRANTS_FILE, sql, async () => {});
}

async function inTransaction(client: pg.Client, name: string, sql: string, then: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await then();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw new MigrationRefused(explain(name, sql, error), { cause: error });
  }
}

function explain(name: string, sql: string, error: unknown): string {
  const kept = "Nothing of this file was kept; the files before it were.";
  if (!(error instanceof pg.DatabaseError)) return `${name} failed: ${String(error)}. ${kept}`;
  const position = Number(error.position);
  const line = position > 0 ? ` in line ${sql.slice(0, position).split("\n").length}` : "";
  return `${name} failed${line}: ${error.message}${error.detail ? ` (${error.detail})` : ""}. ${kept}`;
}
