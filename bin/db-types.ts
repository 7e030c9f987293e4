// Writes src/domain/rows.generated.ts from a migrated database: one interface a table, camelCase.
// Text columns with a check constraint become unions, so a status is typed where it is stored. With --verify it only compares.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import pg from "pg";

const out = fileURLToPath(new URL("../src/domain/rows.generated.ts", import.meta.url));
const generator = fileURLToPath(new URL("../node_modules/kysely-codegen/dist/cli/bin.js", import.meta.url));

/** Columns restricted by `check (column in (…))`, as { "table.column": "'a' | 'b'" }. */
async function unions(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`
    select t.relname as table, a.attname as column, a.attnotnull as required, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = t.oid and c.conkey = array[a.attnum]
    where c.contype = 'c' and t.relnamespace = 'public'::regnamespace`);
  await client.end();
  const columns: Record<string, string> = {};
  for (const row of rows) {
    if (!row.definition.includes("= ANY")) continue;
    const values = [...row.definition.matchAll(/'([^']*)'::text/g)].map((match) => JSON.stringify(match[1]));
    columns[`${row.table}.${row.column}`] = values.join(" | ") + (row.required ? "" : " | null");
  }
  return columns;
}

/** Generates the row types of a migrated database into `outFile`. */
export async function writeRowTypes(url: string, verify = false, outFile = out): Promise<void> {
  const args = [
    generator,
    "--url",
    url,
    "--dialect",
    "postgres",
    "--camel-case",
    "--out-file",
    outFile,
    "--date-parser",
    "string",
    "--exclude-pattern",
    "{*.,}{schema_migrations,pgboss.*}",
    "--type-mapping",
    JSON.stringify({ timestamptz: "string", int8: "number", bytea: "Uint8Array" }),
    "--overrides",
    JSON.stringify({ columns: await unions(url) }),
  ];
  if (verify) args.push("--verify");
  execFileSync(process.execPath, args, { stdio: "pipe" });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url) throw new Error("DATABASE_OWNER_URL must name a migrated database");
  await writeRowTypes(url, process.argv.includes("--verify"));
}
