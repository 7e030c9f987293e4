// A process of its own for browser journeys: an instance on a clone of the ground with its people and nothing else, on a free
// loopback port. Prints one JSON line when it is ready and lives until it is ended.
import { rm } from "node:fs/promises";
import { systemClock } from "#server/clock.ts";
import { findFreePort } from "#server/db/embedded/credentials.ts";
import { openInstance } from "#server/instance.ts";
import { startWork } from "#server/main.ts";
import { clonePrepared } from "../integration/setup/prepared.ts";
import { readGround } from "./stage-process.ts";

const ground = readGround();
const { database, dataDir } = await clonePrepared(ground, ground.prepared, "stage");
const port = await findFreePort();
const instance = await openInstance({
  dataDir,
  databaseUrl: database.appUrl,
  publicUrl: `http://127.0.0.1:${port}`,
  clock: systemClock,
  app: { requestsPerMinute: 1_000_000 },
});
await instance.app.listen({ port, host: "127.0.0.1" });
const stopWork = startWork(instance);

console.log(JSON.stringify({ url: instance.services.publicUrl, ...ground.facts }));

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => {
    void stopWork()
      .then(() => instance.close())
      .then(() => database.drop())
      .then(() => rm(dataDir, { recursive: true, force: true }))
      .then(() => process.exit(0));
  });
