// A normal stop says nothing: the server ends its requests, its jobs, its connections and its database, in that order.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findFreePort } from "#server/db/embedded/credentials.ts";
import { readLockFile } from "#server/db/embedded/lock-file.ts";
import { startWork } from "#server/main.ts";
import { newId, openTestOffice } from "./setup/people.ts";

const BIHUAN = fileURLToPath(new URL("../../bin/bihuan.js", import.meta.url));
let dataDir = "";

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "bihuan-shutdown-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

interface Run {
  readonly child: ChildProcess;
  readonly said: () => { readonly out: string; readonly err: string };
  readonly ended: Promise<unknown[]>;
}

function bihuan(args: readonly string[], port = 0): Run {
  const env = { ...process.env, BIHUAN_DATA: dataDir, PORT: String(port), DATABASE_URL: "", DATABASE_OWNER_URL: "" };
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...own } = env;
  const child = spawn(process.execPath, [BIHUAN, ...args], { env: own, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (said.out += chunk));
  child.stderr.on("data", (chunk) => (said.err += chunk));
  return { child, said: () => said, ended: once(child, "exit") };
}

test("a server that was started, asked and stopped twice over has written nothing to its error output", async () => {
  const init = bihuan([
    "init",
    "--name",
    "青岚街道（演示）",
    "--division",
    "330109901",
    "--login",
    "admin",
    "--admin",
    "管理员",
  ]);
  expect(await init.ended).toEqual([0, null]);
  const password = /password: (\S+)/.exec(init.said().out)?.[1] ?? "";
  expect(init.said().err).toBe("");
  const port = await findFreePort();
  const serve = bihuan(["serve"], port);
  await once(createInterface(serve.child.stdout ?? process.stdin), "line");
  await expect.poll(() => serve.said().out, { timeout: 30_000 }).toContain("Bihuan is ready");
  const url = `http://127.0.0.1:${port}`;
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      fetch(`${url}/sign-in`, {
        method: "POST",
        redirect: "manual",
        headers: { origin: url },
        body: new URLSearchParams({ login: "admin", password }),
      }).then((answer) => `${answer.status} ${answer.headers.get("location")}`),
    ),
  );
  // The password that init printed opens the page that changes it.
  expect(new Set(answers)).toEqual(new Set(["303 /sign-in/password"]));
  // A terminal and npm pass the signal on both.
  serve.child.kill("SIGINT");
  serve.child.kill("SIGINT");
  expect(await serve.ended).toEqual([0, null]);
  expect(serve.said().err).toBe("");
  expect(await readLockFile(join(dataDir, "cluster"))).toBeUndefined();
}, 120_000);

test("the job that runs is finished before the connections close, and none is begun after", async () => {
  const errors = vi.spyOn(console, "error");
  const office = await openTestOffice();
  const { instance, tenantId } = office;
  const client = await instance.services.database.pool.connect();
  const jobs = [1, 2, 3].map(() => ({ name: "document.render", data: { tenantId, id: newId() } }));
  await instance.queue.enqueue(client, jobs);
  client.release();
  const begun: string[] = [];
  const finished: string[] = [];
  const handlers = {
    "document.render": async ({ id }: { readonly id: string }) => {
      begun.push(id);
      await sleep(300);
      await instance.services.database.pool.query("select 1");
      finished.push(id);
    },
  };
  const stopWork = startWork({ ...instance, handlers });
  await expect.poll(() => begun.length).toBe(1);
  await stopWork();
  expect(finished).toEqual(begun);
  await office.close();
  expect([begun.length, errors.mock.calls]).toEqual([1, []]);
});

test("a drain asked for at closing time is over before the pool is", async () => {
  const errors = vi.spyOn(console, "error");
  const office = await openTestOffice();
  const draining = office.instance.queue.drain(office.instance.handlers);
  await office.close();
  expect(await draining).toBe(0);
  expect(await office.instance.queue.drain(office.instance.handlers)).toBe(0);
  expect(errors.mock.calls).toEqual([]);
});
