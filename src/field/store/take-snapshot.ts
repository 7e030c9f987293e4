// Takes what was pulled: the server's truth replaces the snapshot, settled commands leave, pending ones are laid over it.
import type { SnapshotAnswer } from "#api/sync.ts";
import type { HeldMembership } from "./device.ts";
import type { FieldDatabase } from "./field-database.ts";
import { rebuild } from "./local-state.ts";

/** `accepted` are the commands the server had accepted before this pull began: their rows are in the answer. */
export async function takeSnapshot(
  db: FieldDatabase,
  membership: HeldMembership,
  answer: SnapshotAnswer,
  accepted: readonly string[],
): Promise<void> {
  const { id: scope, tenantId, tenantName, scopeId, displayName } = membership;
  await db.transaction("rw", db.tables, async () => {
    await db.snapshots.put({
      scope,
      tenantId,
      tenantName,
      agencyId: scopeId,
      name: displayName,
      takenAt: answer.now,
      answer,
    });
    await markDelivered(db, accepted);
    await rebuild(db, scope);
  });
}

/** The version asked about is still the newest: what was accepted before is in it already. */
export async function keepSnapshot(
  db: FieldDatabase,
  scope: string,
  now: string,
  accepted: readonly string[],
): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    await db.snapshots.update(scope, { takenAt: now });
    await markDelivered(db, accepted);
  });
}

async function markDelivered(db: FieldDatabase, ids: readonly string[]): Promise<void> {
  await db.commands
    .where("id")
    .anyOf([...ids])
    .and((command) => command.state === "accepted")
    .modify({ state: "delivered" });
}
