// Starts the embedded PostgreSQL, or joins one that already runs on the same data folder. Nothing needs to be set up, and
// whatever stands in the way is said in a sentence that tells what to do.
import { realpath } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { createCluster, hasCluster, takeOverCluster } from "./cluster.ts";
import {
  ADMIN_ROLE,
  APP_ROLE,
  type Credentials,
  changePort,
  OWNER_ROLE,
  openCredentials,
  openPort,
  urlOf,
} from "./credentials.ts";
import { type DataFolder, openDataFolder } from "./data-folder.ts";
import { forgetUses, isInUse, noteUse } from "./in-use.ts";
import { isAlive, type LockFile, readLockFile } from "./lock-file.ts";
import { prepareNativeFolder } from "./native-folder.ts";
import { findClusterAt, prepareDatabase } from "./roles.ts";
import { startServer, stopServer } from "./server-process.ts";
import { codeOf, DatabaseUnavailable, USE_YOUR_OWN } from "./unavailable.ts";
import { watchServer } from "./watch.ts";

export interface EmbeddedOptions {
  /** Folder of the database; made when absent. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Server settings beside our own, for tests and measurements. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** True when the server was already running and this process joined it. */
  readonly attached: boolean;
  /** Leaves the server, and stops it unless another process still uses it. */
  stop(): Promise<void>;
}

interface Running {
  readonly pid: number;
  readonly port: number;
  readonly attached: boolean;
}

const RETRY_EVERY_MS = 100;
const RETRY_FOR_MS = 10_000;
const PORTS_TO_TRY = 5;
const WRONG_PASSWORD = "28P01";

export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = await openDataFolder(options.dataDir, options.log);
  const exists = await hasCluster(folder);
  const credentials = await openCredentials(folder, exists);
  const native = await prepareNativeFolder(folder, options.log);
  if (exists) {
    await takeOverCluster(folder);
  } else {
    options.log("Making a new database …");
    await createCluster(folder, native, { role: ADMIN_ROLE, password: credentials.admin });
  }
  const running = await attachOrStart(folder, native, credentials, options);
  const leave = await noteUse(folder.inUse);
  const watch = watchServer(
    () => isUp(folder),
    () => revive(folder, native, running.port, options),
    options.log,
  );
  const stop = async () => {
    await watch.stop();
    await leave();
    const lock = await readLockFile(folder.cluster);
    if (lock && !(await isInUse(folder.inUse))) await stopServer(native, folder.cluster, lock.pid);
  };
  await prepareDatabase(credentials, running.port).catch(async (error: unknown) => {
    await stop();
    throw explainRefusal(folder, error);
  });
  if (running.attached) options.log(`Joined the database server that was already running (process ${running.pid}).`);
  return {
    ownerUrl: urlOf(OWNER_ROLE, credentials.owner, running.port),
    appUrl: urlOf(APP_ROLE, credentials.app, running.port),
    attached: running.attached,
    stop,
  };
}

async function isUp(folder: DataFolder): Promise<boolean> {
  const lock = await readLockFile(folder.cluster);
  return lock !== undefined && isAlive(lock.pid);
}

/** Starts a server that was killed, on the port everybody connects to. Processes of the dead one may need a moment to end. */
async function revive(folder: DataFolder, native: string, port: number, options: EmbeddedOptions): Promise<void> {
  const giveUpAt = Date.now() + RETRY_FOR_MS;
  const { cluster, user, log } = folder;
  for (;;) {
    const outcome = await startServer({ native, cluster, port, user, log, settings: options.settings });
    // "locked" may also mean that another process that uses the server was quicker.
    if (outcome.state === "ready" || (outcome.state === "locked" && (await isUp(folder)))) return;
    if (outcome.state === "broken" || Date.now() > giveUpAt) throw await explainFailure(folder, outcome.output);
    await sleep(RETRY_EVERY_MS);
  }
}

async function attachOrStart(
  folder: DataFolder,
  native: string,
  credentials: Credentials,
  options: EmbeddedOptions,
): Promise<Running> {
  const giveUpAt = Date.now() + RETRY_FOR_MS;
  let portsTried = 0;
  let port = await openPort(folder);
  for (;;) {
    const found = await findRunning(folder, credentials);
    if (found) return { ...found, attached: true };
    await forgetUses(folder.inUse);
    const outcome = await startServer({
      native,
      cluster: folder.cluster,
      port,
      user: folder.user,
      log: folder.log,
      settings: options.settings,
    });
    if (outcome.state === "ready") return { ...(await getLockFile(folder)), attached: false };
    if (outcome.state === "portTaken" && ++portsTried < PORTS_TO_TRY) {
      port = await changePort(folder);
    } else if (outcome.state === "locked" && Date.now() < giveUpAt) {
      await sleep(RETRY_EVERY_MS);
    } else {
      throw await explainFailure(folder, outcome.output);
    }
  }
}

/** The server that runs on our folder and answers to our password; one that is still starting is waited for. */
async function findRunning(folder: DataFolder, credentials: Credentials): Promise<LockFile | undefined> {
  const giveUpAt = Date.now() + RETRY_FOR_MS;
  for (;;) {
    const lock = await readLockFile(folder.cluster);
    if (!lock || !isAlive(lock.pid)) return undefined;
    if (lock.ready && (await answersForUs(folder, credentials, lock.port))) return lock;
    // "ready" without an answer is the leftover of a killed server; anything else is one on its way up or down.
    if (lock.ready || Date.now() > giveUpAt) return undefined;
    await sleep(RETRY_EVERY_MS);
  }
}

async function answersForUs(folder: DataFolder, credentials: Credentials, port: number): Promise<boolean> {
  const cluster = await findClusterAt(credentials, port);
  return cluster !== undefined && (await realpath(cluster)) === (await realpath(folder.cluster));
}

async function getLockFile(folder: DataFolder): Promise<LockFile> {
  const lock = await readLockFile(folder.cluster);
  if (lock) return lock;
  throw new DatabaseUnavailable(
    `The database server stopped right after its start. What it said stands in ${folder.log}.`,
  );
}

function explainRefusal(folder: DataFolder, error: unknown): unknown {
  if (codeOf(error) !== WRONG_PASSWORD) return error;
  return new DatabaseUnavailable(
    `The passwords in ${folder.credentials} are not those of the database in ${folder.cluster}. Put back the file that belongs to it from your backup.`,
  );
}

async function explainFailure(folder: DataFolder, output: string): Promise<DatabaseUnavailable> {
  const lock = await readLockFile(folder.cluster);
  const tail = output.trim().split("\n").slice(-8).join("\n");
  const cause =
    lock && isAlive(lock.pid)
      ? `Process ${lock.pid} holds the database folder ${folder.cluster} but does not answer. End that process, then start again`
      : `The database server in ${folder.cluster} could not be started. Put right what it names below`;
  return new DatabaseUnavailable(
    `${cause}, ${USE_YOUR_OWN}\nPostgreSQL says (all of it in ${folder.log}):\n${tail || "(nothing)"}`,
  );
}
