// The PostgreSQL a run of tests works on: the one named by DATABASE_URL and DATABASE_OWNER_URL, else an embedded one in a
// temporary folder, which need not outlive a crash.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeDataFolder } from "#server/db/embedded/data-folder.ts";
import { startEmbedded } from "#server/db/embedded/supervisor.ts";

export interface Postgres {
  readonly ownerUrl: string;
  readonly appUrl: string;
  stop(): Promise<void>;
}

export async function openPostgres(): Promise<Postgres> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (appUrl && ownerUrl) return { ownerUrl, appUrl, stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "bihuan-test-"));
  const { stop, ...urls } = await startEmbedded({
    dataDir: folder,
    log: () => {},
    settings: { fsync: "off", max_connections: "200" },
  });
  return {
    ...urls,
    stop: async () => {
      await stop();
      await removeDataFolder(folder);
    },
  };
}
