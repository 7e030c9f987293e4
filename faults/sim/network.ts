// The network between a simulated phone and the real server: every request is a real one; what happens on the way is simulated.
import type { Kind } from "./plan.ts";
import type { Random } from "./random.ts";
import type { RealServer, Sending } from "./real-server.ts";
import type { Tab } from "./tab.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export interface NetworkFault {
  readonly kind: Kind;
  /** Commands go by POST, photos by PUT. */
  readonly method: "POST" | "PUT";
  /** Called when it has struck. */
  readonly struck: () => void;
}

interface Received {
  readonly status: number;
  readonly body: Buffer;
}
/** An answer, or how there is none: the connection breaks, or nothing ever comes and the phone gives up. */
type Arrival = Received | "broken" | "silence";

/** A day sends some hundred requests; an outbox that never stops sending is cut off, and what it holds counts as lost. */
const MOST_REQUESTS = 1_000;
const SHORT_MS = 40;
const DEFAULT_TIMEOUT_MS = 30_000;

export class Network {
  /** Waits for the next request that carries work. */
  armed: NetworkFault | undefined;
  /** Requests that lie somewhere on the way. */
  lying = 0;
  #requests = 0;
  readonly #clock: VirtualClock;
  readonly #random: Random;
  readonly #server: RealServer;
  readonly #cookie: string;

  constructor(clock: VirtualClock, random: Random, server: RealServer, cookie: string) {
    this.#clock = clock;
    this.#random = random;
    this.#server = server;
    this.#cookie = cookie;
  }

  /** `fetch` of a tab. */
  send(tab: Tab, url: string, init: { method?: string; headers?: object; body?: unknown; signal?: unknown }) {
    return new Promise((resolve, reject) => {
      tab.step();
      if (!tab.alive) return;
      const timeoutMs = Number(Reflect.get(Object(init.signal), "timeoutMs") ?? DEFAULT_TIMEOUT_MS);
      let over = false;
      const end = (settle: () => void) => {
        if (over || !tab.alive) return;
        over = true;
        tab.step();
        if (tab.alive) settle();
      };
      this.#clock.after(timeoutMs, () => end(() => reject(new Error("timed out"))));
      const arrive = (arrival: Arrival, ms: number) => {
        if (arrival === "silence") return;
        this.#clock.after(ms, () =>
          end(() => (arrival === "broken" ? reject(new Error("broken")) : resolve(responseOf(arrival)))),
        );
      };
      const method = init.method ?? "GET";
      if (!tab.phone.online) return arrive("broken", 1);
      void this.#clock.hold(
        bodyOf(init.body).then((body) => this.#carry({ method, url, headers: this.#headers(init), body }, arrive)),
      );
    });
  }

  #headers(init: { headers?: object }): Record<string, string> {
    return { ...init.headers, cookie: this.#cookie };
  }

  async #carry(request: Sending, arrive: (arrival: Arrival, ms: number) => void): Promise<void> {
    this.#requests += 1;
    if (this.#requests > MOST_REQUESTS) return arrive("silence", 0);
    const latency = SHORT_MS + this.#random.whole(200);
    const carriesWork = request.method === "POST" || request.url.startsWith("/api/v1/photos/");
    const fault = carriesWork && this.armed?.method === request.method ? this.armed : undefined;
    if (!fault) return arrive(await this.#deliver(request), latency);
    this.armed = undefined;
    await this.#strike(fault.kind, request, (arrival, ms = latency) => arrive(arrival, ms));
    fault.struck();
  }

  async #strike(kind: Kind, request: Sending, arrive: (arrival: Arrival, ms?: number) => void): Promise<void> {
    const gone = (): Arrival => (this.#random.next() < 0.5 ? "broken" : "silence");
    switch (kind) {
      case "requestLost":
        return arrive(gone());
      case "responseLost":
        await this.#deliver(request);
        return arrive(gone());
      case "duplicate": {
        const [first] = await Promise.all([this.#deliver(request), this.#deliver(request)]);
        return arrive(first);
      }
      case "reorder": {
        // It lies somewhere on the way and arrives long after the phone has given up and sent again.
        const late = 2_000 + this.#random.whole(180_000);
        this.lying += 1;
        this.#clock.after(late, () => {
          this.lying -= 1;
          void this.#clock.hold(this.#deliver(request));
        });
        return arrive(gone());
      }
      case "halfUpload":
        await this.#server.sendHalf(request, this.#random.next());
        return arrive("broken");
      case "slowDown":
        return arrive(await this.#deliver(request), 5_000 + this.#random.whole(120_000));
      case "serverRestart":
      case "databaseRestart":
        return arrive(await this.#restart(kind, request));
      default:
        throw new Error(`${kind} is no fault of the network`);
    }
  }

  async #restart(kind: "serverRestart" | "databaseRestart", request: Sending): Promise<Arrival> {
    const moment = this.#random.whole(12);
    const answer = await this.#server.restartDuring(kind, moment, () => this.#server.send(request));
    return answer ?? "broken";
  }

  async #deliver(request: Sending): Promise<Arrival> {
    return (await this.#server.serve(() => this.#server.send(request))) ?? "broken";
  }
}

async function bodyOf(body: unknown): Promise<Buffer | undefined> {
  if (typeof body === "string") return Buffer.from(body);
  if (body instanceof Blob) return Buffer.from(await body.arrayBuffer());
  return undefined;
}

function responseOf({ status, body }: Received) {
  return {
    status,
    ok: status >= 200 && status < 300,
    json: async () => JSON.parse(body.toString("utf8")),
    blob: async () => new Blob([new Uint8Array(body)]),
  };
}
