// Makes the cluster: the folder of files that a PostgreSQL server works on. Encoding and locale are always given, because
// an empty LANG would silently make a database that cannot search Chinese text.

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { lchown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type DataFolder, giveToServer } from "./data-folder.ts";
import { asUser, type ServerUser } from "./identity.ts";
import { programOf } from "./platform.ts";
import { codeOf, DatabaseUnavailable, USE_YOUR_OWN } from "./unavailable.ts";

const MAJOR_VERSION = "18";

/** Environment of every PostgreSQL program we start: nothing of PG*, LANG or LD_* may reach it. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  LC_ALL: "C",
  TZ: "UTC",
};

/** Whether there is a database in the folder; refuses what is there but is not ours. */
export async function hasCluster(folder: DataFolder): Promise<boolean> {
  await refuseForeignFolder(dirname(folder.credentials));
  const entries = await list(folder.cluster);
  if (entries.length === 0) return false;
  const version = await readFile(join(folder.cluster, "PG_VERSION"), "utf8").catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
  });
  if (version === undefined) {
    throw new DatabaseUnavailable(
      `The folder ${folder.cluster} holds files, but they are no database. Move them away, or choose another data folder by BIHUAN_DATA.`,
    );
  }
  if (version.trim() !== MAJOR_VERSION) {
    throw new DatabaseUnavailable(
      `The database in ${folder.cluster} was made by PostgreSQL ${version.trim()}; this version of Bihuan brings PostgreSQL ${MAJOR_VERSION}. ` +
        "Export it with the version of Bihuan that made it, then restore it here into an empty data folder.",
    );
  }
  return true;
}

async function refuseForeignFolder(root: string): Promise<void> {
  if (!(await list(root)).includes("PG_VERSION")) return;
  throw new DatabaseUnavailable(
    `The data folder ${root} is itself a PostgreSQL database of another program. Choose an empty data folder by BIHUAN_DATA.`,
  );
}

async function list(path: string): Promise<string[]> {
  return readdir(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    if (codeOf(error) !== "EACCES") throw error;
    throw new DatabaseUnavailable(
      `The folder ${path} belongs to another user. Start Bihuan as the same user as before, or choose another data folder by BIHUAN_DATA.`,
    );
  });
}

/** Gives an existing database to the server's user: one put back by root from a copy belongs to root. */
export async function takeOverCluster({ cluster, user }: DataFolder): Promise<void> {
  if (!user || (await stat(cluster)).uid === user.uid) return;
  const entries = await readdir(cluster, { recursive: true });
  for (const entry of entries) await lchown(join(cluster, entry), user.uid, user.gid);
  await giveToServer(cluster, user);
}

/** Makes the cluster under another name first, so that one broken off half-way is never taken for a whole one. */
export async function createCluster(
  folder: DataFolder,
  native: string,
  admin: { role: string; password: string },
): Promise<void> {
  const draft = join(folder.area, `cluster.${randomUUID()}`);
  const passwordFile = `${draft}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  await giveToServer(draft, folder.user);
  await writeFile(passwordFile, admin.password, { mode: 0o600 });
  await giveToServer(passwordFile, folder.user);
  try {
    await runInitdb(native, folder.user, ["-D", draft, `--username=${admin.role}`, `--pwfile=${passwordFile}`]);
    await rename(draft, folder.cluster).catch(keepTheOther);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** Another process made the cluster at the same moment; its passwords are the same, so that one is as good. */
function keepTheOther(error: unknown): void {
  if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(codeOf(error) ?? "")) throw error;
}

/** Runs initdb with the encoding, locale and checksums every database of ours has. */
export async function runInitdb(native: string, user: ServerUser | undefined, args: readonly string[]): Promise<void> {
  const locale = process.platform === "linux" ? "C.UTF-8" : "en_US.UTF-8";
  const fixed = [
    "--encoding=UTF8",
    `--locale=${locale}`,
    "--locale-provider=icu",
    "--icu-locale=und",
    "--data-checksums",
    "--auth=scram-sha-256",
  ];
  const { code, output } = await run(programOf(native, "initdb"), [...fixed, ...args], user);
  if (code === 0) return;
  throw new DatabaseUnavailable(
    `The database could not be made. PostgreSQL says:\n${output.trim()}\nPut that right, ${USE_YOUR_OWN}`,
  );
}

async function run(
  program: string,
  args: readonly string[],
  user: ServerUser | undefined,
): Promise<{ code: number; output: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ code: number; output: string }>();
  const child = spawn(program, args, {
    ...asUser(user),
    cwd: "/",
    env: SERVER_ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let output = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.once("error", reject);
  child.once("close", (code) => resolve({ code: code ?? 1, output }));
  return promise;
}
