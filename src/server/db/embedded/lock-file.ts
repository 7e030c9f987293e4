// Reads postmaster.pid, the file by which a running server says who it is and where it answers. We never delete it:
// the next server does so itself once it is sure that the old one is gone.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "./unavailable.ts";

export interface LockFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** What postmaster.pid says, if there is one and it is written to the end. */
export async function readLockFile(cluster: string): Promise<LockFile | undefined> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
  });
  return text === undefined ? undefined : parseLockFile(text);
}

/** Lines: pid, data folder, start time, port, socket folder, address, shared memory, state. */
export function parseLockFile(text: string): LockFile | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return undefined;
  return { pid, port, ready: lines[7] === "ready" };
}

/** Whether a process exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
