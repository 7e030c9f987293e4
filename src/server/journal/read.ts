// Reads a tenant's journal and tables for verification and export, page by page, under the office's scope.
import type pg from "pg";
import { type Entity, entities, entityKeys, keyOf } from "#domain/kernel/entities.ts";
import { camelRow, snake } from "../db/naming.ts";
import type { SignedHead, StoredEvent } from "./verify.ts";

const PAGE = 1000;

/** All events in order, a page at a time. */
export async function* readEvents(client: pg.ClientBase, tenantId: string): AsyncGenerator<StoredEvent> {
  let after = 0;
  for (;;) {
    const { rows } = await client.query<Record<string, unknown>>(
      `select seq, id, command_id, envelope, prev_hash, hash, salt, payload from journal_events
       where tenant_id = $1 and seq > $2 order by seq limit ${PAGE}`,
      [tenantId, after],
    );
    for (const row of rows) {
      const event = camelRow(row) as unknown as StoredEvent;
      after = event.seq;
      yield event;
    }
    if (rows.length < PAGE) return;
  }
}

export async function readSignedHeads(client: pg.ClientBase, tenantId: string): Promise<SignedHead[]> {
  const { rows } = await client.query<SignedHead>(
    `select s.day, s.seq, s.hash, s.signature, k.public_key as "publicKey"
     from signed_heads s join tenant_keys k on k.tenant_id = s.tenant_id and k.id = s.key_id
     where s.tenant_id = $1 order by s.seq`,
    [tenantId],
  );
  return rows;
}

export async function readReminders(client: pg.ClientBase, tenantId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await client.query<Record<string, unknown>>(
    "select * from reminders where tenant_id = $1 order by day, hazard_id, told, after_days, holder, due_on",
    [tenantId],
  );
  return rows.map((row) => camelRow(row));
}

/** Every journaled table of a tenant by key. Tables without a tenant belong to the platform's. */
export async function readTable(
  client: pg.ClientBase,
  tenantId: string,
  entity: Entity,
): Promise<Map<string, Record<string, unknown>>> {
  const owned = entityKeys[entity][0] === "tenantId";
  const { rows } = await client.query<Record<string, unknown>>(
    `select * from ${snake(entity)}${owned ? " where tenant_id = $1" : ""}`,
    owned ? [tenantId] : [],
  );
  return new Map(rows.map((row) => [keyOf(entity, camelRow(row)), camelRow(row)]));
}

/** The journaled tables a tenant's journal answers for. */
export function tablesOf(tenantIsPlatform: boolean): readonly Entity[] {
  return entities.filter((entity) => tenantIsPlatform || entityKeys[entity][0] === "tenantId");
}
