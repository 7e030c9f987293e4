// Looks after the running server: one that was killed is started again, on the same port, so that connections come back by
// themselves. It is looked at and not listened to, because another process may have started it.
import { setTimeout as sleep } from "node:timers/promises";
import { reasonOf } from "./unavailable.ts";

const LOOK_EVERY_MS = 200;
const AFTER_A_FAILURE_MS = 2_000;

export interface Watch {
  /** Ends the watch and waits for a start that is under way. */
  stop(): Promise<void>;
}

/** `revive` brings the server up again; it is asked once at a time and again after a failure. */
export function watchServer(
  isUp: () => Promise<boolean>,
  revive: () => Promise<void>,
  log: (line: string) => void,
): Watch {
  const ending = new AbortController();
  const { signal } = ending;
  const pause = (ms: number) => sleep(ms, undefined, { ref: false, signal }).catch(() => {});
  const look = async () => {
    while (!signal.aborted) {
      await pause(LOOK_EVERY_MS);
      if (signal.aborted || (await isUp())) continue;
      try {
        log("The database server has gone away; starting it again …");
        await revive();
      } catch (error) {
        log(`It could not be started: ${reasonOf(error)}`);
        await pause(AFTER_A_FAILURE_MS);
      }
    }
  };
  const looking = look();
  return {
    async stop() {
      ending.abort();
      await looking;
    },
  };
}
