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
import { allAnswered, inOnePacket } from "./sent-together.ts";

export interface Transaction {
  /** The raw client, for prepared statements of the write path. */
  readonly client: pg.PoolClient;
  readonly db: Kysely<DB>;
  readonly tenantId: string;
  readonly actor: Actor;
  /**
   * Sends the last statement and COMMIT behind it in one packet: locks it takes are held no longer than they must. `last`
   * sends its statement before it waits for anything, on the raw client; nothing is sent afterwards.
   */
  endWith<T>(last: () => Promise<T>): Promise<T>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DIVISION = /^\d{2,12}$/;

function quoted(value: string, pattern: RegExp): string {
  if (!pattern.test(value)) throw new Error(`not fit for SET LOCAL: ${JSON.stringify(value)}`);
  return `'${value}'`;
}

/** The BEGIN message for an actor. Only values of known shape are ever quoted into it. */
export function beginAs(tenantId: string, actor: Actor, readOnly: boolean): string {
  const scope = roleScope[actor.role];
  const scopeId = actor.scopeId ? quoted(actor.scopeId, scope === "rollups" ? DIVISION : UUID) : "''";
  return `begin${readOnly ? " read only" : ""}; set local app.tenant = ${quoted(tenantId, UUID)}; set local app.scope = '${scope}'; set local app.scope_id = ${scopeId}; set local app.role = '${actor.role}'`;
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
    // The first statement of `work` is sent right behind BEGIN. Were BEGIN itself refused, it would find no tenant set,
    // so nothing visible and nothing writable, and the wait below throws.
    let db: Kysely<DB> | undefined;
    let ended = false;
    const endWith = async <R>(last: () => Promise<R>): Promise<R> => {
      ended = true;
      const sent = inOnePacket(client, () => [last(), commit(client)] as const);
      await allAnswered(sent);
      return sent[0];
    };
    const [begun, working] = inOnePacket(client, () => [
      client.query(beginAs(tenantId, actor, options.readOnly ?? false)),
      work({
        client,
        get db() {
          db ??= kyselyOn(client);
          return db;
        },
        tenantId,
        actor,
        endWith,
      }),
    ]);
    begun.catch(() => {});
    const result = await working;
    await begun;
    if (!ended) await commit(client);
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

/** COMMIT of a transaction in which a statement failed is answered ROLLBACK, without an error: nothing of it was kept. */
async function commit(client: pg.ClientBase): Promise<void> {
  const { command } = await client.query("commit");
  if (command !== "COMMIT") throw new Error(`the transaction was not committed: ${command}`);
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
