// `bihuan dev` (npm run dev): server and both web apps at one address for those who build on it, on data of its own.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { readConfig } from "#server/config.ts";
import { findFreePort } from "#server/db/embedded/credentials.ts";
import { startEmbedded } from "#server/db/embedded/supervisor.ts";
import { closeOnSignal } from "#server/main.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = "data/dev";
const SUBDISTRICT = [
  "--name",
  "开发街道（演示）",
  "--division",
  "330109999",
  "--login",
  "admin",
  "--admin",
  "管理员（演示）",
];

export async function run(): Promise<number> {
  const { openFrontDoor } = await import("./dev/front-door.ts");
  const { startRestartedServer } = await import("./dev/restarted-server.ts");
  const log = (line: string) => console.log(line);
  const config = readConfig({ BIHUAN_DATA: join(ROOT, FOLDER), ...process.env });
  const { host, port, dataDir } = config;
  const url = config.publicUrl ?? `http://${host}:${port}`;
  await mkdir(dataDir, { recursive: true });
  const database = config.databaseUrl ? undefined : await startEmbedded({ dataDir, log });
  const serverPort = await findFreePort();
  const environment = {
    ...process.env,
    ...{ BIHUAN_DATA: dataDir, PUBLIC_URL: url, HOST: "127.0.0.1", PORT: String(serverPort) },
    ...(database && { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }),
  };
  await signInOnce(dataDir, environment);
  const server = startRestartedServer({ root: ROOT, environment, log });
  const door = await openFrontDoor({ root: ROOT, host, port, serverPort, whenReady: () => server.whenReady() });
  closeOnSignal(async () => {
    await door.close();
    await server.stop();
    await database?.stop();
  });
  if (await server.whenReady()) log(`Open ${url} · office ${url}/console/ · field ${url}/field/ · Ctrl-C ends it`);
  return new Promise(() => {});
}

/** On a new folder: a subdistrict and its administrator, whose password stays beside the data. */
async function signInOnce(dataDir: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const file = join(dataDir, "sign-in.txt");
  if (!existsSync(file)) {
    const child = spawn(process.execPath, [join(ROOT, "bin/bihuan.js"), "init", ...SUBDISTRICT], {
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const said = await text(child.stdout);
    if (!said.includes("password: ")) throw new Error("The subdistrict to develop on could not be made.");
    await writeFile(file, said, { mode: 0o600 });
  }
  console.log(`Who signs in, and the password of the first time, stand in ${file}`);
}
