// The loop that sends, loaded after the first screen: a cold start without a signal has nothing to send.
import type { LoopStatus, OutboxLoop } from "../outbox/loop.ts";
import type { Holder } from "../store/device.ts";
import type { FieldDatabase } from "../store/field-database.ts";
import { afterFirstScreen } from "./after-first-screen.ts";

/** A loop at once; what it is told before it is loaded is told again then. */
export function startLoop(db: FieldDatabase, holder: Holder, onStatus: (status: LoopStatus) => void): OutboxLoop {
  let loop: OutboxLoop | undefined;
  let isStopped = false;
  let resumes = false;
  let isLoading = false;
  async function load(): Promise<void> {
    isLoading = true;
    try {
      await afterFirstScreen();
      const { startOutboxLoop } = await import("../outbox/loop.ts");
      if (isStopped) return;
      loop = startOutboxLoop(db, holder, onStatus);
      if (resumes) loop.resume();
    } catch (error) {
      // The app was opened for the first time and the signal went: the next event tries again.
      console.warn("the loop is not here yet", error);
    } finally {
      isLoading = false;
    }
  }
  const begin = () => {
    if (!loop && !isStopped && !isLoading) void load();
  };
  addEventListener("online", begin);
  begin();
  return {
    wake() {
      loop?.wake();
      begin();
    },
    resume() {
      resumes = true;
      loop?.resume();
      begin();
    },
    stop() {
      isStopped = true;
      loop?.stop();
      removeEventListener("online", begin);
    },
  };
}
