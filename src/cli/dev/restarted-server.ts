// The server as a process of its own that is started again whenever a file it is made of changes. Its database is not its own:
// it outlives each start, so that a change is seen within a second or two.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Pages served by `/console/` and `/field/` are the web apps' own matter: they change in the browser without a restart. */
const WATCHED = [
  "src/server",
  "src/domain",
  "src/api",
  "src/portal",
  "src/cli",
  "templates",
  "migrations",
  "reference",
];
const IS_TEST = /(\.test\.ts|__snapshots__|\.snap)$/;
const QUIET_MS = 150;
const READY = "Bihuan is ready";

export interface RestartedServerOptions {
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
}

export interface RestartedServer {
  /** Resolves with true as soon as the server answers, with false when it ended and waits for the next change. */
  whenReady(): Promise<boolean>;
  stop(): Promise<void>;
}

interface Started {
  readonly child: ChildProcess;
  readonly ready: Promise<boolean>;
}

export function startRestartedServer(options: RestartedServerOptions): RestartedServer {
  let now = start(options);
  let restarting = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const restart = async (file: string) => {
    options.log(`${file} changed; the server starts again`);
    await end(now);
    now = start(options);
  };
  const changed = (file: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      restarting = restarting.then(() => restart(file));
    }, QUIET_MS);
  };
  const watchers = watchAll(options.root, changed);
  return {
    async whenReady() {
      await restarting;
      return now.ready;
    },
    async stop() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      await restarting;
      await end(now);
    },
  };
}

function watchAll(root: string, changed: (file: string) => void): FSWatcher[] {
  return WATCHED.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, name) => {
      if (name && !IS_TEST.test(name)) changed(join(folder, name));
    }),
  );
}

function start({ root, environment, log }: RestartedServerOptions): Started {
  const child = spawn(process.execPath, [join(root, "bin/bihuan.js"), "serve"], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { promise: ready, resolve } = Promise.withResolvers<boolean>();
  createInterface(child.stdout).on("line", (line) => {
    if (line.startsWith(READY)) resolve(true);
    else log(line);
  });
  child.once("exit", (code) => {
    resolve(false);
    if (code) log(`the server ended with ${code}; put right what it says, and it starts again`);
  });
  return { child, ready };
}

async function end({ child }: Started): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
