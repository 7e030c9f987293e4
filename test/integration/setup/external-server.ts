// A PostgreSQL as an operator would bring it: installed with the system, older than the bundled one, roles made by hand.
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { runInitdb } from "#server/db/embedded/cluster.ts";
import { giveToServer } from "#server/db/embedded/data-folder.ts";
import { chooseServerUser } from "#server/db/embedded/identity.ts";
import { readLockFile } from "#server/db/embedded/lock-file.ts";
import { startServer, stopServer } from "#server/db/embedded/server-process.ts";

const INSTALLED = "/usr/lib/postgresql/15";

export const hasPostgres15 = existsSync(join(INSTALLED, "bin", "postgres"));

export interface ExternalServer {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  stop(): Promise<void>;
}

/** Starts PostgreSQL 15 with a database `office`, its owner `office_owner` and an application role with an awkward name. */
export async function startPostgres15(port: number): Promise<ExternalServer> {
  const home = await mkdtemp(join(tmpdir(), "bihuan-external-"));
  const user = chooseServerUser();
  const cluster = join(home, "cluster");
  const passwordFile = join(home, "password");
  await chmod(home, 0o755);
  await mkdir(cluster);
  await writeFile(passwordFile, "secret");
  for (const path of [cluster, passwordFile]) await giveToServer(path, user);
  await runInitdb(INSTALLED, user, ["-D", cluster, "--username=postgres", `--pwfile=${passwordFile}`]);
  const outcome = await startServer({ native: INSTALLED, cluster, port, user, log: join(home, "log") });
  if (outcome.state !== "ready") throw new Error(outcome.output);
  await makeRoles(port);
  return {
    adminUrl: `postgres://postgres:secret@127.0.0.1:${port}/postgres`,
    ownerUrl: `postgres://office_owner:secret@127.0.0.1:${port}/office`,
    appUrl: `postgres://office%20app:secret@127.0.0.1:${port}/office`,
    stop: async () => {
      const lock = await readLockFile(cluster);
      if (lock) await stopServer(INSTALLED, cluster, lock.pid);
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function makeRoles(port: number): Promise<void> {
  const client = new pg.Client({ connectionString: `postgres://postgres:secret@127.0.0.1:${port}/postgres` });
  await client.connect();
  await client.query("create role office_owner login password 'secret'");
  await client.query(`create role "office app" login password 'secret'`);
  await client.query("create database office owner office_owner");
  await client.end();
}
