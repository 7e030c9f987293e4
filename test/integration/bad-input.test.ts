// What goes wrong in the field gets a sentence, and nothing is half-saved.
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { newId } from "./setup/people.ts";
import { hazardArgs, inspect, openSubdistrict, photoArgs, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let visitId: string;
let good: Buffer;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  const { first, officer, office } = subdistrict;
  good = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#8a9" } })
    .jpeg()
    .toBuffer();
  visitId = newId();
  const arrived = { at: office.clock.now() };
  await first.expert.act("visit.start", {
    visitId,
    siteId: first.siteId,
    taskIds: [],
    taskCode: "U260413-TEST",
    kind: "inspection",
    arrived,
  });
  await first.expert.act("visit.accompany", { visitId, by: "officer", name: officer.name });
});
afterAll(() => subdistrict.close());

async function record(overrides: Record<string, unknown>, photo = photoArgs(subdistrict.office.clock.now())) {
  const hazardId = newId();
  const sequence = nextSequence++;
  const args = { ...hazardArgs(visitId, hazardId, sequence, [photo.args]), ...overrides };
  return { hazardId, photo, outcome: await subdistrict.first.expert.send("hazard.record", args, { visit: visitId }) };
}
let nextSequence = 1;

async function upload(bytes: Buffer, type = "image/jpeg", sha256?: string) {
  const { outcome, photo } = await record({}, photoArgs(subdistrict.office.clock.now(), bytes));
  expect(outcome.status).toBe("accepted");
  return subdistrict.first.expert.request({
    method: "PUT",
    url: `/api/v1/photos/${subdistrict.first.expert.tenantId}/${sha256 ?? photo.sha256}`,
    payload: bytes,
    headers: { "content-type": type },
  });
}

test("a truncated photo is refused with a sentence, and its slot stays expected", async () => {
  const noise = await sharp({
    create: {
      width: 900,
      height: 900,
      channels: 3,
      background: "#246",
      noise: { type: "gaussian", mean: 120, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer();
  const sent = await upload(noise.subarray(0, noise.length / 2));
  expect(sent.status).toBeGreaterThanOrEqual(400);
  expect(sent.json.problem.text).toMatch(/[。]$/);
});

test("a text file that calls itself a photo", async () => {
  const sent = await upload(Buffer.from("这不是照片".repeat(50)));
  expect(sent.status).toBeGreaterThanOrEqual(400);
  expect(sent.json.problem.code).toMatch(/^photo\./);
});

test("bytes that are not what they are called", async () => {
  const other = photoArgs(subdistrict.office.clock.now(), Buffer.concat([good, Buffer.from("x")]));
  await record({}, other);
  const sent = await subdistrict.first.expert.request({
    method: "PUT",
    url: `/api/v1/photos/${subdistrict.first.expert.tenantId}/${other.sha256}`,
    payload: good,
    headers: { "content-type": "image/jpeg" },
  });
  expect(sent.json.problem.code).toBe("photo.hash_differs");
});

test("a photo nobody expects is not found", async () => {
  const stray = photoArgs(subdistrict.office.clock.now(), Buffer.concat([good, Buffer.from("stray")]));
  const sent = await subdistrict.first.expert.request({
    method: "PUT",
    url: `/api/v1/photos/${subdistrict.first.expert.tenantId}/${stray.sha256}`,
    payload: stray.bytes,
    headers: { "content-type": "image/jpeg" },
  });
  expect(sent.status).toBe(404);
});

test("a PNG that calls itself a JPEG is taken for what it is, or refused with a sentence", async () => {
  const png = await sharp(good).png().toBuffer();
  const sent = await upload(png);
  if (sent.status !== 200) expect(sent.json.problem.text).toMatch(/。$/);
});

test("a photo that never arrives is declared lost by the expert and confirmed by the lead", async () => {
  const { first } = subdistrict;
  const { photo } = await record({});
  await first.expert.act("photo.declareLost", { slotId: photo.slotId, reason: "手机摔坏，照片取不出来" });
  const early = await first.expert.send("photo.confirmLost", { slotId: photo.slotId });
  expect(early.problem?.code).toBe("command.not_yours");
  await first.agencyLead.act("photo.confirmLost", { slotId: photo.slotId });
});

test.each([
  ["not yet in force", "危险化学品安全法#48"],
  ["repealed", "特种作业人员安全技术培训考核管理规定#5"],
  ["not in the library", "没有这部法#1"],
])("a clause that is %s cannot carry a hazard alone", async (_name, ref) => {
  const { outcome } = await record({ citations: [{ ref, role: "direct" }] });
  expect(outcome.status).toBe("refused");
  expect(outcome.problem?.text).toMatch(/。$/);
});

test("a deadline may only be shorter, and then with a reason", async () => {
  expect((await record({ deadlineDays: 30, deadlineReason: "想宽一点" })).outcome.status).toBe("refused");
  expect((await record({ deadlineDays: 3 })).outcome.status).toBe("refused");
  expect((await record({ deadlineDays: -1, deadlineReason: "昨天" })).outcome.problem?.code).toBe("command.malformed");
  expect((await record({ deadlineDays: 3, deadlineReason: "明火旁，尽快" })).outcome.status).toBe("accepted");
});

test("an agency's own words never order", async () => {
  const { outcome } = await record({ advice: "责令停产整顿" });
  expect(outcome.status).toBe("refused");
  const quoted = await record({ advice: "按“责令限期改正”条款的要求清出通道" });
  expect(quoted.outcome.status).toBe("accepted");
});

test("markup, formulas, emoji, rare characters and lone surrogates are kept as text, or cleaned", async () => {
  const description = '<b onclick="x()">=1+1</b> 🔥 镕堃喆㎡ \ud800 \u202e反\u0000了';
  const { outcome, hazardId } = await record({ description });
  expect(outcome.status).toBe("accepted");
  const { office } = subdistrict;
  const row = await asActor(office.instance.services.database, office.tenantId, systemActor("test"), ({ db }) =>
    db.selectFrom("hazards").select("description").where("id", "=", hazardId).executeTakeFirstOrThrow(),
  );
  expect(row.description).toBe('<b onclick="x()">=1+1</b> 🔥 镕堃喆㎡  反了');
});

test("no photo needs a reason from the list", async () => {
  expect((await record({ photos: [] })).outcome.status).toBe("refused");
  expect((await record({ photos: [], noPhotoReason: "photographyForbidden" })).outcome.status).toBe("accepted");
});

test("the visit still finishes", async () => {
  const second = await inspect(subdistrict, subdistrict.second, 1);
  expect(second.hazardIds).toHaveLength(1);
});
