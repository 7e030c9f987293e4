// Builds the web apps when they are missing or older than their sources: the sources' hash is kept beside them.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Progress } from "./progress.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const VITE = join(ROOT, "node_modules/vite/bin/vite.js");
const SHARED = ["src/ui", "src/domain", "src/api"] as const;
const APPS = [
  { name: "console", words: "办公网页" },
  { name: "field", words: "专家手机网页" },
] as const;

export async function buildWebApps(progress: Progress, log: (line: string) => void): Promise<void> {
  for (const [index, { name, words }] of APPS.entries()) {
    const config = `vite.${name}.config.ts`;
    if (!existsSync(join(ROOT, config))) continue;
    const hash = await hashOf([...SHARED, `src/${name}`], config);
    const kept = join(ROOT, "dist", `${name}.sources`);
    const isFresh = existsSync(join(ROOT, "dist", name, "index.html")) && (await textOf(kept)) === hash;
    if (isFresh) continue;
    progress.say(`正在生成${words}`, (index + 0.3) / APPS.length);
    log(`building ${name}`);
    if (await build(config)) {
      await mkdir(join(ROOT, "dist"), { recursive: true });
      await writeFile(kept, hash);
    } else log(`${name} could not be built: run npm run build and read why`);
  }
}

async function textOf(file: string): Promise<string> {
  return existsSync(file) ? readFile(file, "utf8") : "";
}

async function hashOf(folders: readonly string[], config: string): Promise<string> {
  const hash = createHash("sha256");
  const files = (await Promise.all(folders.map((folder) => filesIn(folder)))).flat();
  for (const file of [...files.toSorted((a, b) => (a < b ? -1 : 1)), config, "package-lock.json"])
    hash.update(file).update(await readFile(join(ROOT, file)));
  return hash.digest("hex");
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const isSource = (name: string) => !/\.test\.tsx?$/.test(name);
  return entries
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}

function build(config: string): Promise<boolean> {
  const args = [VITE, "build", "--config", config, "--logLevel", "error"];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}
