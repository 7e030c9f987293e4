// A phone: its storage, its clock that may be wrong, its locks, its tabs.
import { randomUUID } from "node:crypto";
import type { Network } from "./network.ts";
import type { PhoneBundle } from "./phone-bundle.ts";
import { PhoneStorage } from "./phone-storage.ts";
import type { Random } from "./random.ts";
import { Tab } from "./tab.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export class SimPhone {
  readonly storage = new PhoneStorage();
  readonly locks = new Locks();
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly network: Network;
  readonly library: unknown;
  online = true;
  /** How far this phone's clock is ahead, in milliseconds. */
  skew = 0;
  readonly complaints = new Set<string>();
  tabs: Tab[] = [];
  /** Raised by an update of the app: the next release has one table more. */
  release = 0;
  readonly #bundle: PhoneBundle;

  constructor(clock: VirtualClock, random: Random, network: Network, bundle: PhoneBundle, library: unknown) {
    this.clock = clock;
    this.random = random;
    this.network = network;
    this.library = library;
    this.#bundle = bundle;
  }

  now(): number {
    return Math.round(this.clock.now + this.skew);
  }

  openTab(): Tab {
    const tab = new Tab(this, this.#bundle, this.release);
    this.tabs = [...this.tabs.filter((one) => one.alive), tab];
    return tab;
  }

  killTabs(): void {
    for (const tab of this.tabs) tab.kill();
    this.tabs = [];
  }

  uuid(): string {
    const bytes = this.randomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Buffer.from(bytes).toString("hex");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") || randomUUID();
  }

  readonly randomValues = <T extends Uint8Array>(into: T): T => {
    for (let at = 0; at < into.length; at += 1) into[at] = this.random.whole(256);
    return into;
  };
}

type Held = (lock: object | null) => Promise<unknown>;

/** The Web Locks of one phone, as far as the outbox uses them: exclusive, if available. */
class Locks {
  readonly #holders = new Map<string, Tab>();

  requestFor(tab: Tab): (name: string, options: object, held: Held) => Promise<unknown> {
    return async (name, _options, held) => {
      tab.step();
      if (this.#holders.has(name)) return held(null);
      if (!tab.alive) return new Promise(() => {});
      this.#holders.set(name, tab);
      try {
        return await held({ name });
      } finally {
        if (this.#holders.get(name) === tab) this.#holders.delete(name);
      }
    };
  }

  forget(tab: Tab): void {
    for (const [name, holder] of this.#holders) if (holder === tab) this.#holders.delete(name);
  }
}
