// A server process of its own for benches and fault runs: opens an instance, listens on a free port, says so on one line.
// Its clock ticks from a moment it is told, so that a run does not depend on the day it is made.
import { z } from "zod";
import { openInstance } from "#server/instance.ts";
import { startWork } from "#server/main.ts";

const options = z
  .object({
    dataDir: z.string(),
    databaseUrl: z.string().optional(),
    ownerUrl: z.string().optional(),
    startsAt: z.string(),
    /** Works on jobs in the background, as `npm start` does. */
    works: z.boolean(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

const born = performance.now();
const instance = await openInstance({
  dataDir: options.dataDir,
  databaseUrl: options.databaseUrl,
  ownerUrl: options.ownerUrl,
  publicUrl: "http://127.0.0.1",
  clock: { now: () => new Date(Date.parse(options.startsAt) + performance.now() - born).toISOString() },
  app: { requestsPerMinute: 100_000_000 },
});
const address = await instance.app.listen({ port: 0, host: "127.0.0.1" });
if (options.works) startWork(instance);
console.log(JSON.stringify({ address, pid: process.pid }));
process.once("SIGTERM", () => void instance.close().then(() => process.exit(0)));
