// Starts `server-child.ts` and waits until it answers.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const said = z.object({ address: z.string(), pid: z.number() });
const SCRIPT = fileURLToPath(new URL("./server-child.ts", import.meta.url));

export interface ServerOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly ownerUrl?: string;
  readonly startsAt: string;
  readonly works: boolean;
  /** Flags of Node itself, for profiling. */
  readonly flags?: readonly string[];
  /** Keeps what it complains of to itself; under fault it complains a lot. */
  readonly quiet?: boolean;
}

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly address: string;
  /** Asks it to close and waits until it has gone. */
  stop(): Promise<void>;
}

export async function startServerProcess({
  flags = [],
  quiet = false,
  ...options
}: ServerOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...flags, SCRIPT, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", quiet ? "ignore" : "inherit"],
  });
  const gone = once(child, "exit");
  const line = await Promise.race([
    once(createInterface(child.stdout), "line"),
    gone.then(() => Promise.reject(new Error("the server ended before it was ready"))),
  ]);
  const { address } = said.parse(JSON.parse(String(line[0])));
  return {
    child,
    address,
    async stop() {
      child.kill("SIGTERM");
      await gone;
    },
  };
}
