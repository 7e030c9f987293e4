// `start`: `npm start` on an existing data folder, from the command to the first "ready", and the memory of all processes
// together. The folder holds a subdistrict and was closed in order, as by a restart of the machine.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { movableClock } from "#server/clock.ts";
import { readLockFile } from "#server/db/embedded/lock-file.ts";
import { openInstance } from "#server/instance.ts";
import { openBenchDatabase } from "./bench-database.ts";
import { makeTenant } from "./bench-subdistricts.ts";
import { say } from "./machine-facts.ts";
import { median, short } from "./median.ts";
import { memoryOfTree } from "./process-memory.ts";

const STARTS = 5;
const GIVES_UP_AFTER_MS = 60_000;
const ROOT = fileURLToPath(new URL("..", import.meta.url));

export async function run(): Promise<object> {
  const database = await openBenchDatabase();
  try {
    say("making a data folder with a subdistrict …");
    const clock = movableClock("2026-04-13T00:30:00.000Z");
    const instance = await openInstance({ dataDir: database.folder, publicUrl: "http://127.0.0.1", clock });
    await makeTenant(instance.services, 1, { enterprises: 143, experts: 4, communities: 12 });
    await instance.close();
    await database.stop();
    const starts: { seconds: number; megabytes: number | undefined }[] = [];
    for (let count = 0; count < STARTS; count += 1) starts.push(await startOnce(database.folder));
    return figures(starts);
  } finally {
    await database.close();
  }
}

async function startOnce(dataDir: string) {
  const port = await freePort();
  const started = performance.now();
  const child = spawn("npm", ["start", "--silent"], {
    cwd: ROOT,
    env: { ...process.env, BIHUAN_DATA: dataDir, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  await becomesReady(child, port);
  const seconds = (performance.now() - started) / 1000;
  const megabytes = await memoryOfTree(child.pid ?? 0, dataDir);
  const gone = once(child, "exit");
  // npm passes no signal on; all of its group is told.
  process.kill(-(child.pid ?? 0), "SIGTERM");
  await gone;
  await databaseStopped(dataDir);
  return { seconds, megabytes };
}

async function becomesReady(child: ChildProcess, port: number): Promise<void> {
  const giveUpAt = performance.now() + GIVES_UP_AFTER_MS;
  while (performance.now() < giveUpAt && child.exitCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await sleep(10);
  }
  throw new Error("npm start did not become ready");
}

/** The next start must find a database that was closed in order. */
async function databaseStopped(dataDir: string): Promise<void> {
  for (let tries = 0; tries < 500 && (await readLockFile(`${dataDir}/cluster`)); tries += 1) await sleep(20);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || !address) throw new Error("no free port");
  return address.port;
}

function figures(starts: readonly { seconds: number; megabytes: number | undefined }[]) {
  return {
    ratio: short(median(starts.map(({ seconds }) => seconds)) / 5, 3),
    wanted: { secondsAtMost: 5 },
    unit: "seconds",
    ours: short(median(starts.map(({ seconds }) => seconds)), 3),
    all: starts.map(({ seconds }) => short(seconds, 3)),
    memoryOfAllProcessesMb: median(starts.map(({ megabytes }) => megabytes ?? Number.NaN)),
  };
}
