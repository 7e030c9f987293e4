// The service worker: serves the app without a signal; a new version waits until the person lets it in.

import { registerSW } from "virtual:pwa-register";
import { useSyncExternalStore } from "react";

let waiting = false;
let letIn: (reload?: boolean) => Promise<void> = async () => {};
const listeners = new Set<() => void>();

export function registerWorker(): void {
  letIn = registerSW({
    onNeedRefresh() {
      waiting = true;
      for (const listener of listeners) listener();
    },
  });
}

export function useNewVersion(): { readonly waiting: boolean; readonly letIn: () => void } {
  const seen = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
  );
  return { waiting: seen, letIn: () => void letIn(true) };
}
