// `bihuan scenario shushan-2017`: plays the story on a fresh instance, exports it, and lets the checker say of each rule whether it
// holds. The checker is another process that is handed the export and nothing else.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inventEnterprises } from "#cli/invented-enterprises.ts";
import { removeDataFolder } from "#server/db/embedded/data-folder.ts";
import { drawPool } from "./photo-pool.ts";
import { playStory } from "./play.ts";
import { isBreakable, SABOTAGES } from "./sabotage.ts";
import { smallList } from "./small-list.ts";
import { openStage } from "./stage.ts";
import { latestYear } from "./story-year.ts";
import { BREAKABLE, type Breakable } from "./world.ts";

export const STORY = "shushan-2017";

/** Nobody looks at the pictures of a run that is only checked. */
const CHECKED_WIDTH = 400;
const WHOLE = {
  list: () => inventEnterprises(),
  hazards: { first: [5, 9], later: 2 },
  experts: 6,
  photos: 12,
} as const;
const SMALL = { list: () => smallList(), hazards: { first: [3, 4], later: 1 }, experts: 2, photos: 1 } as const;

const USAGE = `npm run scenario -- ${STORY} [--year YYYY] [--small] [--sabotage Rn] [--keep FOLDER]
  --year      the service year's first calendar year; without it the latest whose 10 May is past
  --small     twelve enterprises instead of 161
  --sabotage  breaks one rule (${BREAKABLE.join(" ")}); the run must then say that it fails
  --keep      leaves data and export in this folder`;

interface Asked {
  readonly year: number;
  readonly isSmall: boolean;
  readonly sabotage: Breakable | undefined;
  readonly keep: string | undefined;
}

export async function run(args: readonly string[]): Promise<number> {
  const asked = readArgs(args);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  const folder = asked.keep ?? (await mkdtemp(join(tmpdir(), "bihuan-scenario-")));
  try {
    const file = join(folder, "export.jsonl");
    await playAndExport(asked, folder, file);
    return await runProcess([CHECKER, file], {});
  } finally {
    if (!asked.keep) {
      await removeDataFolder(dataDirOf(folder));
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function readArgs(args: readonly string[]): Asked | undefined {
  const optionOf = (name: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : undefined);
  const sabotage = optionOf("sabotage");
  const year = Number(optionOf("year") ?? latestYear(new Date().toISOString()));
  if (!args.includes(STORY) || !Number.isInteger(year)) return undefined;
  if (args.includes("--sabotage") && (!sabotage || !isBreakable(sabotage))) return undefined;
  return {
    year,
    isSmall: args.includes("--small"),
    sabotage: sabotage && isBreakable(sabotage) ? sabotage : undefined,
    keep: optionOf("keep"),
  };
}

const dataDirOf = (folder: string) => join(folder, "data");

async function playAndExport({ year, isSmall, sabotage }: Asked, folder: string, file: string): Promise<void> {
  const started = performance.now();
  const log = (line: string) =>
    console.error(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  if (sabotage) log(`${sabotage} is broken: ${SABOTAGES[sabotage].what}`);
  const dataDir = dataDirOf(folder);
  const stage = await openStage({ dataDir, now: `${year}-03-23T01:00:00.000Z` });
  try {
    const size = isSmall ? SMALL : WHOLE;
    const pool = await drawPool(size.photos, CHECKED_WIDTH);
    const until = `${year + 1}-04-30`;
    const world = await playStory({ stage, year, pool, until, sabotage, log, ...size, list: size.list() });
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    log(`${year}-03-23 to ${until} played in ${minutes} min on a moved clock; exporting`);
    const status = await runProcess([BIHUAN, "export", "--tenant", world.tenantId, "--out", file], {
      BIHUAN_DATA: dataDir,
    });
    if (status !== 0) throw new Error("the export failed");
  } finally {
    await stage.close();
  }
  log("exported; checking");
}

const BIHUAN = fileURLToPath(new URL("../bin/bihuan.js", import.meta.url));
const CHECKER = fileURLToPath(new URL("check/main.ts", import.meta.url));

/** Another process of the same Node. It knows of this run only what its arguments say. */
async function runProcess(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [...args], { stdio: "inherit", env: { PATH, ...environment } });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
