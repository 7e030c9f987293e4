// Memory of a process, all below it and the database that works on a folder, without counting shared pages twice (Linux).
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readLockFile } from "#server/db/embedded/lock-file.ts";

/** Proportional set size in megabytes; undefined where /proc does not tell. */
export async function memoryOfTree(root: number, dataDir: string): Promise<number | undefined> {
  const postmaster = (await readLockFile(join(dataDir, "cluster")))?.pid;
  const parents = await parentsOf().catch(() => undefined);
  if (!parents) return undefined;
  const found = new Set(postmaster ? [root, postmaster] : [root]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  const kilobytes = await Promise.all([...found].map(proportionalSize));
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
}

async function parentsOf(): Promise<Map<number, number>> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  const parentIn = (line: string) => Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[1]);
  return new Map(stats.filter(Boolean).map((line) => [Number.parseInt(line, 10), parentIn(line)]));
}

async function proportionalSize(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0);
}
