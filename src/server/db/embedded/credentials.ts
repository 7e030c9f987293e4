// The passwords of the embedded database and its port. Passwords are made once, by chance, and kept in a file that only
// this process's user may read; the port may change from start to start.
import { randomBytes, randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { z } from "zod";
import type { DataFolder } from "./data-folder.ts";
import { codeOf, DatabaseUnavailable } from "./unavailable.ts";

export const DATABASE = "bihuan";
export const ADMIN_ROLE = "bihuan_admin";
export const OWNER_ROLE = "bihuan_owner";
export const APP_ROLE = "bihuan_app";

const credentialsSchema = z.object({ admin: z.string(), owner: z.string(), app: z.string() });
export type Credentials = z.infer<typeof credentialsSchema>;

/** Reads the passwords; makes them when there is no database yet that would need the old ones. */
export async function openCredentials(folder: DataFolder, databaseExists: boolean): Promise<Credentials> {
  const kept = await readCredentials(folder.credentials);
  if (kept) return kept;
  if (databaseExists) {
    throw new DatabaseUnavailable(
      `The database in ${folder.cluster} is there, but the file with its passwords, ${folder.credentials}, is not. ` +
        "Put that file back from your backup, or move the whole data folder away to begin with an empty database.",
    );
  }
  await createOnce(
    folder.credentials,
    JSON.stringify({ admin: password(), owner: password(), app: password() }, undefined, 2),
  );
  return openCredentials(folder, true);
}

async function readCredentials(path: string): Promise<Credentials | undefined> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
  });
  if (text === undefined) return undefined;
  try {
    return credentialsSchema.parse(JSON.parse(text));
  } catch {
    throw new DatabaseUnavailable(
      `The file with the database's passwords, ${path}, is damaged. Put it back from your backup.`,
    );
  }
}

/** Writes a whole file or none; of two processes that start together, the second one reads what the first one wrote. */
async function createOnce(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  await link(draft, path).catch((error: unknown) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
  await rm(draft);
}

function password(): string {
  return randomBytes(24).toString("base64url");
}

/** Connection address of a role on this machine. */
export function urlOf(role: string, secret: string, port: number, database: string = DATABASE): string {
  return `postgres://${role}:${secret}@127.0.0.1:${port}/${database}`;
}

/** The port used last time, or a free one. */
export async function openPort(folder: DataFolder): Promise<number> {
  const text = await readFile(folder.port, "utf8").catch(() => "");
  const port = Number(text.trim());
  return Number.isInteger(port) && port > 1023 && port < 65536 ? port : changePort(folder);
}

/** Takes a free port and keeps it. */
export async function changePort(folder: DataFolder): Promise<number> {
  const port = await findFreePort();
  await writeFile(folder.port, `${port}\n`);
  return port;
}

/** A port of this machine that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer().once("error", reject);
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    server.close(() =>
      typeof address === "object" && address ? resolve(address.port) : reject(new Error("no free port")),
    );
  });
  return promise;
}
