// The demonstration on a later day: the old story is shown while it is told anew, then the new one stands at the same address, told
// up to the day before. By a moved clock, on the smallest list.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { systemActor } from "#server/commands/issue.ts";
import { removeDataFolder } from "#server/db/embedded/data-folder.ts";
import { asActor } from "#server/db/transaction.ts";
import { type Demonstration, openDemonstration } from "../../scenario/demo/demonstration.ts";
import { newProgress, showProgress } from "../../scenario/demo/progress.ts";
import { drawPool } from "../../scenario/photo-pool.ts";
import { playStory } from "../../scenario/play.ts";
import { smallList } from "../../scenario/small-list.ts";
import { freePort, type Stage } from "../../scenario/stage.ts";

const YEAR = 2026;
let home = "";
let url = "";
let port = 0;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "bihuan-demo-"));
  port = await freePort();
  url = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await removeDataFolder(join(home, "demo"));
  await rm(home, { recursive: true, force: true });
});

async function tell(stage: Stage, until: string): Promise<void> {
  const hazards = { first: [1, 2], later: 1 } as const;
  const pool = await drawPool(1, 200);
  await playStory({ stage, year: YEAR, pool, until, hazards, experts: 2, list: smallList(), log: () => {} });
}

function openOn(day: string, told: typeof tell = tell, fresh = false): Promise<Demonstration> {
  const progress = newProgress();
  return openDemonstration({
    ...{ path: join(home, "demo"), fresh, port, publicUrl: url, progress, tell: told, log: () => {} },
    now: () => `${day}T02:00:00.000Z`,
    prepare: (app) => showProgress(app, progress),
    build: async () => {},
  });
}

const lastVisit = async ({ instance }: Stage): Promise<string | undefined> => {
  const { database } = instance.services;
  const tenant = await database.global
    .selectFrom("tenants")
    .select("id")
    .where("kind", "=", "subdistrict")
    .executeTakeFirst();
  if (!tenant) return undefined;
  const newest = await asActor(database, tenant.id, systemActor("test"), ({ db }) =>
    db.selectFrom("visits").select("inspectedOn").orderBy("inspectedOn", "desc").executeTakeFirst(),
  );
  return newest?.inspectedOn;
};
const mark = async () => JSON.parse(await readFile(join(home, "demo", "demonstration.json"), "utf8"));
const page = async () => (await fetch(`${url}/sign-in`)).text();

test("is told up to yesterday, and opened again on the same day it stays as it is", async () => {
  const first = await openOn("2026-04-21");
  await first.told;
  expect(await mark()).toMatchObject({ playedUntil: "2026-04-20" });
  const last = await lastVisit(first.stage());
  expect(last !== undefined && last > "2026-04-01" && last <= "2026-04-20").toBe(true);
  await first.close();
  const never = vi.fn(tell);
  const again = await openOn("2026-04-21", never);
  await again.told;
  expect(never).not.toHaveBeenCalled();
  expect(await lastVisit(again.stage())).toBe(last);
  await again.close();
}, 180_000);

test("on a later day the days between are told, and the old one is shown meanwhile", async () => {
  const gate = Promise.withResolvers<void>();
  const later = await openOn("2026-05-12", async (stage, until) => {
    await gate.promise;
    await tell(stage, until);
  });
  await vi.waitFor(async () => expect(await page()).toContain("讲到2026-04-20的旧故事"), { timeout: 20_000 });
  const old = await lastVisit(later.stage());
  gate.resolve();
  await later.told;
  expect(await mark()).toMatchObject({ playedUntil: "2026-05-11" });
  expect(((await lastVisit(later.stage())) ?? "") > (old ?? "9")).toBe(true);
  expect(await page()).not.toContain("旧故事");
  expect(await readdir(home)).toEqual(["demo"]);
  await later.close();
}, 180_000);

test("a telling that breaks leaves the old one as it was", async () => {
  const broken = await openOn("2026-05-20", async () => {
    throw new Error("the story broke off");
  });
  await broken.told;
  expect(await mark()).toMatchObject({ playedUntil: "2026-05-11" });
  expect(await page()).toContain("<form");
  expect(await lastVisit(broken.stage())).toBeDefined();
  await broken.close();
  const again = await openOn("2026-04-10", tell);
  await again.told;
  expect(await readdir(home)).toEqual(["demo"]);
  await again.close();
}, 120_000);

test("--fresh begins with an empty folder, wherever its database lies", async () => {
  const fresh = await openOn("2026-05-20", async () => {}, true);
  await fresh.told;
  expect(await lastVisit(fresh.stage())).toBeUndefined();
  expect(await mark()).toMatchObject({ playedUntil: "2026-05-19" });
  await fresh.close();
}, 60_000);
