// The roles and the database inside the cluster. Three roles: the administrator made with the cluster (only used here),
// the owner of the tables (migrations, backup), and the application, which owns nothing and obeys row security.
import pg from "pg";
import { ADMIN_ROLE, APP_ROLE, type Credentials, DATABASE, OWNER_ROLE, urlOf } from "./credentials.ts";
import { DatabaseUnavailable } from "./unavailable.ts";

/** Connects as the administrator, does something, and leaves. */
async function asAdmin<T>(
  credentials: Credentials,
  port: number,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: urlOf(ADMIN_ROLE, credentials.admin, port, database),
    connectionTimeoutMillis: 10_000,
    ssl: false,
  });
  // A server that goes away later is reported by the query that meets it.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The data folder of whoever answers at the port, if our password opens it. */
export async function findClusterAt(credentials: Credentials, port: number): Promise<string | undefined> {
  return asAdmin(credentials, port, "postgres", async (client) => {
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    return rows[0]?.data_directory;
  }).catch(() => undefined);
}

/** Makes roles, database and grants where they are missing, and sets the passwords to the kept ones. */
export async function prepareDatabase(credentials: Credentials, port: number): Promise<void> {
  await asAdmin(credentials, port, "postgres", async (client) => {
    // Two processes may attach at once; the second waits here and finds everything made.
    await client.query("select pg_advisory_lock(727001)");
    await makeRole(client, OWNER_ROLE, "createdb replication", credentials.owner);
    await makeRole(client, APP_ROLE, "nocreatedb noreplication", credentials.app);
    await client.query(`grant pg_monitor, pg_checkpoint to ${OWNER_ROLE}`);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
    await client.query("create extension if not exists pg_trgm");
    await assertChineseText(client);
  });
  await asAdmin(credentials, port, DATABASE, grantBackup);
}

async function makeRole(client: pg.Client, name: string, abilities: string, password: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
  if (rowCount === 0) await client.query(`create role ${name}`);
  const rights = `login nosuperuser nocreaterole nobypassrls ${abilities}`;
  await client.query(`alter role ${name} ${rights} password ${client.escapeLiteral(password)}`);
}

/** Lets the owner take a backup of the running server. */
async function grantBackup(client: pg.Client): Promise<void> {
  const functions = "pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal()";
  await client.query(`grant execute on function ${functions} to ${OWNER_ROLE}`);
}

/** Under the locale "C" PostgreSQL sees no letters in Chinese text, and every search by fragment finds nothing. */
export async function assertChineseText(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ trigrams: number; encoding: string }>(
    "select cardinality(show_trgm('中文')) as trigrams, current_setting('server_encoding') as encoding",
  );
  const found = rows[0];
  if (found && found.trigrams > 0 && found.encoding === "UTF8") return;
  throw new DatabaseUnavailable(
    `The database cannot search Chinese text: its encoding is ${found?.encoding ?? "unknown"} and its locale takes 中文 for no letters. ` +
      "It must be made with encoding UTF8 and a UTF-8 locale such as C.UTF-8.",
  );
}
