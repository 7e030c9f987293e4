// `bihuan serve`: opens an instance, listens, works on jobs, and stops cleanly.
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { isDatabaseAway } from "./db/away.ts";
import { type Instance, openInstance } from "./instance.ts";
import { runDaily } from "./jobs/daily.ts";

const JOB_PAUSE_MS = 500;
const DAILY_PAUSE_MS = 10 * 60_000;

/** Starts the server of this configuration; answers when it is ready to be asked. */
export async function serve(config: Config): Promise<Instance> {
  const instance = await openInstance({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    ownerUrl: config.databaseOwnerUrl,
    publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
    clock: systemClock,
    app: { trustProxy: config.trustProxy, logger: true },
    log: (line) => console.log(line),
  });
  await instance.app.listen({ port: config.port, host: config.host });
  const stopWork = startWork(instance);
  const close = async () => {
    await stopWork();
    await instance.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void close().then(() => process.exit(0)));
  return { ...instance, close };
}

/** Works on jobs and on what is due by the day until stopped. */
export function startWork(instance: Instance): () => Promise<void> {
  let stopped = false;
  const loop = async (pause: number, run: () => Promise<unknown>) => {
    while (!stopped) {
      await run().catch((error: unknown) =>
        // A database that is coming back needs no stack trace twice a second.
        console.error("background work failed", isDatabaseAway(error) ? String(error) : error),
      );
      await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
  };
  const { services, queue, handlers } = instance;
  const running = [loop(JOB_PAUSE_MS, () => queue.drain(handlers)), loop(DAILY_PAUSE_MS, () => runDaily(services))];
  return async () => {
    stopped = true;
    await Promise.race([Promise.all(running), new Promise((resolve) => setTimeout(resolve, 2_000).unref())]);
  };
}
