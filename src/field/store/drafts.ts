// Half-made forms, kept at every step so that a reload loses nothing. A draft is no fact: facts are commands.
import type { Draft, FieldDatabase } from "./field-database.ts";

export async function readDraft<T extends object>(db: FieldDatabase, id: string): Promise<T | undefined> {
  const draft: Draft | undefined = await db.drafts.get(id);
  // Each kind of draft has one id prefix and one form that writes it.
  return draft?.value as T | undefined;
}

export async function saveDraft(db: FieldDatabase, id: string, value: object): Promise<void> {
  await db.drafts.put({ id, value, savedAt: new Date().toISOString() });
}

export async function dropDraft(db: FieldDatabase, id: string): Promise<void> {
  await db.drafts.delete(id);
}
