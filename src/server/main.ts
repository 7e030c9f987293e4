// `bihuan serve`: opens an instance, listens, works on jobs, and stops cleanly.

import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { isDatabaseAway } from "./db/away.ts";
import { type Instance, openInstance } from "./instance.ts";
import { runDaily } from "./jobs/daily.ts";
import { sendMessages } from "./messages/send-messages.ts";

const JOB_PAUSE_MS = 500;
const MESSAGES_PAUSE_MS = 5_000;
const RECOVER_PAUSE_MS = 60_000;
const DAILY_PAUSE_MS = 10 * 60_000;

/** Starts the server of this configuration; answers when it is ready to be asked. */
export async function serve(config: Config): Promise<Instance> {
  const instance = await openInstance({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    ownerUrl: config.databaseOwnerUrl,
    publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
    clock: systemClock,
    extraFonts: config.extraFonts,
    suggestions: config.suggestions,
    privateTargets: config.privateTargets,
    app: { trustProxy: config.trustProxy, logger: true },
    log: (line) => console.log(line),
  });
  await instance.app.listen({ port: config.port, host: config.host });
  const stopWork = startWork(instance);
  const close = async () => {
    await stopWork();
    await instance.close();
  };
  closeOnSignal(close);
  return { ...instance, close };
}

/** Ctrl-C or a service manager's stop closes once and ends with 0. A terminal and npm both pass the signal on: it comes twice. */
export function closeOnSignal(close: () => Promise<void>): void {
  let isClosing = false;
  const onSignal = () => {
    if (isClosing) return;
    isClosing = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error("could not close cleanly", error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
}

/** Works on jobs and on what is due by the day until stopped; the answer waits for what is under way. */
export function startWork(instance: Instance): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async (pause: number, run: () => Promise<unknown>) => {
    while (!signal.aborted) {
      await run().catch((error: unknown) =>
        // A database that is coming back needs no stack trace twice a second.
        console.error("background work failed", isDatabaseAway(error) ? String(error) : error),
      );
      await sleep(pause, undefined, { ref: false, signal }).catch(() => {});
    }
  };
  const { services, queue, handlers } = instance;
  const running = [
    loop(JOB_PAUSE_MS, () => queue.drain(handlers, signal)),
    loop(MESSAGES_PAUSE_MS, () => sendMessages(services, signal)),
    loop(RECOVER_PAUSE_MS, () => queue.recover()),
    loop(DAILY_PAUSE_MS, () => runDaily(services, signal)),
  ];
  return async () => {
    stopping.abort();
    await Promise.all(running);
  };
}
