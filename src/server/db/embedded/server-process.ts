// One run of the PostgreSQL server: started, waited for until it answers, stopped.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { type FileHandle, open, readFile, rename, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { SERVER_ENVIRONMENT } from "./cluster.ts";
import { asUser, type ServerUser } from "./identity.ts";
import { isAlive, readLockFile } from "./lock-file.ts";
import { programOf } from "./platform.ts";
import { DatabaseUnavailable, reasonOf, USE_YOUR_OWN } from "./unavailable.ts";

export interface ServerStart {
  readonly native: string;
  readonly cluster: string;
  readonly port: number;
  readonly user: ServerUser | undefined;
  /** File the server's own messages go to: it outlives us, a pipe would not. */
  readonly log: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Why a start failed: `locked` and `portTaken` are worth another try, `broken` is not. */
export type StartOutcome =
  | { readonly state: "ready" }
  | { readonly state: "locked" | "portTaken" | "broken"; readonly output: string };

const FIXED_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  wal_level: "logical",
  shared_buffers: "256MB",
  max_wal_size: "4GB",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
};

const STARTING_TAKES_AT_MOST_MS = 5 * 60_000;
const LOG_GROWS_TO_BYTES = 10_000_000;
const STOPPING_TAKES_AT_MOST_MS = 60_000;

/** Starts the server and waits until it takes connections, or says why not. */
export async function startServer(start: ServerStart): Promise<StartOutcome> {
  const log = await openLog(start.log);
  try {
    const from = (await log.stat()).size;
    // Detached: a Ctrl-C at the terminal is for us; we stop the server when our own work is done.
    const child = spawn(programOf(start.native, "postgres"), serverArguments(start), {
      ...asUser(start.user),
      cwd: "/",
      env: SERVER_ENVIRONMENT,
      stdio: ["ignore", log.fd, log.fd],
      detached: true,
    });
    child.unref();
    await once(child, "spawn").catch((error: unknown) => {
      throw new DatabaseUnavailable(`PostgreSQL cannot be run: ${reasonOf(error)}. Put that right, ${USE_YOUR_OWN}`);
    });
    if (await becomesReady(child, start)) return { state: "ready" };
    return explain((await readFile(start.log)).subarray(from).toString("utf8"));
  } finally {
    await log.close();
  }
}

/** A log grown large is put aside once, so that it never fills the disk. */
async function openLog(path: string): Promise<FileHandle> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_GROWS_TO_BYTES) await rename(path, `${path}.1`);
  return open(path, "a", 0o600);
}

function serverArguments(start: ServerStart): string[] {
  const settings = { ...FIXED_SETTINGS, ...start.settings, port: String(start.port) };
  return ["-D", start.cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** The server notes "ready" in its lock file once it takes connections; after a crash it first repairs itself. */
async function becomesReady(child: ChildProcess, start: ServerStart): Promise<boolean> {
  const giveUpAt = Date.now() + STARTING_TAKES_AT_MOST_MS;
  while (child.exitCode === null && child.signalCode === null) {
    const lock = await readLockFile(start.cluster);
    if (lock?.ready && lock.pid === child.pid && lock.port === start.port) return true;
    if (Date.now() > giveUpAt) {
      child.kill("SIGINT");
      return false;
    }
    await sleep(10);
  }
  return false;
}

function explain(output: string): StartOutcome {
  if (/lock file "postmaster\.pid" already exists|shared memory block .* is still in use/.test(output))
    return { state: "locked", output };
  if (/could not bind|could not create any TCP\/IP sockets/.test(output)) return { state: "portTaken", output };
  return { state: "broken", output };
}

/** Asks the server to close its connections and write everything down, and waits until it has. */
export async function stopServer(native: string, cluster: string, pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  interrupt(native, pid);
  const giveUpAt = Date.now() + STOPPING_TAKES_AT_MOST_MS;
  // The lock file goes last of all; a process that nobody collects may still look alive after that.
  while (isAlive(pid) && (await readLockFile(cluster))?.pid === pid) {
    if (Date.now() > giveUpAt) {
      throw new DatabaseUnavailable(
        `The database server (process ${pid}) has not stopped within a minute. It holds the folder ${cluster}.`,
      );
    }
    await sleep(10);
  }
}

function interrupt(native: string, pid: number): void {
  // Windows knows no signals; there Node would simply end the process.
  if (process.platform === "win32")
    spawnSync(programOf(native, "pg_ctl"), ["kill", "INT", String(pid)], { stdio: "ignore" });
  else process.kill(pid, "SIGINT");
}
