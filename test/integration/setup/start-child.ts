// Runs the embedded database in a process of its own, so that a test can end that process the hard way.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const said = z.object({
  ownerUrl: z.string().optional(),
  appUrl: z.string().optional(),
  attached: z.boolean().optional(),
  error: z.string().optional(),
});

const SCRIPT = fileURLToPath(new URL("./embedded-child.ts", import.meta.url));

export interface ChildOptions {
  readonly uid?: number;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts the child and waits for its one line. */
export async function startChild(
  dataDir: string,
  options: ChildOptions = {},
): Promise<{ child: ChildProcess; said: z.infer<typeof said> }> {
  const child = spawn(process.execPath, [SCRIPT, dataDir], {
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line: unknown[] = await once(createInterface(child.stdout), "line");
  return { child, said: said.parse(JSON.parse(String(line[0]))) };
}

/** Ends the child without giving it a chance to stop its server. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
