// A link as between factory halls: every fourth request is lost, half of those on the way back, and the rest are slow.
import type { BrowserContext, Route } from "@playwright/test";

const EVERY = 4;
const SLOW_MS = 250;

export interface BadLink {
  /** Requests or answers that never arrived. */
  lost(): number;
  mend(): Promise<void>;
}

export async function worsenLink(context: BrowserContext): Promise<BadLink> {
  let [asked, lost] = [0, 0];
  const handle = async (route: Route) => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    if (asked % EVERY !== 0) return route.continue();
    lost += 1;
    // The server may have done it all the same.
    if (lost % 2 === 0) await route.fetch().catch(() => {});
    return route.abort("connectionreset");
  };
  await context.route(/\/api\/v1\//, handle);
  return { lost: () => lost, mend: () => context.unrouteAll({ behavior: "ignoreErrors" }) };
}
