// Keeps one address from trying access links by the thousand. A secret has 128 bits and is not found by guessing; this keeps
// the guesses away from the database. The same unknown link opened again counts once: that is an owner waiting for the expert.
import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";

/** More different unknown links than people behind one shared address mistype. */
export const MOST_UNKNOWN = 30;
const WINDOW_MS = 10 * 60_000;
/** Addresses remembered before those whose time is over are dropped. */
const SWEEP_AT = 1_000;

interface Misses {
  readonly endsAt: number;
  readonly secrets: Set<string>;
}

export interface GuessGuard {
  /** Whole minutes this address still waits; 0 when it may ask. */
  minutesToWait(address: string): number;
  /** Counts a secret that nobody knows. */
  missed(address: string, secret: string): void;
}

/** One for the process; it forgets at a restart. */
export function newGuessGuard(clock: Clock): GuessGuard {
  const byAddress = new Map<string, Misses>();
  const now = () => Date.parse(clock.now());
  const running = (address: string) => {
    const misses = byAddress.get(address);
    return misses && misses.endsAt > now() ? misses : undefined;
  };
  return {
    minutesToWait(address) {
      const misses = running(address);
      return misses && misses.secrets.size >= MOST_UNKNOWN ? Math.ceil((misses.endsAt - now()) / 60_000) : 0;
    },
    missed(address, secret) {
      const misses = running(address) ?? { endsAt: now() + WINDOW_MS, secrets: new Set<string>() };
      misses.secrets.add(createHash("sha256").update(secret).digest("base64url"));
      byAddress.set(address, misses);
      if (byAddress.size > SWEEP_AT)
        for (const [key, { endsAt }] of byAddress) if (endsAt <= now()) byAddress.delete(key);
    },
  };
}
