// The PostgreSQL programs as they can really be run here: from the npm package, or from a copy in the data area when
// the package lies in a folder that is closed to the server's user or cannot be completed.
import { randomUUID } from "node:crypto";
import { cp, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { DataFolder } from "./data-folder.ts";
import { canReach } from "./identity.ts";
import { completeSymlinks, findMissingSymlinks, findNativeFolder, programOf } from "./platform.ts";
import { codeOf } from "./unavailable.ts";

/** A complete PostgreSQL folder that the server's user can run. */
export async function prepareNativeFolder(
  folder: DataFolder,
  log: (line: string) => void,
  installed = findNativeFolder(),
): Promise<string> {
  if (canReach(programOf(installed, "postgres"), folder.user) && (await tryComplete(installed))) return installed;
  const copy = join(folder.area, `native-${await readVersion(installed)}`);
  if (!(await isThere(copy))) {
    log("Copying the bundled PostgreSQL into the data folder (60 MB, once) …");
    await copyWhole(installed, copy);
  }
  return copy;
}

/** Makes the symlinks the install script would have made; false when the folder may not be written. */
async function tryComplete(native: string): Promise<boolean> {
  if ((await findMissingSymlinks(native)).length === 0) return true;
  try {
    await completeSymlinks(native);
    return true;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes(codeOf(error) ?? "")) return false;
    throw error;
  }
}

async function readVersion(native: string): Promise<string> {
  const text = await readFile(join(native, "..", "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** Copies under another name first, so that a copy broken off half-way is never taken for a whole one. */
async function copyWhole(native: string, copy: string): Promise<void> {
  const unfinished = `${copy}.${randomUUID()}`;
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await completeSymlinks(unfinished);
  await rename(unfinished, copy).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await isThere(copy))) throw error;
  });
}

async function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
