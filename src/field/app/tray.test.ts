import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import type { TakenPhoto } from "../photo/take-photo.ts";
import { readDraft } from "../store/drafts.ts";
import { FieldDatabase } from "../store/field-database.ts";
import type { CaptureDraft } from "./capture-draft.ts";
import {
  addEntry,
  backToTray,
  discardsOf,
  merged,
  newEntry,
  readTray,
  remake,
  split,
  type TrayEntry,
  toCapture,
  unfinishedCaptures,
  unsortedCount,
} from "./tray.ts";

const VISIT = "visit";
let db: FieldDatabase;
let account = 0;

beforeEach(() => {
  account += 1;
  db = new FieldDatabase(`tray-${account}`);
});

function photo(slotId: string, minute: number): TakenPhoto {
  const takenAt = `2026-11-23T01:${String(minute).padStart(2, "0")}:00.000Z`;
  return { slotId, original: new Blob(["o"]), upright: new Blob(["u"]), marks: [], takenAt, source: "camera" };
}

async function shot(slotId: string, minute: number, words = ""): Promise<TrayEntry> {
  const entry = { ...newEntry(VISIT, [photo(slotId, minute)], "车间"), words };
  await addEntry(db, entry);
  return entry;
}

const slots = (entries: readonly TrayEntry[]) => entries.map((entry) => entry.photos.map((one) => one.slotId));

test("what is shot is there in its order, for its own visit only", async () => {
  await shot("b", 2);
  await shot("a", 1);
  await addEntry(db, newEntry("other", [photo("c", 0)], ""));
  expect(slots(await readTray(db, VISIT))).toEqual([["a"], ["b"]]);
  expect(await unsortedCount(db, VISIT)).toBe(2);
});

test("put together and taken apart, no photo is lost or doubled", async () => {
  const entries = [await shot("a", 1, "皮带"), await shot("b", 2, "没罩"), await shot("c", 3)];
  const ids = entries.map((entry) => entry.id);
  await remake(db, VISIT, ids, (found) => [merged(found)].flatMap((one) => one ?? []));
  const [whole] = await readTray(db, VISIT);
  expect(slots(await readTray(db, VISIT))).toEqual([["a", "b", "c"]]);
  expect(whole?.words).toBe("皮带；没罩");
  await remake(db, VISIT, [whole?.id ?? ""], (found) => found.flatMap(split));
  expect(slots(await readTray(db, VISIT))).toEqual([["a"], ["b"], ["c"]]);
});

test("an entry that became a hazard is not put back by a word that comes late", async () => {
  const entry = await shot("a", 1);
  await toCapture(db, VISIT, [entry.id], "");
  await remake(db, VISIT, [entry.id], (found) => found.map((one) => ({ ...one, words: "晚了" })));
  expect(await readTray(db, VISIT)).toEqual([]);
});

test("a begun hazard counts as unsorted, can be gone on with and goes back whole", async () => {
  const entries = [await shot("a", 1, "皮带没罩"), await shot("b", 2)];
  const draftId = await toCapture(
    db,
    VISIT,
    entries.map((entry) => entry.id),
    "",
  );
  const draft = await readDraft<CaptureDraft>(db, `capture/${draftId}`);
  expect(draft).toMatchObject({ visitId: VISIT, description: "皮带没罩", place: "车间", step: "mark" });
  expect(await unsortedCount(db, VISIT)).toBe(1);
  const [begun] = await unfinishedCaptures(db, VISIT);
  if (!begun) throw new Error("the begun hazard is listed");
  await backToTray(db, begun);
  expect(slots(await readTray(db, VISIT))).toEqual([["a", "b"]]);
  expect(await unfinishedCaptures(db, VISIT)).toEqual([]);
});

test("what is thrown out counts by its reason and is unsorted no more", async () => {
  const entries = [await shot("a", 1), await shot("b", 2), await shot("c", 3)];
  const reasons = new Map([
    [entries[0]?.id, "拍糊了"],
    [entries[1]?.id, "拍糊了"],
  ]);
  await remake(
    db,
    VISIT,
    entries.map((entry) => entry.id),
    (found) => found.map((one) => ({ ...one, discardReason: reasons.get(one.id) ?? null })),
  );
  expect(discardsOf(await readTray(db, VISIT))).toEqual({ photos: 2, reasons: "拍糊了2张" });
  expect(await unsortedCount(db, VISIT)).toBe(1);
});
