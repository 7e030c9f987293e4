// The tray of a visit: what was shot on the way and is sorted later. Each entry is a draft of its own, on the phone at once.
import { v7 as uuidv7 } from "uuid";
import type { Instant } from "#domain/calendar/local-date.ts";
import type { TakenPhoto } from "../photo/take-photo.ts";
import type { Draft, FieldDatabase } from "../store/field-database.ts";
import { type CaptureDraft, emptyCapture } from "./capture-draft.ts";

/** Photos that belong together, with a word and a place; later a hazard, or nothing with a reason. */
export interface TrayEntry {
  readonly id: string;
  readonly visitId: string;
  readonly photos: readonly TakenPhoto[];
  readonly words: string;
  readonly place: string;
  readonly voice: Blob | null;
  readonly at: Instant;
  readonly discardReason: string | null;
}

const keyOf = ({ visitId, id }: Pick<TrayEntry, "visitId" | "id">) => `tray/${visitId}/${id}`;

export function newEntry(visitId: string, photos: readonly TakenPhoto[], place: string): TrayEntry {
  const at = photos[0]?.takenAt ?? "";
  return { id: uuidv7(), visitId, photos, words: "", place, voice: null, at, discardReason: null };
}

/** All entries of a visit, discarded ones among them, in the order they were shot. */
export async function readTray(db: FieldDatabase, visitId: string): Promise<readonly TrayEntry[]> {
  const drafts = await db.drafts.where("id").startsWith(`tray/${visitId}/`).toArray();
  return drafts
    .map((draft) => draft.value as TrayEntry)
    .toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

/** A photo just shot, on the phone before anything else happens. */
export async function addEntry(db: FieldDatabase, entry: TrayEntry): Promise<void> {
  await db.drafts.put(draftOf(entry));
}

/** Changes entries as they stand now: those of `ids` still there go, what `make` makes of them comes, in one transaction. */
export async function remake(
  db: FieldDatabase,
  visitId: string,
  ids: readonly string[],
  make: (entries: readonly TrayEntry[]) => readonly TrayEntry[],
): Promise<void> {
  await db.transaction("rw", db.drafts, async () => {
    const entries = (await readTray(db, visitId)).filter((entry) => ids.includes(entry.id));
    await db.drafts.bulkDelete(entries.map(keyOf));
    await db.drafts.bulkPut(make(entries).map(draftOf));
  });
}

function draftOf(entry: TrayEntry): Draft {
  return { id: keyOf(entry), value: entry, savedAt: new Date().toISOString() };
}

/** Several entries as one: the first's place, everybody's words. */
export function merged(entries: readonly TrayEntry[]): TrayEntry | undefined {
  const [first] = entries;
  if (!first) return undefined;
  const words = entries.map((one) => one.words.trim()).filter((one) => one !== "");
  return {
    ...first,
    photos: entries.flatMap((one) => one.photos),
    words: [...new Set(words)].join("；"),
    place: entries.find((one) => one.place.trim() !== "")?.place ?? "",
    voice: entries.find((one) => one.voice)?.voice ?? null,
  };
}

/** One entry for each photo; word and voice stay with the first. */
export function split(entry: TrayEntry): readonly TrayEntry[] {
  return entry.photos.map((photo, index) =>
    index === 0
      ? { ...entry, photos: [photo] }
      : { ...newEntry(entry.visitId, [photo], entry.place), at: photo.takenAt },
  );
}

/** The entries become one hazard to be recorded: its draft is there as they leave the tray. Answers the draft's id. */
export async function toCapture(
  db: FieldDatabase,
  visitId: string,
  ids: readonly string[],
  place: string,
): Promise<string> {
  const draftId = uuidv7();
  await db.transaction("rw", db.drafts, async () => {
    const entries = (await readTray(db, visitId)).filter((entry) => ids.includes(entry.id));
    const whole = merged(entries);
    if (!whole) return;
    const draft: CaptureDraft = {
      ...emptyCapture(visitId, null, whole.place || place),
      photos: whole.photos,
      description: whole.words,
      voice: whole.voice,
      step: "mark",
    };
    await db.drafts.bulkDelete(entries.map(keyOf));
    await db.drafts.put({ id: `capture/${draftId}`, value: draft, savedAt: new Date().toISOString() });
  });
  return draftId;
}

/** A hazard begun and not recorded goes back into the tray. */
export async function backToTray(db: FieldDatabase, { draftId, draft }: UnfinishedCapture): Promise<void> {
  const entry = {
    ...newEntry(draft.visitId, draft.photos, draft.place),
    words: draft.description,
    voice: draft.voice ?? null,
  };
  await db.transaction("rw", db.drafts, async () => {
    await db.drafts.delete(`capture/${draftId}`);
    await db.drafts.put(draftOf(entry));
  });
}

export interface UnfinishedCapture {
  readonly draftId: string;
  readonly draft: CaptureDraft;
}

/** Hazards begun with a photo and never recorded. */
export async function unfinishedCaptures(db: FieldDatabase, visitId: string): Promise<readonly UnfinishedCapture[]> {
  const drafts = await db.drafts.where("id").startsWith("capture/").toArray();
  return drafts
    .map(({ id, value }) => ({ draftId: id.slice("capture/".length), draft: value as CaptureDraft }))
    .filter(({ draft }) => draft.visitId === visitId && draft.photos.length > 0);
}

/** How many entries and begun hazards a person has still to settle before the visit can be finished. */
export async function unsortedCount(db: FieldDatabase, visitId: string): Promise<number> {
  const entries = (await readTray(db, visitId)).filter((entry) => entry.discardReason === null);
  return entries.length + (await unfinishedCaptures(db, visitId)).length;
}

/** As `visit.finish` says it; nothing when nothing was thrown out. */
export function discardsOf(
  entries: readonly TrayEntry[],
): { readonly photos: number; readonly reasons: string } | null {
  const out = entries.filter((entry) => entry.discardReason !== null);
  if (out.length === 0) return null;
  const reasons = Map.groupBy(out, (entry) => entry.discardReason ?? "");
  const count = (ones: readonly TrayEntry[]) => ones.reduce((sum, one) => sum + one.photos.length, 0);
  const words = [...reasons].map(([reason, ones]) => `${reason}${count(ones)}张`).join("；");
  return { photos: count(out), reasons: words.slice(0, 1000) };
}

/** After the record is served nothing of the tray is needed any more. */
export async function clearTray(db: FieldDatabase, visitId: string): Promise<void> {
  await db.drafts.where("id").startsWith(`tray/${visitId}/`).delete();
}
