// Every touch of tenant rows is one transaction that begins by saying who asks. SET LOCAL travels in the BEGIN message.
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import type pg from "pg";
import { type Actor, roleScope } from "#domain/access/roles.ts";
import type { DB } from "#domain/rows.generated.ts";
import type { Database } from "./pool.ts";

export interface Transaction {
  /** The raw client, for prepared statements of the write path. */
  readonly client: pg.PoolClient;
  readonly db: Kysely<DB>;
  readonly tenantId: string;
  readonly actor: Actor;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DIVISION = /^\d{6,12}$/;

function quoted(value: string, pattern: RegExp): string {
  if (!pattern.test(value)) throw new Error(`not fit for SET LOCAL: ${JSON.stringify(value)}`);
  return `'${value}'`;
}

/** The BEGIN message for an actor. Only values of known shape are ever quoted into it. */
export function beginAs(tenantId: string, actor: Actor, readOnly: boolean): string {
  const scope = roleScope[actor.role];
  const scopeId = actor.scopeId ? quoted(actor.scopeId, scope === "rollups" ? DIVISION : UUID) : "''";
  return `begin${readOnly ? " read only" : ""}; set local app.tenant = ${quoted(tenantId, UUID)}; set local app.scope = '${scope}'; set local app.scope_id = ${scopeId}`;
}

/** Runs `work` in one transaction under the actor's row security; a thrown error rolls everything back. */
export async function asActor<T>(
  database: Database,
  tenantId: string,
  actor: Actor,
  work: (tx: Transaction) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(beginAs(tenantId, actor, options.readOnly ?? false));
    let db: Kysely<DB> | undefined;
    const result = await work({
      client,
      get db() {
        db ??= kyselyOn(client);
        return db;
      },
      tenantId,
      actor,
    });
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Kysely on a connection whose transaction is ours: it compiles and runs, and never begins or commits. */
function kyselyOn(client: pg.PoolClient): Kysely<DB> {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery) {
      const result = await client.query<R & object>(query.sql, [...query.parameters]);
      return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    // biome-ignore lint/correctness/useYield: streaming goes through cursors of its own
    async *streamQuery() {
      throw new Error("streaming is not done on a shared transaction");
    },
  };
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => connection,
        beginTransaction: async () => {},
        commitTransaction: async () => {},
        rollbackTransaction: async () => {},
        releaseConnection: async () => {},
        destroy: async () => {},
      }),
    },
    plugins: [new CamelCasePlugin()],
  });
}
