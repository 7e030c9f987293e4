// What a cold start can do without waits until the first screen stands: schemas and the loop are half of all script.
const FIRST_SCREEN_MS = 1_000;
const PATIENCE_MS = 2_000;

let over: Promise<void> | undefined;

/** Resolves once the first screen has had its time and the processor is idle; at once when asked again later. */
export function afterFirstScreen(): Promise<void> {
  over ??= new Promise((resolve) => {
    setTimeout(() => {
      if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
      else resolve();
    }, FIRST_SCREEN_MS);
  });
  return over;
}
