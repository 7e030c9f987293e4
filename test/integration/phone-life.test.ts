// What happens to a phone that was away: its app is old, its tasks went to somebody else, its person left the agency.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { APP_RELEASE } from "#api/app-release.ts";
import { putHoldings } from "#api/holdings.ts";
import { newId, type Person } from "./setup/people.ts";
import { digestOf, openSubdistrict, type Subdistrict, taskOf } from "./setup/subdistrict.ts";

const SESSION_OVER_MS = 60 * 24 * 3_600_000;

let subdistrict: Subdistrict;
let expert: Person;
let colleague: Person;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  expert = subdistrict.first.expert;
  const { agencyId } = subdistrict.first;
  colleague = await subdistrict.office.addPerson("expert", "李工（演示）", { scopeId: agencyId });
});
afterAll(() => subdistrict.close());

const fixtureSchema = z.array(z.object({ name: z.string(), visit: z.string(), args: z.unknown() }));
const FIXTURE = new URL("./fixtures/first-release-commands.json", import.meta.url);
/** Texts as the first release of the app wrote them: never edited, only added to when the phone learns a new command. */
const fixture = fixtureSchema.parse(JSON.parse(await readFile(FIXTURE, "utf8")));

/** Names of commands that the app's source gives out. */
async function namesInTheApp(): Promise<Set<string>> {
  const folder = new URL("../../src/field", import.meta.url).pathname;
  const files = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/\bname: "([a-zA-Z]+\.[a-zA-Z]+)"/g)].map(([, name]) => name ?? "")),
  );
}

describe("the app of the first release", () => {
  const made = new Map<string, string>();
  function filled(text: string, known: Readonly<Record<string, string>>): string {
    return text.replaceAll(/\$([a-zA-Z0-9]+)/g, (_, name: string) => {
      const value = known[name] ?? made.get(name) ?? newId();
      made.set(name, value);
      return value;
    });
  }

  test("has a text kept of every command that the phone sends", async () => {
    const kept = new Set(fixture.map((one) => one.name));
    expect([...(await namesInTheApp())].filter((name) => !kept.has(name))).toEqual([]);
  });

  test.each(fixture.map((one, index) => [index, one.name] as const))("%i: its %s is accepted", async (index) => {
    const { office, first } = subdistrict;
    const { name, visit, args } = fixture[index] ?? { name: "", visit: "", args: {} };
    const task = made.has("task")
      ? undefined
      : await taskOf(office, first.enterpriseId, office.clock.now().slice(0, 10));
    const known: Record<string, string> = { now: office.clock.now(), site: first.siteId, expert: expert.name };
    if (task) Object.assign(known, { task: task.id, taskCode: task.code });
    if (name === "onSiteRecord.serve")
      known.digest = await digestOf(office, made.get("visit") ?? "", 1, office.clock.now());
    const outcome = await expert.send(name, JSON.parse(filled(JSON.stringify(args), known)), {
      visit: filled(visit, known),
    });
    expect(outcome, JSON.stringify(outcome.problem)).toMatchObject({ status: "accepted" });
  });
});

describe("an app that is too old", () => {
  const named = (release: number) => ({ headers: { "x-bihuan-app": String(release) } });

  test("is told so with every pull; one that is new enough is not", async () => {
    for (const old of [{}, named(0)]) {
      const { json } = await expert.request({ method: "GET", url: "/api/v1/sync", ...old });
      expect(json.update).toContain("太旧");
      const again = await expert.request({
        method: "GET",
        url: `/api/v1/sync?since=${json.version}&day=${json.day}`,
        ...old,
      });
      expect(again.json).toMatchObject({ unchanged: true, update: json.update });
    }
    const { json } = await expert.request({ method: "GET", url: "/api/v1/sync", ...named(APP_RELEASE) });
    expect(json.update).toBeUndefined();
  });

  test("is told with the answer to its work, which is taken all the same", async () => {
    const { office, first } = subdistrict;
    const task = await taskOf(office, first.enterpriseId, office.clock.now().slice(0, 10));
    const visitId = newId();
    const start = { visitId, siteId: first.siteId, taskIds: [task.id], taskCode: task.code, kind: "inspection" };
    const text = JSON.stringify({
      ...{ v: 1, id: newId(), tenant: expert.tenantId, membership: expert.membershipId, visit: visitId },
      ...{ name: "visit.start", args: start, occurredAt: office.clock.now() },
    });
    const { json } = await expert.post("/api/v1/commands", { commands: [text] });
    expect(json.outcomes).toMatchObject([{ status: "accepted" }]);
    expect(json.update).toContain("照收");
  });
});

describe("rights that change while the phone is away", () => {
  const pulled = async (person: Person) => {
    const { json } = await person.get("/api/v1/sync");
    const rows: {
      readonly tasks: readonly { readonly id: string }[];
      readonly enterprises: readonly { readonly id: string }[];
    } = json.rows;
    return {
      tasks: new Set(rows.tasks.map((one) => one.id)),
      enterprises: new Set(rows.enterprises.map((one) => one.id)),
    };
  };

  test("a task given to me comes with its enterprise, and taken away it goes", async () => {
    const { office, second } = subdistrict;
    const person = second.expert;
    const other = await office.addPerson("expert", "赵工（演示）", { scopeId: second.agencyId });
    const task = await taskOf(office, second.enterpriseId, office.clock.now().slice(0, 10));
    await second.agencyLead.act("task.replan", {
      taskId: task.id,
      plannedOn: office.clock.now().slice(0, 10),
      reason: "提前",
    });
    expect((await pulled(person)).tasks).toContain(task.id);
    expect((await pulled(other)).enterprises).not.toContain(second.enterpriseId);
    await second.agencyLead.act("task.assign", { taskId: task.id, expertMembershipId: other.membershipId });
    const came = await pulled(other);
    expect(came.tasks).toContain(task.id);
    expect(came.enterprises).toContain(second.enterpriseId);
    await second.agencyLead.act("task.assign", { taskId: task.id, expertMembershipId: person.membershipId });
    expect((await pulled(other)).enterprises).not.toContain(second.enterpriseId);
    expect((await pulled(person)).tasks).toContain(task.id);
  });

  test("work begun without signal is taken although the task was given to a colleague meanwhile", async () => {
    const { office, second } = subdistrict;
    const task = await taskOf(office, second.enterpriseId, office.clock.now().slice(0, 10));
    const other = await office.addPerson("expert", "孙工（演示）", { scopeId: second.agencyId });
    await second.agencyLead.act("task.assign", { taskId: task.id, expertMembershipId: other.membershipId });
    const visitId = newId();
    const start = { visitId, siteId: second.siteId, taskIds: [task.id], taskCode: task.code, kind: "inspection" };
    await second.expert.act("visit.start", start, { visit: visitId });
    const { json } = await second.expert.get("/api/v1/sync");
    expect(json.rows.visits.map((one: { readonly id: string }) => one.id)).toContain(visitId);
  });

  test("another expert's session neither sends nor reads what is not his", async () => {
    const replayed = await expert.send("supervision.none", {}).catch((error: unknown) => String(error));
    expect(String(replayed)).toContain("no outcome");
    const visitId = [...((await expert.get("/api/v1/sync")).json.rows.visits as { readonly id: string }[])][0]?.id;
    const foreign = await colleague.send(
      "visit.accompany",
      { visitId, by: "none", reason: "另有任务" },
      { visit: visitId },
    );
    expect(foreign).toMatchObject({ status: "refused" });
  });
});

describe("two phones in one visit", () => {
  const [writing, shooting] = [newId(), newId()];
  const tell = async (person: Person, deviceId: string, visits: readonly object[]) => {
    const payload = JSON.stringify({ deviceId, visits });
    const headers = { "content-type": "application/json" };
    const { status, json } = await person.request({ method: "PUT", url: "/api/v1/sync/holdings", payload, headers });
    expect(status).toBe(200);
    return putHoldings.response.parse(json);
  };

  test("each hears what the other still held when it last had a signal, and nobody else does", async () => {
    const { office, second } = subdistrict;
    const visitId = newId();
    const nothing = { visitId, commands: 0, photos: 0, unsorted: 0 };
    expect((await tell(second.expert, shooting, [nothing])).others).toEqual([]);
    const code = { taskIds: [], taskCode: "2026-1-0002-L1", kind: "inspection" };
    await second.expert.act("visit.start", { visitId, siteId: second.siteId, ...code }, { visit: visitId });
    expect((await tell(second.expert, shooting, [{ ...nothing, commands: 2, photos: 5, unsorted: 3 }])).others).toEqual(
      [],
    );
    const saidAt = office.clock.now();
    office.clock.moveTo(new Date(Date.parse(saidAt) + 60_000).toISOString());
    const heard = await tell(second.expert, writing, [nothing]);
    expect(heard).toMatchObject({ now: office.clock.now() });
    expect(heard.others).toEqual([
      { ...nothing, commands: 2, photos: 5, unsorted: 3, deviceId: shooting, personName: second.expert.name, saidAt },
    ]);
    await tell(second.expert, shooting, [nothing]);
    expect((await tell(second.expert, writing, [nothing])).others).toMatchObject([{ commands: 0, photos: 0 }]);
    // Of other experts' visits nothing is said or heard.
    expect((await tell(expert, newId(), [{ ...nothing, commands: 9 }])).others).toEqual([]);
    expect((await tell(second.expert, writing, [nothing])).others).toMatchObject([{ deviceId: shooting, commands: 0 }]);
  });
});

test("an account's key seals the same file every time, and no two accounts share one", async () => {
  const first = (await expert.get("/api/v1/outbox-key")).json;
  const again = (await expert.get("/api/v1/outbox-key")).json;
  const other = (await colleague.get("/api/v1/outbox-key")).json;
  expect(Buffer.from(first.key, "base64")).toHaveLength(32);
  expect(again).toEqual(first);
  expect(other.key).not.toBe(first.key);
});

test("work sent in a session that is over is not decided, and is taken once after signing in", async () => {
  const { office, first } = subdistrict;
  const stale = await expert.cookie();
  const task = await taskOf(office, first.enterpriseId, office.clock.now().slice(0, 10));
  const visitId = newId();
  const args = { visitId, siteId: first.siteId, taskIds: [task.id], taskCode: task.code, kind: "inspection" };
  const text = JSON.stringify({
    ...{ v: 1, id: newId(), tenant: expert.tenantId, membership: expert.membershipId, visit: visitId },
    ...{ name: "visit.start", args, occurredAt: office.clock.now() },
  });
  office.clock.moveTo(new Date(Date.parse(office.clock.now()) + SESSION_OVER_MS).toISOString());
  const headers = { "content-type": "application/json" };
  const payload = JSON.stringify({ commands: [text] });
  const sending = { method: "POST", url: "/api/v1/commands", payload } as const;
  const refused = await expert.request({ ...sending, headers: { ...headers, cookie: stale } });
  expect(refused.status).toBe(401);
  expect(refused.json.problem.text).toContain("登录");
  const [taken, again] = [await expert.request({ ...sending, headers }), await expert.request({ ...sending, headers })];
  expect(taken.json.outcomes).toMatchObject([{ status: "accepted" }]);
  expect(again.json.outcomes).toMatchObject([{ status: "accepted", repeated: true }]);
});
