// How often one address may report, and try receipts. In the process alone: it forgets at a restart, and the form's own question
// stays. An address of the old kind counts whole, one of the new kind by its subscriber's network.
import type { Clock } from "../clock.ts";

/** Reports an hour: many phones stand behind one address of a mobile network. */
export const MOST_REPORTS = 10;
/** Forms that came back wrong, an hour. */
export const MOST_FAULTS = 40;
const WINDOW_MS = 3_600_000;
const SWEEP_AT = 1_000;

type Kind = "report" | "fault";
const most: Readonly<Record<Kind, number>> = { report: MOST_REPORTS, fault: MOST_FAULTS };

export interface TipGuard {
  /** Whole minutes this address still waits; 0 when it may go on. */
  minutesToWait(address: string): number;
  count(address: string, kind: Kind): void;
}

export function newTipGuard(clock: Clock): TipGuard {
  const counted = new Map<string, { readonly endsAt: number; n: number }>();
  const now = () => Date.parse(clock.now());
  const running = (key: string) => {
    const found = counted.get(key);
    return found && found.endsAt > now() ? found : undefined;
  };
  return {
    minutesToWait(address) {
      const waits = (["report", "fault"] as const).map((kind) => {
        const found = running(`${kind} ${networkOf(address)}`);
        return found && found.n >= most[kind] ? Math.ceil((found.endsAt - now()) / 60_000) : 0;
      });
      return Math.max(...waits);
    },
    count(address, kind) {
      const key = `${kind} ${networkOf(address)}`;
      const found = running(key) ?? { endsAt: now() + WINDOW_MS, n: 0 };
      found.n += 1;
      counted.set(key, found);
      if (counted.size > SWEEP_AT) for (const [one, { endsAt }] of counted) if (endsAt <= now()) counted.delete(one);
    },
  };
}

/** An IPv6 subscriber has a /64 of addresses to choose from. */
function networkOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address.replace(/^::ffff:/i, "");
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
