// The demonstration's own data folder. Nothing is ever removed from a folder that does not say it is one.
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { removeDataFolder } from "#server/db/embedded/data-folder.ts";

export interface DemoFolder {
  readonly path: string;
  /** The story's last day; undefined when it has still to be played. */
  readonly playedUntil: string | undefined;
  remember(playedUntil: string): Promise<void>;
}

const markSchema = z.object({ demonstration: z.literal(true), playedUntil: z.iso.date().optional() });
const MARK = "demonstration.json";

/** Opens the folder; `fresh`, or a story that was not finished, empties it first. */
export async function openDemoFolder(path: string, fresh: boolean): Promise<DemoFolder> {
  const file = join(path, MARK);
  const mark = existsSync(file) ? markSchema.parse(JSON.parse(await readFile(file, "utf8"))) : undefined;
  const isForeign = !mark && existsSync(path) && (await readdir(path)).length > 0;
  if (isForeign) throw new Error(`${path} holds something that is no demonstration. Move it away first.`);
  const playedUntil = fresh ? undefined : mark?.playedUntil;
  if (mark && playedUntil === undefined) await removeDataFolder(path);
  await mkdir(path, { recursive: true });
  const write = (until?: string) =>
    writeFile(file, `${JSON.stringify({ demonstration: true, ...(until ? { playedUntil: until } : {}) })}\n`);
  await write(playedUntil);
  return { path, playedUntil, remember: write };
}

/** A folder beside, of a name not used for another day: the new story grows there until it takes the old one's place. */
export function besideFor(path: string, until: string): string {
  return `${path}.until-${until}`;
}

/** What a telling that was broken off left beside. */
export async function removeBeside(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    const isLeft = name.startsWith(`${basename(path)}.until-`) && existsSync(join(folder, name, MARK));
    if (isLeft) await removeDataFolder(join(folder, name));
  }
}
