// Unsent work handed from phone to phone as a file: whole, once, and for its owner alone.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { FieldDatabase, type OutboxCommand } from "../store/field-database.ts";
import { readUnsentFile, writeUnsentFile } from "./unsent-file.ts";

const KEY = Buffer.alloc(32, 7).toString("base64");
const owner = { accountId: "account-zhou", displayName: "周工", key: KEY };
const SCOPE = "0198c0de-0000-7000-8000-0000000000aa";
const idOf = (no: number) => `0198c0de-0000-7000-8000-${String(no).padStart(12, "0")}`;

function command(no: number, state: OutboxCommand["state"]): OutboxCommand {
  return {
    ...{ id: idOf(no), scope: SCOPE, tenantId: SCOPE, visitId: idOf(900), lane: `${SCOPE}/${idOf(900)}`, state },
    ...{ name: "hazard.record", text: `{"id":"${idOf(no)}","place":"二号车间"}`, changes: [], photoCount: 1 },
    ...{ occurredAt: "2026-11-02T01:30:00.000Z", about: "隐患", enterprise: "恒达机械" },
  };
}

let phones = 0;
let old: FieldDatabase;
let taken: FieldDatabase;

beforeEach(async () => {
  phones += 1;
  old = new FieldDatabase(`old-${phones}`);
  taken = new FieldDatabase(`new-${phones}`);
  for (const one of [command(1, "waiting"), command(2, "accepted"), command(3, "refused"), command(4, "waiting")])
    await old.commands.add(one);
  const blob = new Blob([new Uint8Array([0xff, 0xd8, 1, 2, 3])], { type: "image/jpeg" });
  const common = { scope: SCOPE, tenantId: SCOPE, enterprise: "恒达机械", failures: 3, retryAt: 99, blob } as const;
  const slot = { slotId: idOf(50), kind: "working", takenAt: "2026-11-02T01:30:00.000Z" } as const;
  await old.photos.put({ ...common, ...slot, sha256: "a".repeat(64), commandId: idOf(1), state: "waiting" });
  await old.photos.put({ ...common, ...slot, sha256: "b".repeat(64), commandId: idOf(2), state: "stored" });
  await old.drafts.put({ id: "capture/1", value: { photo: { upright: blob } }, savedAt: "2026-11-02T01:30:00.000Z" });
});

describe("unsent work as a file", () => {
  it("brings exact texts in their order, pictures byte for byte, and half-made forms; nothing the server has", async () => {
    const read = await readUnsentFile(taken, owner, await writeUnsentFile(old, owner));
    expect(read).toEqual({ ok: true, value: { commands: 3, photos: 1, drafts: 1 } });
    const commands = await taken.commands.orderBy("n").toArray();
    expect(commands.map((one) => [one.id, one.state, one.text])).toEqual(
      [command(1, "waiting"), command(3, "refused"), command(4, "waiting")].map((one) => [one.id, one.state, one.text]),
    );
    const [photo] = await taken.photos.toArray();
    expect(new Uint8Array((await photo?.blob.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(
      new Uint8Array([0xff, 0xd8, 1, 2, 3]),
    );
    expect(photo).toMatchObject({ state: "waiting", failures: 0, retryAt: 0 });
    const [draft] = await taken.drafts.toArray();
    expect(Reflect.get(Object(Reflect.get(Object(draft?.value), "photo")), "upright")).toBeInstanceOf(Blob);
  });

  it("read twice changes nothing the second time", async () => {
    const file = await writeUnsentFile(old, owner);
    await readUnsentFile(taken, owner, file);
    expect(await readUnsentFile(taken, owner, file)).toEqual({
      ok: true,
      value: { commands: 0, photos: 0, drafts: 0 },
    });
    expect(await taken.commands.count()).toBe(3);
  });

  it("names its owner to anybody and shows nothing else", async () => {
    const file = await writeUnsentFile(old, owner);
    expect(file).toContain("周工");
    expect(file).not.toContain("二号车间");
    const other = { accountId: "account-li", displayName: "李工", key: Buffer.alloc(32, 8).toString("base64") };
    const read = await readUnsentFile(taken, other, file);
    expect(read).toMatchObject({ ok: false, problem: { code: "unsent_file.other_owner", params: { owner: "周工" } } });
    // Even with the name forged, the other's key does not open it.
    const forged = await readUnsentFile(taken, { ...other, accountId: owner.accountId }, file);
    expect(forged).toMatchObject({ ok: false, problem: { code: "unsent_file.damaged" } });
    expect(await taken.commands.count()).toBe(0);
  });

  it.each([
    ["", "unsent_file.not_one"],
    ["{}", "unsent_file.not_one"],
  ])("refuses what is no such file: %s", async (text, code) => {
    expect(await readUnsentFile(taken, owner, text)).toMatchObject({ ok: false, problem: { code } });
  });

  it("refuses half a file and one of a newer app", async () => {
    const file = JSON.parse(await writeUnsentFile(old, owner));
    const half = JSON.stringify({ ...file, sealed: file.sealed.slice(0, file.sealed.length / 2) });
    expect(await readUnsentFile(taken, owner, half)).toMatchObject({ problem: { code: "unsent_file.damaged" } });
    const newer = JSON.stringify({ ...file, version: 9 });
    expect(await readUnsentFile(taken, owner, newer)).toMatchObject({ problem: { code: "unsent_file.newer" } });
  });
});
