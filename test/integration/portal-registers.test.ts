// The enterprise's books on a phone: entered by link without an account, corrected, struck out; what a passed-on link and a
// stranger's link do not open; every page within 60 kB.
import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "./setup/people.ts";
import { phoneBrowser } from "./setup/phone-browser.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let mine: Visited;
let other: Visited;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  mine = await inspect(subdistrict, subdistrict.first, 2);
  other = await inspect(subdistrict, subdistrict.second, 1);
});
afterAll(() => subdistrict.close());

const phone = () => phoneBrowser(subdistrict.office.app);
const who = { name: "何建国（演示）", position: "厂长" };
const books = async () =>
  (await subdistrict.officer.get(`/api/v1/enterprise-registers?enterprise=${subdistrict.first.enterpriseId}`)).json;

test("a drill entered by link, with a photo and without an account, shows its next day to all", async () => {
  const device = phone();
  const base = `/l/${mine.linkSecret}/registers`;
  const empty = await device.get(base);
  expect([empty.status, empty.text.includes("还没有记过台账")]).toEqual([200, true]);
  const form = await device.get(`${base}/add?kind=drill`);
  expect(form.text).toContain("《生产安全事故应急条例》第8条");
  const drill = {
    kind: "drill",
    variety: "overall",
    subject: "喷漆房起火疏散",
    happenedOn: "2026-04-10",
    headcount: "42",
  };
  const nobody = await device.photos(base, { ...drill, next: "drill", commandId: newId() }, []);
  expect([nobody.status, nobody.text.includes("还没写您的姓名"), nobody.text.includes("喷漆房起火疏散")]).toEqual([
    422,
    true,
    true,
  ]);
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#3a6" } })
    .jpeg()
    .toBuffer();
  const fields = { ...drill, ...who, next: "drill", commandId: newId() };
  const sent = await device.photos(base, fields, [{ bytes, type: "image/jpeg" }]);
  expect([sent.status, sent.headers.location]).toEqual([303, `${base}?said=entered`]);
  const again = await device.photos(base, fields, [{ bytes, type: "image/jpeg" }]);
  expect(again.status).toBe(303);
  const { rows } = await books();
  expect(rows).toMatchObject([{ dueOn: "2026-10-10", headcount: 42, enteredByName: who.name, onBehalf: false }]);
  const list = await device.get(base);
  expect(list.text).toContain("余180天");
  expect(Buffer.byteLength(list.text)).toBeLessThan(60_000);
  const entry = await device.get(`${base}/${rows[0].id}`);
  expect(entry.text).toContain("2026年10月10日".slice(5));
  const picture = await device.get(`${base}/photo/${rows[0].photos[0]}?size=thumb`);
  expect([picture.status, picture.headers["content-type"]]).toEqual([200, "image/jpeg"]);
  const foreign = await phone().get(`/l/${other.linkSecret}/registers/photo/${rows[0].photos[0]}`);
  expect(foreign.status).toBe(404);
});

test("what does not fit comes back in words with what was written; corrected and struck out", async () => {
  const device = phone();
  const base = `/l/${mine.linkSecret}/registers`;
  const id = (await books()).rows[0].id;
  const fields = {
    variety: "overall",
    subject: "喷漆房起火疏散",
    happenedOn: "2026-04-10",
    ...who,
    reason: "人数数错了",
  };
  const wrong = await device.photos(
    `${base}/${id}/correct`,
    { ...fields, next: "own", dueOn: "2026-01-01", commandId: newId() },
    [],
  );
  expect([wrong.status, wrong.text.includes("比这次的")]).toEqual([422, true]);
  const right = await device.photos(
    `${base}/${id}/correct`,
    { ...fields, next: "own", dueOn: "2026-09-01", commandId: newId() },
    [],
  );
  expect(right.status).toBe(303);
  expect((await books()).rows).toMatchObject([{ dueOn: "2026-09-01", headcount: null, correctedReason: "人数数错了" }]);
  const strangers = await phone().form(`/l/${other.linkSecret}/registers/${id}/strike`, {
    reason: "划掉",
    commandId: newId(),
    ...who,
  });
  expect(strangers.status).toBe(404);
  const struck = await device.form(`${base}/${id}/strike`, { reason: "记重了", commandId: newId() });
  expect([struck.status, (await books()).total]).toEqual([303, 0]);
  expect((await device.get(`${base}/${id}`)).text).toContain("已划掉");
});

test("a link passed on to the electrician opens no books, neither to read nor to write", async () => {
  const device = phone();
  const secret = randomBytes(16).toString("base64url");
  await device.get(`/l/${mine.linkSecret}`);
  const passed = {
    label: "电工老李（演示）",
    secret,
    hazardIds: [mine.hazardIds[0] ?? ""],
    commandId: newId(),
    ...who,
  };
  expect((await device.form(`/l/${mine.linkSecret}/delegate`, passed)).status).toBe(200);
  const electrician = phone();
  expect((await electrician.get(`/l/${secret}`)).text).not.toContain("/registers");
  expect((await electrician.get(`/l/${secret}/registers`)).status).toBe(404);
  const entry = { kind: "drill", variety: "overall", subject: "试试", next: "unknown", commandId: newId(), ...who };
  expect((await electrician.photos(`/l/${secret}/registers`, entry, [])).status).toBe(404);
});

test("a full book stays below 60 kB", async () => {
  const { first } = subdistrict;
  const subject = "很长的名称".repeat(20);
  for (let no = 0; no < 60; no += 1) {
    await first.communityOfficer.act("register.enter", {
      ...{
        entryId: newId(),
        enterpriseId: first.enterpriseId,
        kind: no % 2 ? "personCertificate" : "enterpriseLicence",
      },
      ...{ variety: "other", subject: `${subject}${no}`, next: { source: "stated", on: "2027-01-01" } },
    });
  }
  const page = await phone().get(`/l/${mine.linkSecret}/registers`);
  expect(page.text).toContain("看全部");
  expect(Buffer.byteLength(page.text)).toBeLessThan(60_000);
});
