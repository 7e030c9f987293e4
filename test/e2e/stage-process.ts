// Starts the ground and its stages as processes of their own and ends them; builds the web apps first where they are missing.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Prepared } from "../integration/setup/prepared.ts";

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

/** What the ground prints when it is ready. */
export interface Ground {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly prepared: Prepared;
  readonly facts: Omit<Stage, "url">;
}

export interface RunningStage {
  readonly stage: Stage;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Playwright hands its environment on to its workers, and they to their stages. */
const GROUND = "BIHUAN_E2E_GROUND";

/** Once a run, before all journeys; answers what ends it. */
export default async function startGround(): Promise<() => Promise<void>> {
  buildMissingApps();
  const child = run("test/e2e/ground.ts");
  process.env[GROUND] = await readLine(child);
  return () => stop(child);
}

export function readGround(): Ground {
  // Its own shape, printed by ground.ts beside this file.
  return JSON.parse(process.env[GROUND] ?? "") as Ground;
}

export async function startStage(): Promise<RunningStage> {
  const child = run("test/e2e/stage.ts");
  // Its own shape, printed by stage.ts beside this file.
  return { stage: JSON.parse(await readLine(child)) as Stage, stop: () => stop(child) };
}

function buildMissingApps(): void {
  const built = ["console", "field"].every((app) => existsSync(`${root}/dist/${app}/index.html`));
  if (!built) execFileSync("npm", ["run", "build"], { cwd: root, stdio: "inherit" });
}

function run(file: string): ChildProcess {
  return spawn(process.execPath, [file], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
}

async function readLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the process has no output");
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith("{")) return line;
  throw new Error("the process ended before it was ready");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await ended;
}
