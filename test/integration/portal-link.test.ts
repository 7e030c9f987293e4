// The owner on a phone, through the front door: what the link opens and what it does not, received in one tap, the proof
// with its photo, and every link that opens no more.
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { MOST_UNKNOWN } from "#server/http/portal-guess-guard.ts";
import { newId } from "./setup/people.ts";
import { phoneBrowser } from "./setup/phone-browser.ts";
import { inspect, openSubdistrict, photoArgs, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let mine: Visited;
let other: Visited;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  mine = await inspect(subdistrict, subdistrict.first, 3);
  other = await inspect(subdistrict, subdistrict.second, 1);
});
afterAll(() => subdistrict.close());

const phone = () => phoneBrowser(subdistrict.office.app);
const who = { name: "何建国（演示）", position: "厂长" };
const read = <T>(work: (db: Parameters<Parameters<typeof asActor<T>>[3]>[0]["db"]) => Promise<T>): Promise<T> =>
  asActor(subdistrict.office.instance.services.database, subdistrict.office.tenantId, systemActor("test"), ({ db }) =>
    work(db),
  );
const hazardOf = (id: string | undefined) =>
  read((db) =>
    db
      .selectFrom("hazards")
      .selectAll()
      .where("id", "=", id ?? "")
      .executeTakeFirstOrThrow(),
  );
const actsOf = (id: string | undefined, command: string) =>
  read((db) =>
    db
      .selectFrom("hazardActs")
      .selectAll()
      .where("hazardId", "=", id ?? "")
      .where("command", "=", command)
      .execute(),
  );
const picture = (color: string) =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: color } })
    .jpeg()
    .toBuffer();

test("the link opens the list, within 60 kB, and leaves a line in the access log", async () => {
  const page = await phone().get(`/l/${mine.linkSecret}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain("还有3条要改");
  expect(page.text).toContain("恒达机械（演示）");
  expect(page.text).not.toContain("瑞木家具");
  expect(Buffer.byteLength(page.text)).toBeLessThan(60_000);
  expect(page.headers["referrer-policy"]).toBe("same-origin");
  expect(page.headers["cache-control"]).toBe("no-store");
  const log = await read((db) => db.selectFrom("accessLog").selectAll().where("act", "=", "link.open").execute());
  expect(log[0]?.subject).toMatch(/^accessLinks:/);
  expect(JSON.stringify(log)).not.toContain(mine.linkSecret);
});

test("a guessed link, a broken one and another enterprise's hazard each say what is the matter", async () => {
  const guessed = await phone().get("/l/AAAAAAAAAAAAAAAAAAAAAA");
  expect([guessed.status, guessed.text.includes("这个链接现在还打不开")]).toEqual([404, true]);
  const broken = await phone().get("/l/abc");
  expect([broken.status, broken.text.includes("链接不完整")]).toEqual([404, true]);
  const foreign = await phone().get(`/l/${mine.linkSecret}/h/${other.hazardIds[0]}`);
  expect([foreign.status, foreign.text.includes("没有找到这一条")]).toEqual([404, true]);
  const write = await phone().form(`/l/${mine.linkSecret}/receive`, {
    commandId: newId(),
    hazardId: other.hazardIds[0] ?? "",
    ...who,
  });
  expect(write.status).toBe(404);
  const picture = await phone().get(`/l/${mine.linkSecret}/photo/${other.photos[0]?.slotId}`);
  expect(picture.status).toBe(404);
});

test("received: asked for a name once, then one tap; two taps are one act", async () => {
  const [first, second] = mine.hazardIds;
  const device = phone();
  const commandId = newId();
  await device.get(`/l/${mine.linkSecret}`);
  const asked = await device.form(`/l/${mine.linkSecret}/receive`, { commandId, hazardId: first ?? "" });
  expect([asked.status, asked.text.includes("先说一下您是谁")]).toEqual([200, true]);
  expect((await hazardOf(first)).acknowledgedAt).toBeNull();
  const send = () => device.form(`/l/${mine.linkSecret}/receive`, { commandId, hazardId: first ?? "", ...who });
  const both = await Promise.all([send(), send()]);
  expect(both.map((one) => one.status)).toEqual([303, 303]);
  expect(await actsOf(first, "hazard.acknowledge")).toHaveLength(1);
  expect((await hazardOf(first)).acknowledgedBy).toBe(who.name);
  const again = await device.form(`/l/${mine.linkSecret}/receive`, { commandId: newId(), hazardId: second ?? "" });
  expect(again.status).toBe(303);
  expect((await hazardOf(second)).acknowledgedBy).toBe(who.name);
});

test("a photo that is none, cut off or called something else is told in a sentence, and nothing is stored", async () => {
  const device = phone();
  const [first] = mine.hazardIds;
  const url = `/l/${mine.linkSecret}/h/${first}/rectification`;
  const whole = await picture("#a33");
  const cases = [
    { bytes: Buffer.from("not a picture at all"), type: "image/jpeg" },
    { bytes: whole.subarray(0, Math.floor(whole.length / 2)), type: "image/jpeg" },
    { bytes: whole, type: "image/png" },
  ];
  for (const file of cases) {
    const answer = await device.photos(url, { commandId: newId(), text: "写好的话还在", ...who }, [file]);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("写好的话还在");
    expect(answer.text).toContain("note--late");
  }
  expect((await hazardOf(first)).status).toBe("open");
  const none = await device.photos(url, { commandId: newId(), text: "没有照片", ...who }, []);
  expect([none.status, none.text.includes("缺照片")]).toEqual([422, true]);
});

test("the proof goes in with its photo, is stored at once, and shows", async () => {
  const device = phone();
  const [first] = mine.hazardIds;
  const here = `/l/${mine.linkSecret}/h/${first}`;
  await device.get(here);
  const photo = { bytes: await picture("#3a3"), type: "image/jpeg" };
  const fields = { commandId: newId(), text: "", funds: "800", responsible: "老陈", ...who };
  const sent = await Promise.all([1, 2].map(() => device.photos(`${here}/rectification`, fields, [photo])));
  expect(sent.map((one) => [one.status, one.headers.location])).toEqual([
    [303, `${here}?said=submitted`],
    [303, `${here}?said=submitted`],
  ]);
  const acts = await actsOf(first, "rectification.submit");
  expect(acts).toHaveLength(1);
  expect(acts[0]).toMatchObject({
    actorName: who.name,
    actorRole: "linkHolder",
    onBehalf: false,
    note: "已改好，见照片。",
  });
  expect(acts[0]?.data).toContain('"fundsFen":80000');
  const slots = await read((db) =>
    db.selectFrom("photoSlots").selectAll().where("purpose", "=", "rectification").execute(),
  );
  expect(slots.map((slot) => [slot.state, slot.originalState])).toEqual([["stored", "stored"]]);
  // A form's file field cannot tell a photo taken now from one of the album.
  expect(slots[0]?.source).toBe("form");
  const page = await device.get(`${here}?said=submitted`);
  expect(page.text).toContain("照片已交上来");
  const shown = await device.get(`/l/${mine.linkSecret}/photo/${slots[0]?.id}?size=thumb`);
  expect([shown.status, shown.headers["content-type"]]).toEqual([200, "image/jpeg"]);
  const changed = await device.photos(`${here}/rectification`, { ...fields, text: "改了话" }, [photo]);
  expect([changed.status, changed.text.includes("已经交过了")]).toEqual([409, true]);
});

test("more days with R12's four parts, and an objection", async () => {
  const device = phone();
  const second = `/l/${mine.linkSecret}/h/${mine.hazardIds[1]}`;
  const parts = { stepsTaken: "已停用", daysNeeded: "6", reason: "配件没到", interimProtection: "断电挂牌" };
  const missing = await device.form(`${second}/extension`, { commandId: newId(), ...parts, reason: " ", ...who });
  expect([missing.status, missing.text.includes("断电挂牌")]).toEqual([422, true]);
  const asked = await device.form(`${second}/extension`, { commandId: newId(), ...parts });
  expect(asked.status).toBe(303);
  expect((await hazardOf(mine.hazardIds[1])).extensionPending).toBe(true);
  const third = `/l/${mine.linkSecret}/h/${mine.hazardIds[2]}`;
  const objected = await device.form(`${third}/objection`, { commandId: newId(), reason: "这台<b>早就</b>停用了" });
  expect(objected.status).toBe(303);
  const page = await device.get(third);
  expect(page.text).toContain("这台&#60;b&#62;早就&#60;/b&#62;停用了");
});

test("passed to a colleague: the new link opens the chosen hazards only", async () => {
  const device = phone();
  const form = await device.get(`/l/${mine.linkSecret}/delegate`);
  const secret = /name="secret" value="([^"]+)"/.exec(form.text)?.[1] ?? "";
  const chosen = mine.hazardIds[1] ?? "";
  const fields = { commandId: newId(), secret, hazardIds: [chosen], label: "电工老陈", ...who };
  const made = await device.form(`/l/${mine.linkSecret}/delegate`, fields);
  expect([made.status, made.text.includes(`/l/${secret}`)]).toEqual([200, true]);
  const twice = await device.form(`/l/${mine.linkSecret}/delegate`, fields);
  expect(twice.status).toBe(200);
  const colleague = phone();
  const list = await colleague.get(`/l/${secret}`);
  expect(list.text).toContain("同事转给电工老陈办的");
  expect(list.text).toContain(`/h/${chosen}`);
  expect(list.text).not.toContain(`/h/${mine.hazardIds[2]}`);
  expect(list.text).not.toContain("/document/");
  expect((await colleague.get(`/l/${secret}/h/${mine.hazardIds[2]}`)).status).toBe(404);
  expect((await colleague.get(`/l/${secret}/photo/${mine.photos[2]?.slotId}`)).status).toBe(404);
});

test("earlier hazards still open that day are carried into the next visit's link; those closed before are not", async () => {
  const { office, first } = subdistrict;
  const visit = async (day: string) => {
    office.clock.moveTo(`${day}T01:00:00.000Z`);
    return newId();
  };
  const reinspection = await visit("2026-05-20");
  const options = { visit: reinspection };
  await first.expert.act(
    "visit.start",
    { visitId: reinspection, siteId: first.siteId, taskIds: [], taskCode: "复-1", kind: "reinspection" },
    options,
  );
  const { args } = photoArgs(office.clock.now());
  await first.expert.act(
    "reinspection.pass",
    { hazardId: mine.hazardIds[0], visitId: reinspection, photos: [args] },
    options,
  );
  await visit("2026-07-15");
  const later = await inspect(subdistrict, first, 1);
  const list = await phone().get(`/l/${later.linkSecret}`);
  expect(list.text).toContain(`/h/${later.hazardIds[0]}`);
  expect(list.text).toContain(`/h/${mine.hazardIds[1]}`);
  expect(list.text).not.toContain(`/h/${mine.hazardIds[0]}`);
  const earlier = await phone().get(`/l/${mine.linkSecret}`);
  expect(earlier.text).not.toContain(`/h/${later.hazardIds[0]}`);
  expect(earlier.text).toContain(`/h/${mine.hazardIds[0]}`);
});

test("a revoked link says so and shows nothing of the enterprise", async () => {
  const links = await read((db) =>
    db.selectFrom("accessLinks").selectAll().where("visitId", "=", other.visitId).execute(),
  );
  await subdistrict.officer.act("accessLink.revoke", { linkId: links[0]?.id, reason: "发错人了" });
  const page = await phone().get(`/l/${other.linkSecret}`);
  expect([page.status, page.text.includes("这个链接已停用")]).toEqual([410, true]);
  expect(page.text).not.toContain("瑞木家具");
  const write = await phone().form(`/l/${other.linkSecret}/receive`, { commandId: newId(), ...who });
  expect(write.status).toBe(410);
  const log = await read((db) => db.selectFrom("accessLog").selectAll().where("act", "=", "link.refused").execute());
  expect(log.length).toBeGreaterThan(0);
});

test("thirty days after the last closing the link expires", async () => {
  const { office, second } = subdistrict;
  office.clock.moveTo("2026-10-12T01:00:00.000Z");
  const visited = await inspect(subdistrict, second, 1);
  const reinspection = newId();
  const options = { visit: reinspection };
  await second.expert.act(
    "visit.start",
    { visitId: reinspection, siteId: second.siteId, taskIds: [], taskCode: "复-2", kind: "reinspection" },
    options,
  );
  for (const hazardId of [...visited.hazardIds, ...other.hazardIds]) {
    const { args } = photoArgs(office.clock.now());
    await second.expert.act("reinspection.pass", { hazardId, visitId: reinspection, photos: [args] }, options);
  }
  office.clock.moveTo("2026-11-11T01:00:00.000Z");
  expect((await phone().get(`/l/${visited.linkSecret}`)).status).toBe(200);
  office.clock.moveTo("2026-11-12T01:00:00.000Z");
  const page = await phone().get(`/l/${visited.linkSecret}`);
  expect([page.status, page.text.includes("这个链接已到期")]).toEqual([410, true]);
});

test("guessing in bulk is stopped by address: the same unknown link again is no guess, other addresses go on", async () => {
  const ask = async (secret: string, remoteAddress: string) => {
    const answer = await subdistrict.office.app.inject({ method: "GET", url: `/l/${secret}`, remoteAddress });
    return { status: answer.statusCode, text: answer.body };
  };
  const guess = (n: number) => `guess${String(n).padStart(17, "0")}`;
  const waiting = await Promise.all(Array.from({ length: MOST_UNKNOWN + 5 }, () => ask(guess(0), "10.0.0.7")));
  expect(new Set(waiting.map(({ status }) => status))).toEqual(new Set([404]));
  const statuses: number[] = [];
  for (let n = 1; n <= MOST_UNKNOWN + 5; n++) statuses.push((await ask(guess(n), "10.0.0.7")).status);
  expect(statuses.filter((status) => status === 404)).toHaveLength(MOST_UNKNOWN - 1);
  const stopped = await ask(mine.linkSecret, "10.0.0.7");
  expect([stopped.status, stopped.text.includes("请过一会儿再打开")]).toEqual([429, true]);
  expect((await ask(mine.linkSecret, "10.0.0.8")).status).toBe(200);
});
