// Tells the server what this phone still holds of each visit that goes on, and keeps what the visit's other phones said last.
import type { Holding, OwnHolding } from "#api/holdings.ts";
import type { HeldMembership } from "../store/device.ts";
import type { FieldDatabase } from "../store/field-database.ts";
import { commandsIn } from "../store/local-state.ts";
import { rowsOf } from "../store/read-rows.ts";
import { exchangeHoldings } from "./server.ts";

const UNSENT = ["waiting", "refused", "conflict"] as const;
const AGAIN_AFTER_MS = 4 * 60_000;
const MOST_VISITS = 50;

/** What other phones said, and when this phone heard it last. */
export interface Heard {
  readonly at: string;
  readonly others: readonly Holding[];
}

const heardKey = (scope: string) => `othersHold/${scope}`;
const saidKey = (scope: string) => `saidHeld/${scope}`;

/** Nothing is said again that was said a short while ago, unless somebody asks. What fails is said with the next turn. */
export async function tellHoldings(
  db: FieldDatabase,
  memberships: readonly HeldMembership[],
  now: number,
  isAsked = false,
): Promise<void> {
  for (const { id: scope } of memberships) {
    const visits = await heldOf(db, scope);
    const words = JSON.stringify(visits);
    const said = Object((await db.meta.get(saidKey(scope)))?.value);
    const isRecent = Math.abs(now - Number(said.at)) < AGAIN_AFTER_MS;
    if (visits.length === 0 || (!isAsked && said.words === words && isRecent)) continue;
    const answer = await exchangeHoldings(scope, visits);
    if (answer.kind !== "answered") return;
    const heard: Heard = { at: answer.value.now, others: answer.value.others };
    await db.meta.bulkPut([
      { name: saidKey(scope), value: { words, at: now } },
      { name: heardKey(scope), value: heard },
    ]);
  }
}

/** What this phone last heard of other phones; undefined before it ever heard. */
export async function heardOthers(db: FieldDatabase, scope: string): Promise<Heard | undefined> {
  // Written above and by nobody else.
  return (await db.meta.get(heardKey(scope)))?.value as Heard | undefined;
}

/** Of each visit that goes on, what has not left this phone. */
export async function heldOf(db: FieldDatabase, scope: string): Promise<OwnHolding[]> {
  const visits = await rowsOf(db, scope, "visits", { status: "started" });
  if (visits.length === 0) return [];
  const unsent = await commandsIn(db, UNSENT);
  const waiting = await db.photos.where("state").equals("waiting").toArray();
  const slots = await rowsOf(db, scope, "photoSlots");
  const visitOfSlot = new Map(slots.map((slot) => [slot.id, slot.visitId]));
  return Promise.all(
    visits.slice(0, MOST_VISITS).map(async ({ id: visitId }) => ({
      visitId,
      commands: unsent.filter((one) => one.visitId === visitId).length,
      photos: new Set(waiting.map((one) => one.slotId).filter((slot) => visitOfSlot.get(slot) === visitId)).size,
      unsorted: await db.drafts.where("id").startsWith(`tray/${visitId}/`).count(),
    })),
  );
}

/** Photos of a visit that the server expects and this phone does not hold: another phone has them. */
export async function photosElsewhere(db: FieldDatabase, scope: string, visitId: string): Promise<number> {
  const expected = await rowsOf(db, scope, "photoSlots", { visitId, state: "expected" });
  const here = await db.photos.bulkGet(expected.map((slot): [string, string] => [scope, slot.sha256]));
  return here.filter((one) => one === undefined).length;
}
