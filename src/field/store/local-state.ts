// Local state = the server's last snapshot + the changes of pending commands. Only this file writes entity tables,
// always inside a transaction that its caller opened.
import { syncedEntities } from "#api/synced-entities.ts";
import type { Change } from "#domain/kernel/change.ts";
import { type Entity, keyOf } from "#domain/kernel/entities.ts";
import { type CommandState, overlaid } from "../outbox/command-state.ts";
import { type FieldDatabase, isSynced, type OutboxCommand, type StoredSnapshot } from "./field-database.ts";

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
  await overlay(db, scope);
}

/** The changes of what is pending, in the order it was done. */
async function overlay(db: FieldDatabase, scope: string): Promise<void> {
  const pending = (await commandsIn(db, overlaid)).filter((command) => command.scope === scope);
  for (const command of pending) await applyChanges(db, scope, command.changes);
}

/** The commands in these states, in the order they were done; each state's all at once, not one by one. */
export async function commandsIn(db: FieldDatabase, states: readonly CommandState[]): Promise<OutboxCommand[]> {
  const found = [];
  for (const state of states) found.push(...(await db.commands.where("state").equals(state).toArray()));
  return found.sort((a, b) => (a.n ?? 0) - (b.n ?? 0));
}

/**
 * As `rebuild`, but writes only rows in which the two snapshots differ and those that commands of this phone touched:
 * a pull after every photo must not write a whole year of hazards anew.
 */
export async function replaceSnapshot(
  db: FieldDatabase,
  scope: string,
  before: StoredSnapshot,
  touched: readonly Change[],
): Promise<void> {
  const snapshot = await db.snapshots.get(scope);
  for (const entity of syncedEntities) {
    const known = new Map(rowsIn(before, entity, scope).map((stored) => [stored.key, JSON.stringify(stored.row)]));
    const wanted = new Map(rowsIn(snapshot, entity, scope).map((stored) => [stored.key, stored]));
    const anew = new Set(touched.filter((change) => change.entity === entity).map(keyOfChange));
    const gone = new Set([...known.keys(), ...anew].filter((key) => !wanted.has(key)));
    const changed = [...wanted.values()].filter(
      ({ key, row }) => anew.has(key) || known.get(key) !== JSON.stringify(row),
    );
    if (gone.size > 0) await db.entity(entity).bulkDelete([...gone].map((key) => [scope, key]));
    if (changed.length > 0) await db.entity(entity).bulkPut(changed);
  }
  await overlay(db, scope);
}

function keyOfChange(change: Change): string {
  return keyOf(change.entity, change.op === "insert" ? change.row : change.key);
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
