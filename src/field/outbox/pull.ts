// Pulls the new truth of every membership, the library when it has a newer version, and pictures of open hazards.
import type { HeldMembership } from "../store/device.ts";
import type { FieldDatabase } from "../store/field-database.ts";
import { storedLibrary } from "../store/library-database.ts";
import { forgetScope } from "../store/local-state.ts";
import { rowsOf } from "../store/read-rows.ts";
import { takeLibrary } from "../store/take-library.ts";
import { keepSnapshot, takeSnapshot } from "../store/take-snapshot.ts";
import { tellHoldings } from "./holdings.ts";
import { acceptedIds } from "./outbox-store.ts";
import { pullLibrary, pullOutboxKey, pullPicture, pullSnapshot } from "./server.ts";

export type PullResult = "done" | "unreachable" | "signedOut";

/** Memberships held now are pulled; one that is held no longer is removed, except what it did not send. */
export async function pullAll(db: FieldDatabase, memberships: readonly HeldMembership[]): Promise<PullResult> {
  for (const membership of memberships) {
    const result = await pullOne(db, membership);
    if (result !== "done") return result;
  }
  const held = new Set(memberships.map((one) => one.id));
  for (const scope of await db.snapshots.toCollection().primaryKeys())
    if (!held.has(scope)) await forgetScope(db, scope);
  await keepSealKey(db);
  await tellHoldings(db, memberships, Date.now());
  await db.meta.put({ name: "pulledAt", value: new Date().toISOString() });
  return "done";
}

const SEAL_KEY = "sealKey";

/** Fetched while there is a signal: unsent work leaves as a file just when there is none. */
async function keepSealKey(db: FieldDatabase): Promise<void> {
  if (await sealKeyOf(db)) return;
  const answer = await pullOutboxKey();
  if (answer.kind === "answered") await db.meta.put({ name: SEAL_KEY, value: answer.value.key });
}

/** Undefined on a phone that has not pulled since it can export. */
export async function sealKeyOf(db: FieldDatabase): Promise<string | undefined> {
  const value = (await db.meta.get(SEAL_KEY))?.value;
  return typeof value === "string" ? value : undefined;
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
  // Taken on this phone and still here, or fetched before: nothing to fetch.
  const here = new Set<unknown>(await db.photos.orderBy("slotId").uniqueKeys());
  for (const key of await db.pictures.orderBy("slotId").uniqueKeys()) here.add(key);
  for (const scope of await db.snapshots.toCollection().primaryKeys()) {
    const open = (await rowsOf(db, scope, "hazards")).filter((one) => !["closed", "voided"].includes(one.status));
    const wanted = new Set(open.map((hazard) => hazard.id));
    const slots = await rowsOf(db, scope, "photoSlots", { state: "stored" });
    for (const slot of slots) {
      if (!slot.hazardId || !wanted.has(slot.hazardId) || here.has(slot.id)) continue;
      const blob = await pullPicture(scope, slot.id, "thumb");
      if (blob === "unreachable") return fetched;
      // One lost picture keeps no other from coming.
      if (blob === "missing") continue;
      await db.pictures.put({ scope, slotId: slot.id, blob });
      fetched += 1;
    }
  }
  return fetched;
}
