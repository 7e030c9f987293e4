// The server under fault: a process on its own data folder with its embedded database, started again after every kill.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readLockFile } from "#server/db/embedded/lock-file.ts";
import { type ServerProcess, startServerProcess } from "../bench/server-process.ts";

export const VICTIMS = ["server", "postmaster", "backend"] as const;
export type Victim = (typeof VICTIMS)[number];

export interface KilledServer {
  /** Where it answers now. */
  readonly address: string;
  /** Ends one of its processes without a word; a killed server is started again before this returns. */
  kill(victim: Victim): Promise<void>;
  stop(): Promise<void>;
}

export async function startKilledServer(dataDir: string, startsAt: string): Promise<KilledServer> {
  const start = () => startServerProcess({ dataDir, startsAt, works: true, quiet: true });
  let running: ServerProcess = await start();
  return {
    get address() {
      return running.address;
    },
    async kill(victim) {
      if (victim !== "server") return killDatabase(dataDir, victim);
      running.child.kill("SIGKILL");
      running = await start();
    },
    stop: () => running.stop(),
  };
}

async function killDatabase(dataDir: string, victim: "postmaster" | "backend"): Promise<void> {
  const postmaster = (await readLockFile(join(dataDir, "cluster")))?.pid;
  if (!postmaster) throw new Error("no database server is running");
  const target = victim === "postmaster" ? postmaster : await findBackend(postmaster);
  if (target) process.kill(target, "SIGKILL");
}

/** A process of the database that serves a connection of ours. */
async function findBackend(postmaster: number): Promise<number | undefined> {
  const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, "utf8").catch(() => "");
  const pids = children ? children.trim().split(" ").map(Number) : await childrenOf(postmaster);
  for (const pid of pids.reverse()) {
    const title = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (title.includes("bihuan_app")) return pid;
  }
  return undefined;
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  return pids.filter((_, index) => stats[index]?.split(") ")[1]?.split(" ")[1] === String(parent));
}
