// A process of its own under all stages of a run: one database server, and in it a subdistrict with its people, made once,
// which every stage clones. Prints one JSON line when it is ready and lives until it is ended.
import { rm } from "node:fs/promises";
import { openPostgres } from "../integration/setup/postgres.ts";
import { prepare } from "../integration/setup/prepared.ts";
import { furnish } from "./stage-people.ts";
import type { Ground } from "./stage-process.ts";

const postgres = await openPostgres();
const { ownerUrl, appUrl } = postgres;
let facts: Ground["facts"] | undefined;
const prepared = await prepare(postgres, new Date().toISOString(), async ({ services }) => {
  facts = await furnish(services);
});
console.log(JSON.stringify({ ownerUrl, appUrl, prepared, facts }));

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => {
    void rm(prepared.dataDir, { recursive: true, force: true })
      .then(() => postgres.stop())
      .then(() => process.exit(0));
  });
