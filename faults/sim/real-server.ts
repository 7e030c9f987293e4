// The real server of a fault run: a process on its own data folder with its embedded database, spoken to by plain HTTP.
// A restart is waited for by everyone else, so that only the request it was meant for feels it and a run replays by its seed.
import { Agent, type ClientRequest, request as httpRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type KilledServer, startKilledServer } from "../killed-server.ts";

export interface Sending {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

const READY_WITHIN_MS = 60_000;

export class RealServer {
  readonly #killed: KilledServer;
  #agent = new Agent({ keepAlive: true });
  #serving = 0;
  #closed: Promise<void> | undefined;

  constructor(killed: KilledServer) {
    this.#killed = killed;
  }

  static async start(dataDir: string, startsAt: string): Promise<RealServer> {
    return new RealServer(await startKilledServer(dataDir, startsAt));
  }

  get address(): string {
    return this.#killed.address;
  }

  /** One request among many; waits while a restart is under way. */
  async serve<T>(work: () => Promise<T>): Promise<T> {
    while (this.#closed !== undefined) await this.#closed;
    this.#serving += 1;
    try {
      return await work();
    } finally {
      this.#serving -= 1;
    }
  }

  /** Kills the server or its database `ms` after the request went out; back when both answer again. */
  async restartDuring<T>(kind: "serverRestart" | "databaseRestart", ms: number, work: () => Promise<T>): Promise<T> {
    while (this.#closed !== undefined) await this.#closed;
    let open = () => {};
    this.#closed = new Promise((done) => {
      open = done;
    });
    try {
      while (this.#serving > 0) await sleep(1);
      const working = work();
      await sleep(ms);
      await this.#killed.kill(kind === "serverRestart" ? "server" : "postmaster");
      const done = await working;
      this.#agent.destroy();
      this.#agent = new Agent({ keepAlive: true });
      await this.#ready();
      return done;
    } finally {
      this.#closed = undefined;
      open();
    }
  }

  async #ready(): Promise<void> {
    const probe = { method: "GET", url: "/readyz", headers: {}, body: undefined };
    for (const started = performance.now(); performance.now() - started < READY_WITHIN_MS; await sleep(20))
      if ((await this.send(probe))?.status === 200) return;
    throw new Error("the server did not come back within a minute");
  }

  /** Undefined when the connection broke. */
  send(sending: Sending): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      const request = this.#open(sending);
      request.on("error", () => resolve(undefined));
      request.on("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", () => resolve(undefined));
        response.on("aborted", () => resolve(undefined));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      });
      request.end(sending.body);
    });
  }

  /** Sends a part of the body and breaks the connection. */
  sendHalf(sending: Sending, share: number): Promise<void> {
    return this.serve(
      () =>
        new Promise((resolve) => {
          const { body = Buffer.alloc(0) } = sending;
          const request = this.#open({ ...sending, headers: { ...sending.headers, connection: "close" } });
          request.on("error", () => resolve());
          request.on("close", () => resolve());
          request.on("response", (response) => response.resume());
          request.write(body.subarray(0, Math.floor(body.length * share)), () => {
            setTimeout(() => request.destroy(), 2);
          });
        }),
    );
  }

  #open({ method, url, headers, body }: Sending): ClientRequest {
    const length = body ? { "content-length": String(body.length) } : {};
    return httpRequest(new URL(url, this.address), { method, agent: this.#agent, headers: { ...headers, ...length } });
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    await this.#killed.stop();
  }
}
