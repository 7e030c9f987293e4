// The time of one simulated day: nothing passes until everything that runs has come to rest, then the next thing is due.

interface Due {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

export class VirtualClock {
  now: number;
  #order = 0;
  #due: Due[] = [];
  /** Real work under way: requests, sealing. Time stands still until it ends. */
  readonly #pending = new Set<Promise<unknown>>();
  readonly #busy: () => boolean;

  constructor(startsAt: string, busy: () => boolean) {
    this.now = Date.parse(startsAt);
    this.#busy = busy;
  }

  /** Runs it `ms` from now; answers how to take it back. */
  after(ms: number, run: () => void): () => void {
    this.#order += 1;
    const due: Due = { at: this.now + Math.max(0, ms), order: this.#order, run, cancelled: false };
    this.#due.push(due);
    return () => {
      due.cancelled = true;
    };
  }

  /** Holds time until the work has ended. */
  hold<T>(work: Promise<T>): Promise<T> {
    const held = work.catch(() => undefined).finally(() => this.#pending.delete(held));
    this.#pending.add(held);
    return work;
  }

  /** Until nothing moves by itself any more. */
  async rest(): Promise<void> {
    for (let calm = 0; calm < 3; ) {
      if (this.#pending.size > 0) {
        await Promise.race(this.#pending);
        calm = 0;
        continue;
      }
      await new Promise((done) => setImmediate(done));
      calm = this.#busy() || this.#pending.size > 0 ? 0 : calm + 1;
    }
  }

  /** Lets time pass until the condition holds or `ms` have gone by; answers whether it holds. */
  async until(condition: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
    const end = this.now + ms;
    for (;;) {
      await this.rest();
      if (await condition()) return true;
      const next = this.#next();
      if (!next || next.at > end) {
        this.now = Math.max(this.now, end);
        return false;
      }
      this.#due = this.#due.filter((one) => one !== next);
      this.now = Math.max(this.now, next.at);
      next.run();
    }
  }

  #next(): Due | undefined {
    this.#due = this.#due.filter((one) => !one.cancelled);
    return this.#due.reduce<Due | undefined>(
      (first, one) => (first && (first.at < one.at || (first.at === one.at && first.order < one.order)) ? first : one),
      undefined,
    );
  }
}
