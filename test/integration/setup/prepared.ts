// What a server finds when it is not its first start: a database with the platform and its library, and the data folder
// whose master key seals the keys in it. Made once a run, cloned by every server of it.
import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instance, openInstance } from "#server/instance.ts";
import { onDatabase } from "./address.ts";
import { cloneDatabase, makeMigrated, type TestDatabase } from "./cloned-database.ts";
import type { Postgres } from "./postgres.ts";

export interface Prepared {
  /** Name of the database to clone. */
  readonly template: string;
  readonly dataDir: string;
}

/** Starts a server once, lets it be furnished, and stops it. */
export async function prepare(
  postgres: Postgres,
  now: string,
  furnish: (instance: Instance) => Promise<void> = async () => {},
): Promise<Prepared> {
  const template = await makeMigrated(postgres);
  const dataDir = await mkdtemp(join(tmpdir(), "bihuan-prepared-"));
  const instance = await openInstance({
    dataDir,
    databaseUrl: onDatabase(postgres.appUrl, template),
    publicUrl: "http://bihuan.test",
    clock: { now: () => now },
  });
  await furnish(instance);
  await instance.close();
  return { template, dataDir };
}

export async function clonePrepared(
  urls: Pick<Postgres, "ownerUrl" | "appUrl">,
  { template, dataDir: from }: Prepared,
  name: string,
): Promise<{ readonly database: TestDatabase; readonly dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), `bihuan-${name}-`));
  await cp(from, dataDir, { recursive: true });
  return { database: await cloneDatabase(urls, template), dataDir };
}
