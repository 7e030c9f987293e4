// The ceiling of `submit`: the same rows in one transaction of prepared statements, one multi-row statement a table, on
// pooled connections of the application role. No HTTP, no rules, no reading, no lock on the journal's head.
import pg from "pg";
import { beginAs } from "#server/db/transaction.ts";
import { CHANGED_TABLE, FILLED_TABLES, JOURNAL_TABLE, type VisitRows } from "./visit-rows.ts";

export interface Ceiling {
  /** Writes one visit on a connection of the pool; answers when it is durable. */
  write(visit: VisitRows): Promise<void>;
  close(): Promise<void>;
}

interface Statement {
  readonly table: string;
  readonly text: string;
}

/** `pipelined`: all statements of a visit leave in one go, as ours do; else each waits for the one before it. */
export function openCeiling(url: string, connections: number, pipelined: boolean): Ceiling {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: "-c timezone=UTC",
    pipeline: pipelined,
  });
  const statements = [...FILLED_TABLES.map(({ table }) => insertInto(table)), UPDATE, insertInto(JOURNAL_TABLE)];
  return {
    async write({ tenantId, agencyId, tables }) {
      const client = await pool.connect();
      const send = async ({ table, text }: Statement) => {
        const rows = tables.get(table);
        if (rows) await client.query({ name: table, text, values: [JSON.stringify(rows), rows.length] });
      };
      const actor = { kind: "member", id: "ceiling", role: "expert", name: "", scopeId: agencyId } as const;
      const begin = beginAs(tenantId, actor, false);
      try {
        if (pipelined) await Promise.all([client.query(begin), ...statements.map(send), client.query("commit")]);
        else {
          await client.query(begin);
          for (const statement of statements) await send(statement);
          await client.query("commit");
        }
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

/** The number of rows tells the planner how few they are: it would guess a hundred and read a whole table for them. */
const incoming = (table: string) => `(select * from json_populate_recordset(null::${table}, $1) limit $2) i`;

function insertInto(table: string): Statement {
  return { table, text: `insert into ${table} select * from ${incoming(table)}` };
}

/** What a visit changes of a task: it is fulfilled, or the window of one that follows is set. */
const TASK_COLUMNS = ["state", "fulfilled_on", "fulfilled_by", "fulfilled_ref", "window_from", "window_to"];

const UPDATE: Statement = {
  table: CHANGED_TABLE,
  text: `update ${CHANGED_TABLE} t set ${TASK_COLUMNS.map((column) => `${column} = i.${column}`).join(", ")}
         from ${incoming(CHANGED_TABLE)} where t.tenant_id = i.tenant_id and t.id = i.id`,
};
