// Pulls the new truth of every membership, the library when it has a newer version, and pictures of open hazards.
import type { HeldMembership } from "../store/device.ts";
import type { FieldDatabase, KeptPicture } from "../store/field-database.ts";
import { storedLibrary, takeLibrary } from "../store/library-database.ts";
import { forgetScope } from "../store/local-state.ts";
import { rowsOf } from "../store/read-rows.ts";
import { keepSnapshot, takeSnapshot } from "../store/take-snapshot.ts";
import { acceptedIds } from "./outbox-store.ts";
import { pullLibrary, pullPicture, pullSnapshot } from "./server.ts";

export type PullResult = "done" | "unreachable" | "signedOut";

/** Memberships held now are pulled; one that is held no longer is removed, except what it did not send. */
export async function pullAll(db: FieldDatabase, memberships: readonly HeldMembership[]): Promise<PullResult> {
  for (const membership of memberships) {
    const result = await pullOne(db, membership);
    if (result !== "done") return result;
  }
  const held = new Set(memberships.map((one) => one.id));
  for (const { scope } of await db.snapshots.toArray()) if (!held.has(scope)) await forgetScope(db, scope);
  await db.meta.put({ name: "pulledAt", value: new Date().toISOString() });
  return "done";
}

async function pullOne(db: FieldDatabase, membership: HeldMembership): Promise<PullResult> {
  const accepted = await acceptedIds(db, membership.id);
  const known = await db.snapshots.get(membership.id);
  const answer = await pullSnapshot(membership.id, known?.answer);
  if (answer.kind === "unreachable") return "unreachable";
  if (answer.kind === "refused") return answer.status === 401 ? "signedOut" : "done";
  if (answer.value.unchanged) {
    await keepSnapshot(db, membership.id, answer.value.now, accepted);
    return "done";
  }
  await takeSnapshot(db, membership, answer.value, accepted);
  const have = (await storedLibrary())?.version ?? 0;
  return answer.value.libraryVersion > have ? refreshLibrary(have) : "done";
}

async function refreshLibrary(have: number): Promise<PullResult> {
  const answer = await pullLibrary(have);
  if (answer.kind !== "answered") return answer.kind === "unreachable" ? "unreachable" : "done";
  await takeLibrary(answer.value);
  return "done";
}

/** The first photo of each open hazard, to stand beside the camera without a signal. Answers how many were fetched. */
export async function pullPictures(db: FieldDatabase): Promise<number> {
  let fetched = 0;
  for (const { scope } of await db.snapshots.toArray()) {
    const open = (await rowsOf(db, scope, "hazards")).filter((one) => !["closed", "voided"].includes(one.status));
    const wanted = new Set(open.map((hazard) => hazard.id));
    const slots = await rowsOf(db, scope, "photoSlots", { state: "stored" });
    for (const slot of slots) {
      if (!slot.hazardId || !wanted.has(slot.hazardId)) continue;
      const kept: KeptPicture | undefined = await db.pictures.get([scope, slot.id]);
      if (kept) continue;
      const blob = await pullPicture(scope, slot.id, "thumb");
      if (!blob) return fetched;
      await db.pictures.put({ scope, slotId: slot.id, blob });
      fetched += 1;
    }
  }
  return fetched;
}
