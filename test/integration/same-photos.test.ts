// A proof that repeats a photo: told kindly to the owner, shown to whoever decides with both pictures, and never said of whom
// where the reader may not see it. Nothing is refused for it.
import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId, type Person } from "./setup/people.ts";
import { phoneBrowser } from "./setup/phone-browser.ts";
import { inspect, openSubdistrict, photoArgs, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let mine: Visited;
let other: Visited;
let pictures: Buffer[];

/** A picture with its own pattern, so that no two are alike. */
function scene(): Promise<Buffer> {
  const raw = { width: 9, height: 8, channels: 3 } as const;
  return sharp(randomBytes(9 * 8 * 3), { raw })
    .resize(720, 640, { kernel: "cubic" })
    .jpeg({ quality: 92 })
    .toBuffer();
}

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  pictures = await Promise.all(Array.from({ length: 6 }, scene));
  let next = 0;
  const photo = (now: string) => photoArgs(now, pictures[next++]);
  mine = await inspect(subdistrict, subdistrict.first, 3, photo);
  other = await inspect(subdistrict, subdistrict.second, 1, photo);
  await send(subdistrict.first.expert, mine);
  await send(subdistrict.second.expert, other);
});
afterAll(() => subdistrict.close());

async function send(expert: Person, visited: Visited) {
  for (const { sha256, bytes } of visited.photos) {
    const url = `/api/v1/photos/${expert.tenantId}/${sha256}`;
    const headers = { "content-type": "image/jpeg" };
    expect((await expert.request({ method: "PUT", url, headers, payload: bytes })).status).toBe(200);
  }
}

const who = { name: "何建国（演示）", position: "厂长" };
async function submit(hazardId: string | undefined, bytes: Buffer | undefined) {
  const device = phoneBrowser(subdistrict.office.app);
  const url = `/l/${mine.linkSecret}/h/${hazardId}/rectification`;
  const file = { bytes: bytes ?? Buffer.alloc(0), type: "image/jpeg" };
  const sent = await device.photos(url, { commandId: newId(), text: "改好了", ...who }, [file]);
  expect(sent.status).toBe(303);
  return (await device.get(String(sent.headers.location))).text;
}
async function warnings(person: Person, hazardId: string | undefined) {
  const { status, json } = await person.get(`/api/v1/hazards/${hazardId}/same-photos`);
  return { status, photos: json.photos };
}

test("the photo from before, recompressed by the chat: taken, told kindly, and shown to who decides", async () => {
  const [hazardId] = mine.hazardIds;
  const again = await sharp(pictures[0]).resize(500).jpeg({ quality: 60 }).toBuffer();
  const page = await submit(hazardId, again);
  expect(page).toContain("和整改前的照片");
  expect(page).toContain("撤回重交");
  const { photos } = await warnings(subdistrict.first.expert, hazardId);
  expect(photos).toMatchObject([{ where: "before", exact: false, other: { slotId: mine.photos[0]?.slotId } }]);
});

test("another enterprise's photo: office sees whose, the agency is told without a name or a picture", async () => {
  const hazardId = mine.hazardIds[1];
  const page = await submit(hazardId, pictures[3]);
  expect(page).not.toContain("整改前的照片是同一张");
  const office = await warnings(subdistrict.officer, hazardId);
  expect(office.photos).toMatchObject([{ where: "elsewhere", other: { enterpriseName: subdistrict.second.name } }]);
  const agency = await warnings(subdistrict.first.expert, hazardId);
  expect(agency.photos).toMatchObject([{ where: "elsewhere", other: null }]);
  expect(JSON.stringify(agency.photos)).not.toContain(subdistrict.second.name);
  expect((await warnings(subdistrict.second.expert, hazardId)).status).toBe(404);
});

test("a new photo warns of nothing, and the expert may pass what was warned of", async () => {
  const hazardId = mine.hazardIds[2];
  expect(await submit(hazardId, pictures[5])).toContain("照片已交上来");
  expect((await warnings(subdistrict.first.expert, hazardId)).photos).toEqual([]);
  const rows = await subdistrict.officer.get(`/api/v1/hazards?state=all&status=submitted`);
  expect(rows.json.total).toBe(3);
});

test("once all are passed, one sheet with before and after, by whom and when; before that it says how many are open", async () => {
  const { office, first, officer, second } = subdistrict;
  const device = phoneBrowser(office.app);
  const early = await device.get(`/l/${mine.linkSecret}/completed`);
  expect([early.status, early.text.includes("还有3条没销号")]).toEqual([409, true]);
  const visitId = newId();
  const at = office.clock.now();
  const started = {
    visitId,
    siteId: first.siteId,
    taskIds: [],
    taskCode: "F00000002",
    kind: "reinspection",
    arrived: { at },
  };
  await first.expert.act("visit.start", started, { visit: visitId });
  for (const hazardId of mine.hazardIds) {
    const photos = [photoArgs(at).args];
    await first.expert.act("reinspection.pass", { hazardId, visitId, photos }, { visit: visitId });
  }
  const list = await device.get(`/l/${mine.linkSecret}`);
  expect(list.text).toContain("整改完成单");
  for (const sheet of [
    await device.get(`/l/${mine.linkSecret}/completed`),
    { ...(await officer.get(`/completed/${mine.visitId}`)) },
  ]) {
    expect(sheet.status).toBe(200);
    expect(sheet.text).toContain("3条都已销号");
    expect(sheet.text).toContain(first.expert.name);
    expect(sheet.text.match(/整改前</g)).toHaveLength(3);
    expect(Buffer.byteLength(sheet.text)).toBeLessThan(60_000);
  }
  expect((await second.expert.get(`/completed/${mine.visitId}`)).status).toBe(404);
});
