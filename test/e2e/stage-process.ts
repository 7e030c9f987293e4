// Starts the stage as a process of its own and ends it; builds the web apps first where they are missing.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface StagePerson {
  readonly login: string;
  readonly password: string;
  readonly displayName: string;
  readonly membershipId: string;
  readonly accountId: string;
}

const roles = [
  "officer",
  "officeLead",
  "agencyLead",
  "reviewer",
  "expert",
  "community",
  "enforcement",
  "admin",
  "lawEditor",
] as const;
export type StageRole = (typeof roles)[number];

/** What the stage prints when it is ready. */
export interface Stage {
  readonly url: string;
  readonly tenantId: string;
  readonly agencyId: string;
  readonly communityId: string;
  readonly schemeId: string;
  readonly serviceYear: number;
  readonly people: Readonly<Record<StageRole, StagePerson>>;
}

export interface RunningStage {
  readonly stage: Stage;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

export async function startStage(): Promise<RunningStage> {
  buildMissingApps();
  const child = spawn(process.execPath, ["test/e2e/stage.ts"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  return { stage: await readStage(child), stop: () => stop(child) };
}

function buildMissingApps(): void {
  const built = ["console", "field"].every((app) => existsSync(`${root}/dist/${app}/index.html`));
  if (!built) execFileSync("npm", ["run", "build"], { cwd: root, stdio: "inherit" });
}

async function readStage(child: ChildProcess): Promise<Stage> {
  if (!child.stdout) throw new Error("the stage has no output");
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("{")) continue;
    // Its own shape, printed by stage.ts beside this file.
    return JSON.parse(line) as Stage;
  }
  throw new Error("the stage ended before it was ready");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await ended;
}
