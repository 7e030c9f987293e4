// The browser's offer to put the app on the home screen comes once, early; it is kept until a person wants it.
import { useSyncExternalStore } from "react";

/** Not in the DOM's own types: only Chromium sends it. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

let offer: InstallOffer | undefined;
const listeners = new Set<() => void>();

function change(next: InstallOffer | undefined): void {
  offer = next;
  for (const listener of listeners) listener();
}

function isOffer(event: Event): event is InstallOffer {
  return "prompt" in event && typeof event.prompt === "function";
}

export function watchInstall(): void {
  addEventListener("beforeinstallprompt", (event) => {
    if (!isOffer(event)) return;
    event.preventDefault();
    change(event);
  });
  addEventListener("appinstalled", () => change(undefined));
}

/** Asks the person by the browser's own dialog; undefined where the browser offers nothing. */
export function useInstall(): (() => void) | undefined {
  const found = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offer,
  );
  return found && (() => void found.prompt().then(() => change(undefined)));
}

/** Opened from the home screen. */
export function isOnHomeScreen(): boolean {
  return matchMedia("(display-mode: standalone)").matches;
}
