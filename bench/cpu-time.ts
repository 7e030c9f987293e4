// Processor time of a process and all below it, as Linux keeps it. Where a neighbour is busy, wall time tells of the neighbour
// and processor time of us.
import { readdir, readFile } from "node:fs/promises";

const TICK_MS = 10;

/** Milliseconds used so far by this process and those it started; undefined where /proc is not. */
export async function cpuTimeOf(root: number): Promise<number | undefined> {
  const stats = await readAll().catch(() => undefined);
  if (!stats) return undefined;
  const below = new Set([root]);
  // A child's number may be smaller than its parent's, so look until nobody new is found.
  for (let before = 0; before !== below.size; ) {
    before = below.size;
    for (const { pid, parent } of stats) if (below.has(parent)) below.add(pid);
  }
  return stats.filter(({ pid }) => below.has(pid)).reduce((sum, { ticks }) => sum + ticks * TICK_MS, 0);
}

async function readAll() {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  return lines.filter(Boolean).map((line) => {
    // The program's name stands in brackets and may hold spaces; what follows is numbers.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return {
      pid: Number.parseInt(line, 10),
      parent: Number(fields[1]),
      ticks: Number(fields[11]) + Number(fields[12]),
    };
  });
}
