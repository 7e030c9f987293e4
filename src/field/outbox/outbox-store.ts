// The outbox in IndexedDB: reads its state for the decisions, writes what became of things. No rule lives here.
import type { FieldDatabase, OutboxCommand, OutboxPhoto } from "../store/field-database.ts";
import { commandsIn, rebuild } from "../store/local-state.ts";
import { type OutboxState, retryTime } from "./decide-next.ts";
import type { PhotoReading, Reading } from "./read-answer.ts";

const KEEP_DELIVERED_MS = 2 * 24 * 3_600_000;

export async function readOutbox(db: FieldDatabase): Promise<Pick<OutboxState, "commands" | "photos" | "lanes">> {
  return db.transaction("r", db.commands, db.photos, db.lanes, async () => {
    // What is settled well may be large and many; a photo whose command is not among these is free to go.
    const commands = await commandsIn(db, ["waiting", "refused", "conflict"]);
    const photos = await db.photos.where("state").equals("waiting").toArray();
    return {
      commands: commands.map(({ n = 0, id, lane, state, heldUntil, text }) => ({
        n,
        id,
        lane,
        state,
        heldUntil,
        size: text.length,
      })),
      photos: photos.map(({ sha256, scope, kind, commandId, state, retryAt }) => ({
        sha256,
        scope,
        kind,
        commandId,
        state,
        retryAt,
      })),
      lanes: await db.lanes.toArray(),
    };
  });
}

export function commandsById(db: FieldDatabase, ids: readonly string[]): Promise<OutboxCommand[]> {
  return db.commands
    .where("id")
    .anyOf([...ids])
    .sortBy("n");
}

/** Writes what a request came to; a refusal takes its effect off the local state at once. */
export async function settleRequest(db: FieldDatabase, lane: string, reading: Reading, now: number): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    const settledAt = new Date(now).toISOString();
    for (const { id, state, problem } of reading.settled) {
      await db.commands
        .where("id")
        .equals(id)
        .modify({ state, settledAt, ...(problem ? { problem } : {}) });
      if (state === "accepted") await settleReplaced(db, id);
    }
    await settleLane(db, lane, reading, now);
    const turned = reading.settled
      .filter(({ state }) => state === "refused" || state === "conflict")
      .map(({ id }) => id);
    const scopes = new Set((await commandsById(db, turned)).map((command) => command.scope));
    for (const scope of scopes) await rebuild(db, scope);
  });
}

/** A repaired command is over once its repair is accepted. */
async function settleReplaced(db: FieldDatabase, id: string): Promise<void> {
  await db.commands
    .where("state")
    .equals("replaced")
    .and((one) => one.replacedBy === id)
    .delete();
}

async function settleLane(db: FieldDatabase, lane: string, reading: Reading, now: number): Promise<void> {
  if (reading.failed === "none") return db.lanes.delete(lane);
  if (reading.failed !== "lane") return;
  const failures = ((await db.lanes.get(lane))?.failures ?? 0) + 1;
  const retryAt = retryTime(failures, now, Math.random());
  await db.lanes.put({ lane, failures, retryAt, ...(reading.stopped ? { stopped: reading.stopped } : {}) });
}

export function findPhoto(db: FieldDatabase, scope: string, sha256: string): Promise<OutboxPhoto | undefined> {
  return db.photos.get([scope, sha256]);
}

export async function settlePhoto(
  db: FieldDatabase,
  photo: OutboxPhoto,
  reading: PhotoReading,
  now: number,
): Promise<void> {
  const failures = reading.state === "waiting" ? photo.failures + 1 : photo.failures;
  await db.photos.update([photo.scope, photo.sha256], {
    state: reading.state,
    failures,
    retryAt: reading.state === "waiting" ? retryTime(failures, now, Math.random()) : 0,
    problem: reading.problem,
  });
}

/** Everything is tried again now, whatever it was waiting for. */
export async function retryNow(db: FieldDatabase): Promise<void> {
  await db.transaction("rw", db.lanes, db.photos, async () => {
    await db.lanes.toCollection().modify({ retryAt: 0 });
    await db.photos.where("state").equals("waiting").modify({ retryAt: 0 });
  });
}

/** A person has read a refusal and lets it rest; the server keeps its own copy for the office. */
export async function dismiss(db: FieldDatabase, id: string): Promise<void> {
  await db.transaction("rw", db.commands, db.photos, async () => {
    await db.commands.where("id").equals(id).modify({ state: "dismissed" });
    await db.photos.where("commandId").equals(id).modify({ state: "kept" });
  });
}

/** A photo the server could not take is tried again as it is. */
export async function retryPhoto(db: FieldDatabase, photo: Pick<OutboxPhoto, "scope" | "sha256">): Promise<void> {
  await db.photos.update([photo.scope, photo.sha256], {
    state: "waiting",
    retryAt: 0,
    failures: 0,
    problem: undefined,
  });
}

export async function acceptedIds(db: FieldDatabase, scope: string): Promise<string[]> {
  const accepted = await commandsIn(db, ["accepted"]);
  return accepted.filter((one) => one.scope === scope).map((one) => one.id);
}

/** Clears what arrived long ago: delivered commands, and bytes the server has. */
export async function clearDelivered(db: FieldDatabase, now: number): Promise<void> {
  const before = new Date(now - KEEP_DELIVERED_MS).toISOString();
  await db.transaction("rw", db.commands, db.photos, async () => {
    await db.commands
      .where("state")
      .anyOf(["delivered", "dismissed"])
      .and((one) => (one.settledAt ?? "") < before)
      .delete();
    await db.photos
      .where("state")
      .anyOf(["stored", "kept"])
      .and((one) => one.takenAt < before)
      .delete();
  });
}

/** Takes back a command that is still held on this phone; one that may be on its way is not touched. */
export async function withdrawHeld(db: FieldDatabase, id: string, now: number): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    const [command] = await commandsById(db, [id]);
    if (command?.state !== "waiting" || (command.heldUntil ?? 0) <= now) return;
    await db.commands.where("id").equals(id).delete();
    await rebuild(db, command.scope);
  });
}
