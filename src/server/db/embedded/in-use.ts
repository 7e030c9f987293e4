// Who uses the running server: one small file per process. A command line beside the server shares its database, and the
// last one to leave stops it.
import { randomUUID } from "node:crypto";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "./lock-file.ts";

/** Notes this process as a user; the answer takes the note away again. */
export async function noteUse(folder: string): Promise<() => Promise<void>> {
  const note = join(folder, `${process.pid}-${randomUUID()}`);
  await writeFile(note, "");
  return () => rm(note, { force: true });
}

/** Whether any living process is still noted; notes of dead ones are swept. */
export async function isInUse(folder: string): Promise<boolean> {
  const notes = await readdir(folder);
  const dead = notes.filter((note) => !isAlive(Number(note.split("-")[0])));
  await Promise.all(dead.map((note) => rm(join(folder, note), { force: true })));
  return dead.length < notes.length;
}

/** Forgets everybody: a server that has just been started by us is used by nobody else yet. */
export async function forgetUses(folder: string): Promise<void> {
  const notes = await readdir(folder);
  await Promise.all(notes.map((note) => rm(join(folder, note), { force: true })));
}
