// The phone's copy from the first tap to the pull: accepted locally, sent, refused or taken, pulled back.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { SAMPLE_ROWS } from "#domain/law/sample-library.ts";
import { readOutbox, settleRequest } from "../outbox/outbox-store.ts";
import type { FieldDatabase } from "./field-database.ts";
import { openFieldDatabase } from "./field-database.ts";
import { issueCommands } from "./issue-commands.ts";
import { storeLibrary } from "./library-database.ts";
import { forgetScope } from "./local-state.ts";
import { rowOf, rowsOf } from "./read-rows.ts";
import { EXPERT, sampleId, sampleSnapshot } from "./sample-snapshot.ts";
import { takeSnapshot } from "./take-snapshot.ts";

const DAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const VISIT = sampleId(800);
const membership = {
  id: EXPERT,
  tenantId: sampleId(1),
  tenantName: "石埠街道",
  scopeId: sampleId(2),
  scopeName: "安巡",
  displayName: "周工",
};

const memory = new Map<string, string>();
Object.defineProperty(globalThis, "localStorage", {
  value: {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => memory.set(key, value),
  },
});

let accounts = 0;
let db: FieldDatabase;
beforeEach(async () => {
  accounts += 1;
  db = openFieldDatabase(`account-${accounts}`);
  await storeLibrary(SAMPLE_ROWS);
  await takeSnapshot(db, membership, sampleSnapshot(DAY), []);
});

const start = () => ({
  name: "visit.start",
  args: {
    visitId: VISIT,
    siteId: sampleId(201),
    taskIds: [sampleId(301)],
    taskCode: "2026-3-0002-J",
    kind: "inspection",
  },
  visitId: VISIT,
  about: "到场",
  enterprise: "恒达机械",
});
const accompany = (by: string, name: string | null) => ({
  name: "visit.accompany",
  args: { visitId: VISIT, by, name },
  visitId: VISIT,
  about: "陪同",
  enterprise: "恒达机械",
});

async function ids() {
  return (await readOutbox(db)).commands.map((command) => `${command.id} ${command.state}`);
}

describe("a command on the phone", () => {
  it("is decided locally, written with its changes, and seen at once", async () => {
    const issued = await issueCommands(db, EXPERT, [start(), accompany("officer", "陆科员")]);
    expect(issued.ok).toBe(true);
    const visit = await rowOf(db, EXPERT, "visits", { id: VISIT });
    expect(visit).toMatchObject({
      status: "started",
      enterpriseName: "杭州恒达机械有限公司（演示）",
      accompaniedName: "陆科员",
    });
    const stored = await db.commands.toArray();
    expect(stored.map((one) => JSON.parse(one.text).name)).toEqual(["visit.start", "visit.accompany"]);
    expect(new Set(stored.map((one) => one.lane)).size).toBe(1);
  });

  it("that breaks a rule is refused in the server's words and writes nothing, not even those before it", async () => {
    const issued = await issueCommands(db, EXPERT, [start(), accompany("officer", null)]);
    expect(issued).toMatchObject({ ok: false, problem: { code: "visit.accompanied_name_missing" } });
    expect(await ids()).toEqual([]);
    expect(await rowsOf(db, EXPERT, "visits")).toEqual([]);
  });

  it("goes with its photos in the same transaction", async () => {
    const photo = {
      slotId: sampleId(900),
      sha256: "a".repeat(64),
      kind: "working" as const,
      blob: new Blob(["x"]),
      takenAt: `${DAY}T01:00:00.000Z`,
    };
    await issueCommands(db, EXPERT, [{ ...start(), photos: [photo] }]);
    expect((await readOutbox(db)).photos).toMatchObject([
      { sha256: "a".repeat(64), state: "waiting", kind: "working" },
    ]);
    const refused = await issueCommands(db, EXPERT, [{ ...start(), photos: [{ ...photo, sha256: "b".repeat(64) }] }]);
    expect(refused).toMatchObject({ ok: false, problem: { code: "visit.already_started" } });
    expect((await readOutbox(db)).photos).toHaveLength(1);
  });

  it("belongs to its account: another login sees neither rows nor commands", async () => {
    await issueCommands(db, EXPERT, [start()]);
    const other = openFieldDatabase("somebody-else");
    expect(await readOutbox(other)).toMatchObject({ commands: [], photos: [] });
    expect(await rowsOf(other, EXPERT, "visits")).toEqual([]);
  });
});

describe("what the server says", () => {
  it("refused: its effect leaves the screen, the command stays to be read", async () => {
    await issueCommands(db, EXPERT, [start()]);
    const [command] = (await readOutbox(db)).commands;
    const problem = { code: "visit.task_not_owed", params: {}, text: "任务已经办完。" };
    const settled = [{ id: command?.id ?? "", state: "refused" as const, problem }];
    await settleRequest(db, command?.lane ?? "", { settled, failed: "none" }, Date.now());
    expect(await rowsOf(db, EXPERT, "visits")).toEqual([]);
    expect(await db.commands.toArray()).toMatchObject([{ state: "refused", problem }]);
  });

  it("accepted: the effect stays until the pull brings it, and pending ones are laid over the new rows", async () => {
    await issueCommands(db, EXPERT, [start()]);
    const [command] = (await readOutbox(db)).commands;
    const settled = [{ id: command?.id ?? "", state: "accepted" as const }];
    await settleRequest(db, command?.lane ?? "", { settled, failed: "none" }, Date.now());
    await issueCommands(
      db,
      EXPERT,
      [accompany("none", null)].map((one) => ({ ...one, args: { ...one.args, reason: "另有任务" } })),
    );
    const visit = await rowOf(db, EXPERT, "visits", { id: VISIT });
    const answer = sampleSnapshot(DAY, 9);
    const visits = [{ ...visit, accompaniedBy: null, accompanimentReason: null }] as (typeof answer.rows)["visits"];
    await takeSnapshot(db, membership, { ...answer, rows: { ...answer.rows, visits } }, [command?.id ?? ""]);
    expect(await rowOf(db, EXPERT, "visits", { id: VISIT })).toMatchObject({ accompaniedBy: "none" });
    expect((await db.commands.toArray()).map((one) => one.state)).toEqual(["delivered", "waiting"]);
  });

  it("nothing: the visit waits longer each time, and another visit does not", async () => {
    await issueCommands(db, EXPERT, [start()]);
    const [command] = (await readOutbox(db)).commands;
    const stopped = { code: "server.fault", params: {}, text: "系统出了故障。" };
    await settleRequest(db, command?.lane ?? "", { settled: [], failed: "lane", stopped }, 1000);
    await settleRequest(db, command?.lane ?? "", { settled: [], failed: "lane", stopped }, 1000);
    expect(await db.lanes.toArray()).toMatchObject([{ failures: 2, stopped }]);
    expect(await ids()).toEqual([`${command?.id} waiting`]);
  });

  it("refused, and given again: the new command names the one it replaces, and its old photo is not sent", async () => {
    await issueCommands(db, EXPERT, [start(), accompany("officer", "陆科员")]);
    const [, refused] = (await readOutbox(db)).commands;
    const settled = [{ id: refused?.id ?? "", state: "refused" as const }];
    await settleRequest(db, refused?.lane ?? "", { settled, failed: "none" }, Date.now());
    await issueCommands(db, EXPERT, [accompany("officer", "沈科员")]);
    const commands = await db.commands.orderBy("n").toArray();
    expect(commands.map((one) => one.state)).toEqual(["waiting", "replaced", "waiting"]);
    expect(JSON.parse(commands[2]?.text ?? "{}")).toMatchObject({ replaces: refused?.id });
  });
});

describe("rights that change while this phone holds unsent work", () => {
  it("a task taken away leaves with its enterprise; the visit begun without a signal stays, and goes on", async () => {
    await issueCommands(db, EXPERT, [start()]);
    expect(await rowsOf(db, EXPERT, "tasks")).not.toEqual([]);
    const answer = sampleSnapshot(DAY, 9);
    await takeSnapshot(
      db,
      membership,
      { ...answer, rows: { ...answer.rows, tasks: [], enterprises: [], sites: [], hazards: [] } },
      [],
    );
    expect(await rowsOf(db, EXPERT, "tasks")).toEqual([]);
    expect(await rowsOf(db, EXPERT, "enterprises")).toEqual([]);
    expect(await rowOf(db, EXPERT, "visits", { id: VISIT })).toMatchObject({ status: "started" });
    expect(await ids()).toHaveLength(1);
    expect(await issueCommands(db, EXPERT, [accompany("officer", "陆科员")])).toMatchObject({ ok: true });
  });

  it("a membership that ended takes its rows along and leaves its unsent commands and photos to their owner", async () => {
    const photo = { slotId: sampleId(900), sha256: "c".repeat(64), kind: "working" as const, blob: new Blob(["x"]) };
    await issueCommands(db, EXPERT, [{ ...start(), photos: [{ ...photo, takenAt: `${DAY}T01:00:00.000Z` }] }]);
    await forgetScope(db, EXPERT);
    expect(await rowsOf(db, EXPERT, "enterprises")).toEqual([]);
    expect(await db.snapshots.count()).toBe(0);
    expect(await readOutbox(db)).toMatchObject({ commands: [{ state: "waiting" }], photos: [{ state: "waiting" }] });
    // Sealed: another account's database holds none of it.
    expect(await readOutbox(openFieldDatabase("a-colleague"))).toMatchObject({ commands: [], photos: [] });
  });
});
