// The imports of the enterprise list, newest first, each with what of it could still be taken back.
import { sql } from "kysely";
import type { ImportBatch } from "#api/imports.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

const SHOWN = 10;

export async function readImports(tx: Transaction): Promise<ImportBatch[]> {
  const { rows } = await sql<ImportBatch>`
    select o.id, o.state, o.total, o.started_by_name, o.started_at, e.registered, e.updated
    from operations o
    cross join lateral (select count(*) filter (where i.kind = 'registered') as registered,
        count(*) filter (where i.kind = 'updated') as updated
      from import_entries i where ${visible(tx, "importEntries", "i")} and i.operation_id = o.id) e
    where ${visible(tx, "operations", "o")} and o.kind = 'enterprise.import'
    order by o.started_at desc, o.id desc limit ${SHOWN}`.execute(tx.db);
  return rows;
}
