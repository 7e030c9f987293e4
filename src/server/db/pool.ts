// The connection pool of the application role. Instants come back as ISO text in UTC, dates as 'YYYY-MM-DD', bigint as number.
import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { DB } from "#domain/rows.generated.ts";

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;

pg.types.setTypeParser(TIMESTAMPTZ, (value) => new Date(value).toISOString());
pg.types.setTypeParser(DATE, (value) => value);
pg.types.setTypeParser(INT8, (value) => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`bigint beyond a safe integer: ${value}`);
  return number;
});

export interface Database {
  readonly pool: pg.Pool;
  /** Reads outside a tenant: global tables only. Tenant rows are reached through `asActor`. */
  readonly global: Kysely<DB>;
  close(): Promise<void>;
}

/** Opens the pool. `statements: false` turns named statements off for poolers that cannot keep them. */
export function openDatabase(url: string, max = 12): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: "-c timezone=UTC",
    application_name: "bihuan",
    // Statements issued together travel together; those awaited one by one go as ever.
    pipeline: true,
  });
  // A connection that dies while idle is replaced on the next checkout; without a listener the process would end.
  pool.on("error", (error) => pool.ending || console.error(`database connection lost: ${error.message}`));
  const open = new Set<Promise<void>>();
  pool.on("connect", (client) => {
    // One that dies while it works fails the statement it was at; here nobody else would listen either.
    client.on("error", () => {});
    const ended = new Promise<void>((resolve) => client.once("end", () => resolve())).then(
      () => void open.delete(ended),
    );
    open.add(ended);
  });
  const global = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
  return {
    pool,
    global,
    async close() {
      await pool.end();
      // The pool only says goodbye; whoever stops the server next must find every connection gone.
      await Promise.all(open);
    },
  };
}
