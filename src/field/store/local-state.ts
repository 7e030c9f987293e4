// Local state = the server's last snapshot + the changes of pending commands. Only this file writes entity tables,
// always inside a transaction that its caller opened.
import { syncedEntities } from "#api/sync.ts";
import type { Change } from "#domain/kernel/change.ts";
import { type Entity, keyOf } from "#domain/kernel/entities.ts";
import { overlaid } from "../outbox/command-state.ts";
import { type FieldDatabase, isSynced, type StoredSnapshot } from "./field-database.ts";

/** Puts a decision's changes over the rows. What a snapshot took away meanwhile is left away. */
export async function applyChanges(db: FieldDatabase, scope: string, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    if (!isSynced(change.entity)) continue;
    const table = db.entity(change.entity);
    if (change.op === "insert") {
      await table.put({ scope, key: keyOf(change.entity, change.row), row: change.row });
      continue;
    }
    const key = keyOf(change.entity, change.key);
    const stored = await table.get([scope, key]);
    if (!stored) continue;
    if (change.op === "delete") await table.delete([scope, key]);
    else await table.put({ scope, key, row: { ...stored.row, ...change.set } });
  }
}

/** Everything of a membership anew: the snapshot's rows, then what is still pending, in the order it was done. */
export async function rebuild(db: FieldDatabase, scope: string): Promise<void> {
  const snapshot = await db.snapshots.get(scope);
  for (const entity of syncedEntities) {
    await db.entity(entity).where("scope").equals(scope).delete();
    await db.entity(entity).bulkPut(rowsIn(snapshot, entity, scope));
  }
  const pending = await db.commands.where("scope").equals(scope).sortBy("n");
  for (const command of pending) {
    if (overlaid.includes(command.state)) await applyChanges(db, scope, command.changes);
  }
}

function rowsIn(snapshot: StoredSnapshot | undefined, entity: (typeof syncedEntities)[number], scope: string) {
  const rows = snapshot?.answer.rows[entity] ?? [];
  return rows.map((row) => ({ scope, key: keyOf<Entity>(entity, row), row }));
}

/** Removes a membership that is held no longer. What was not sent stays in the outbox. */
export async function forgetScope(db: FieldDatabase, scope: string): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    await db.snapshots.delete(scope);
    await db.pictures.where("scope").equals(scope).delete();
    await rebuild(db, scope);
  });
}
