// Takes what was pulled: the server's truth replaces the snapshot, settled commands leave, pending ones are laid over it.
import type { SnapshotAnswer } from "#api/sync.ts";
import type { Change } from "#domain/kernel/change.ts";
import { overlaid } from "../outbox/command-state.ts";
import type { HeldMembership } from "./device.ts";
import type { FieldDatabase } from "./field-database.ts";
import { commandsIn, rebuild, replaceSnapshot } from "./local-state.ts";

/** `accepted` are the commands the server had accepted before this pull began: their rows are in the answer. */
export async function takeSnapshot(
  db: FieldDatabase,
  membership: HeldMembership,
  answer: SnapshotAnswer,
  accepted: readonly string[],
): Promise<void> {
  const { id: scope, tenantId, tenantName, scopeId, displayName } = membership;
  await db.transaction("rw", db.tables, async () => {
    const before = await db.snapshots.get(scope);
    const touched = await touchedSince(db, scope);
    await db.snapshots.put({
      scope,
      tenantId,
      tenantName,
      agencyId: scopeId,
      name: displayName,
      takenAt: answer.now,
      answer,
    });
    await db.meta.put({ name: takenAtKey(scope), value: answer.now });
    await markDelivered(db, accepted);
    if (before) await replaceSnapshot(db, scope, before, touched);
    else await rebuild(db, scope);
  });
}

const takenAtKey = (scope: string) => `takenAt/${scope}`;

/** When a membership's snapshot was last found to be the newest; undefined before the first. Kept apart: snapshots are large. */
export async function takenAt(db: FieldDatabase, scope: string): Promise<string | undefined> {
  const kept = (await db.meta.get(takenAtKey(scope)))?.value;
  if (typeof kept === "string") return kept;
  return (await db.snapshots.get(scope))?.takenAt;
}

/** What commands laid over the last snapshot: only there do the rows of this phone differ from it. */
async function touchedSince(db: FieldDatabase, scope: string): Promise<readonly Change[]> {
  const over = await commandsIn(db, overlaid);
  return over.filter((command) => command.scope === scope).flatMap((command) => command.changes);
}

/** The version asked about is still the newest: what was accepted before is in it already. */
export async function keepSnapshot(
  db: FieldDatabase,
  scope: string,
  now: string,
  accepted: readonly string[],
): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    await db.meta.put({ name: takenAtKey(scope), value: now });
    await markDelivered(db, accepted);
    // The phone's own rows of them give way to the server's.
    if (accepted.length > 0) await rebuild(db, scope);
  });
}

async function markDelivered(db: FieldDatabase, ids: readonly string[]): Promise<void> {
  await db.commands
    .where("id")
    .anyOf([...ids])
    .and((command) => command.state === "accepted")
    .modify({ state: "delivered" });
}
