// One tab of a phone: the phone's own script in a realm of its own, with the clock, the storage, the locks and the network of
// the simulation. Killing it leaves it where it stands: nothing it waits for ever comes.
import { constants, createContext, runInContext, Script } from "node:vm";
import FDBKeyRange from "fake-indexeddb/lib/FDBKeyRange";
import type { PhoneBundle } from "./phone-bundle.ts";
import type { StorageUser } from "./phone-storage.ts";
import type { SimPhone } from "./sim-phone.ts";

export interface IssueAnswer {
  readonly ok: boolean;
  readonly value?: readonly string[];
  readonly problem?: { readonly code: string };
}

interface Rows {
  toArray(): Promise<Record<string, unknown>[]>;
}

/** What the phone's script hands out, as far as a fault run uses it. */
export interface PhoneParts {
  openFieldDatabase(accountId: string): { readonly commands: Rows; readonly photos: Rows; readonly snapshots: Rows };
  issueCommands(db: unknown, scope: string, commands: readonly object[]): Promise<IssueAnswer>;
  rowsOf(db: unknown, scope: string, entity: string, where?: object): Promise<Record<string, unknown>[]>;
  startOutboxLoop(db: unknown, holder: object, onStatus: (status: object) => void): { wake(): void; resume(): void };
  pullOutboxKey(): Promise<{ readonly kind: string; readonly value?: { readonly key: string } }>;
  writeUnsentFile(db: unknown, owner: object): Promise<string>;
  readUnsentFile(db: unknown, owner: object, text: string): Promise<{ readonly ok: boolean }>;
  correctedNow(): string;
}

const PRELUDE = new Script(`
  globalThis.self = globalThis;
  globalThis.Date = class extends Date {
    constructor(...parts) { if (parts.length === 0) super(__now()); else super(...parts); }
    static now() { return __now(); }
  };
  Math.random = __random;
`);

export class Tab implements StorageUser {
  alive = true;
  readonly parts: PhoneParts;
  readonly phone: SimPhone;
  /** Rejects when the tab is killed; whoever waits for the tab races with it. */
  readonly death: Promise<never>;
  #die: (reason: Error) => void = () => {};
  #stepsLeft = Number.POSITIVE_INFINITY;
  #atLastStep: () => void = () => {};
  #writesLeft = Number.POSITIVE_INFINITY;
  #atFull: () => void = () => {};
  readonly #cancels = new Set<() => void>();
  readonly #listeners = new Map<string, Set<(event: object) => void>>();

  constructor(phone: SimPhone, bundle: PhoneBundle, release: number) {
    this.phone = phone;
    this.death = new Promise((_, reject) => {
      this.#die = reject;
    });
    this.death.catch(() => undefined);
    // An ordinary global object: one that stands for an outside object asks it at every mention of a global name.
    const context = createContext(constants.DONT_CONTEXTIFY);
    Object.defineProperties(context, Object.getOwnPropertyDescriptors(this.#globals(release)));
    PRELUDE.runInContext(context);
    const run: unknown = bundle.script.runInContext(context);
    if (typeof run !== "function") throw new Error("the phone's script is no function");
    const modules = bundle.modules;
    this.parts = run((id: string) => modules.get(id), runInContext("({})", context), {});
  }

  /** After so many further steps (a read, a write, a request, a timer) this happens, before the step is done. */
  afterSteps(steps: number, happen: () => void): void {
    this.#stepsLeft = steps;
    this.#atLastStep = happen;
  }

  /** The storage is full after so many further writes, for one write. */
  fullAfterWrites(writes: number, happen: () => void): void {
    this.#writesLeft = writes;
    this.#atFull = happen;
  }

  step(): void {
    this.#stepsLeft -= 1;
    if (this.#stepsLeft > 0) return;
    this.#stepsLeft = Number.POSITIVE_INFINITY;
    this.#atLastStep();
  }

  hasRoom(): boolean {
    this.#writesLeft -= 1;
    if (this.#writesLeft > 0) return true;
    this.#writesLeft = Number.POSITIVE_INFINITY;
    this.#atFull();
    return false;
  }

  kill(): void {
    if (!this.alive) return;
    this.alive = false;
    for (const cancel of this.#cancels) cancel();
    this.phone.locks.forget(this);
    this.phone.storage.forget(this);
    this.#die(new TabGone());
  }

  tell(event: string): void {
    for (const listener of this.#listeners.get(event) ?? []) listener({ type: event });
  }

  /** The work of a tab, or that it was killed meanwhile. */
  racing<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.death]);
  }

  #globals(release: number): object {
    const { phone } = this;
    const listen = (event: string, listener: (event: object) => void) => {
      const known = this.#listeners.get(event) ?? new Set();
      this.#listeners.set(event, known.add(listener));
    };
    const unlisten = (event: string, listener: (event: object) => void) =>
      void this.#listeners.get(event)?.delete(listener);
    return {
      ...{
        __now: () => phone.now(),
        __random: () => phone.random.next(),
        __release: release,
        __library: phone.library,
      },
      ...{ addEventListener: listen, removeEventListener: unlisten, structuredClone, queueMicrotask, DOMException },
      ...{ TextEncoder, TextDecoder, btoa, atob, Blob, URL, IDBKeyRange: FDBKeyRange, console: this.#console(), Event },
      AbortController,
      document: { visibilityState: "visible", addEventListener: listen, removeEventListener: unlisten },
      navigator: {
        get onLine() {
          return phone.online;
        },
        locks: { request: phone.locks.requestFor(this) },
      },
      localStorage: {
        getItem: (key: string) => phone.storage.local.get(key) ?? null,
        setItem: (key: string, value: string) => this.alive && phone.storage.local.set(key, String(value)),
      },
      indexedDB: {
        open: (name: string, version?: number) => phone.storage.open(this, name, version),
        cmp: (one: unknown, other: unknown) => phone.storage.factory.cmp(one, other),
      },
      crypto: { ...{ subtle: crypto.subtle, randomUUID: () => phone.uuid() }, getRandomValues: phone.randomValues },
      setTimeout: (run: () => void, ms = 0) => this.#later(run, ms),
      clearTimeout: (cancel: unknown) => typeof cancel === "function" && cancel(),
      AbortSignal: { timeout: (ms: number) => ({ timeoutMs: ms }) },
      fetch: (url: string, init: object) => phone.network.send(this, url, init),
    };
  }

  /** What the script complains of is kept apart: a full store is part of the game. */
  #console(): object {
    const note = (...parts: unknown[]) => void this.phone.complaints.add(parts.map(String).join(" ").slice(0, 300));
    return { log: note, warn: note, error: note, debug: note, info: note };
  }

  #later(run: () => void, ms: number): () => void {
    const cancel = this.phone.clock.after(ms, () => {
      this.#cancels.delete(cancel);
      if (this.alive) this.step();
      if (this.alive) run();
    });
    this.#cancels.add(cancel);
    return cancel;
  }
}

export class TabGone extends Error {
  constructor() {
    super("the tab was killed");
  }
}
