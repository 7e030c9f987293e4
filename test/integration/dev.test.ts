// `npm run dev`: one address, web apps from their sources, the server behind them, started again on a change, ended by Ctrl-C.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { findFreePort } from "#server/db/embedded/credentials.ts";
import { readLockFile } from "#server/db/embedded/lock-file.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
let dataDir = "";
let url = "";
let dev: ReturnType<typeof spawn>;
const said = { out: "", err: "" };

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "bihuan-dev-"));
  const port = await findFreePort();
  url = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...environment } = process.env;
  dev = spawn(process.execPath, [join(ROOT, "bin/bihuan.js"), "dev"], {
    env: { ...environment, NODE_ENV: "development", BIHUAN_DATA: dataDir, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  dev.stdout?.on("data", (chunk) => {
    said.out += chunk;
  });
  dev.stderr?.on("data", (chunk) => {
    said.err += chunk;
  });
  await vi.waitFor(() => expect(said.out + said.err).toContain(`Open ${url}`), { timeout: 90_000, interval: 200 });
});
afterAll(async () => {
  if (dev.exitCode === null) dev.kill("SIGKILL");
  await rm(dataDir, { recursive: true, force: true });
});

const get = async (path: string, accept = "text/html") => {
  const answer = await fetch(`${url}${path}`, { headers: { accept } });
  return { status: answer.status, text: await answer.text() };
};

test("both web apps come from their sources with hot reload, and their router's pages too", async () => {
  for (const app of ["console", "field"]) {
    for (const path of [`/${app}/`, `/${app}/some/page`])
      expect((await get(path)).text, path).toContain(`/${app}/@vite/client`);
    const source = await get(`/${app}/main.tsx`, "*/*");
    expect([source.status, source.text.includes("jsxDEV")]).toEqual([200, true]);
  }
});

test("all the rest is the server's, and signing in works through the one address", async () => {
  expect((await get("/readyz")).status).toBe(200);
  expect((await get("/sign-in")).text).toContain("<form");
  const password = /password: (\S+)/.exec(await readFile(join(dataDir, "sign-in.txt"), "utf8"))?.[1];
  const signedIn = await fetch(`${url}/sign-in`, {
    method: "POST",
    headers: { origin: url },
    body: new URLSearchParams({ login: "admin", password: password ?? "" }),
    redirect: "manual",
  });
  // The first password opens the page that changes it.
  expect([signedIn.status, signedIn.headers.get("location")]).toEqual([303, "/sign-in/password"]);
  expect(signedIn.headers.get("set-cookie")).toContain("HttpOnly");
});

test("a changed source starts the server again; who asks meanwhile waits", async () => {
  await utimes(join(ROOT, "src/server/clock.ts"), new Date(), new Date());
  await expect.poll(() => said.out, { timeout: 20_000 }).toContain("changed; the server starts again");
  expect((await get("/readyz")).status).toBe(200);
}, 60_000);

test("Ctrl-C ends everything and leaves nothing running", async () => {
  const ended = once(dev, "exit");
  dev.kill("SIGINT");
  dev.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
  expect(await readLockFile(join(dataDir, "cluster"))).toBeUndefined();
  expect(said.err).toBe("");
}, 60_000);
