// Half a year on paper: rows in, refusals with their reason, a second import that changes nothing, and an open one closed normally.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importHazardFile } from "#cli/import-hazards.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { writeSheet } from "#server/files/spreadsheet.ts";
import { packed } from "./setup/packed.ts";
import { newId, type Person } from "./setup/people.ts";
import { openSubdistrict, photoArgs, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let folder: string;
let file: string;
const heads = ["企业名称", "部位", "隐患内容", "整改建议", "类别", "查出日期", "整改期限", "状态", "销号日期", "照片"];

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  folder = mkdtempSync(join(tmpdir(), "bihuan-paper-"));
  file = join(folder, "上半年.xlsx");
  const { name } = subdistrict.first;
  writeFileSync(
    file,
    await writeSheet({
      sheetName: "台账",
      columns: heads.map((header) => ({ header, width: 12 })),
      rows: [
        [name, "一车间", "配电箱无门", "装门", "现场", "2026-01-08", "2026-01-23", "未整改", "", "箱.jpg、没有.jpg"],
        [name, "", "无培训记录", "", "台账资料", "2026年1月8日", "", "已整改", "2026-02-01", ""],
        ["没有这家厂（演示）", "仓库", "通道堵塞", "", "", "2026-01-09", "", "", "", ""],
        [name, "仓库", "灭火器过期", "", "", "去年冬天", "", "", "", ""],
        [name, "仓库", "货架无标识", "", "", "2026-01-09", "", "已整改", "", ""],
        [name, "仓库", "灯坏", "", "", "2099-01-09", "", "", "", ""],
      ],
    }),
  );
  const picture = sharp({ create: { width: 320, height: 240, channels: 3, background: "#876" } });
  writeFileSync(join(folder, "箱.jpg"), await picture.jpeg().toBuffer());
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await subdistrict.close();
});

const run = (dryRun = false) => {
  const { instance, tenantId } = subdistrict.office;
  return importHazardFile(instance.services, tenantId, file, { photos: folder, dryRun });
};
const stored = () => {
  const { instance, tenantId } = subdistrict.office;
  return asActor(instance.services.database, tenantId, systemActor("test"), async ({ db }) => ({
    hazards: await db.selectFrom("hazards").selectAll().execute(),
    visits: await db.selectFrom("visits").selectAll().execute(),
    photoSlots: await db.selectFrom("photoSlots").selectAll().execute(),
    journalEvents: await db.selectFrom("journalEvents").select("seq").execute(),
  }));
};

test("a dry run writes nothing", async () => {
  const before = (await stored()).journalEvents.length;
  const summary = await run(true);
  // What would be refused when saved is refused here.
  expect([summary.accepted, summary.refused.length]).toEqual([2, 4]);
  expect((await stored()).journalEvents.length).toBe(before);
});

test("rows come in marked, each refused one with its reason, and its photo by name", async () => {
  const summary = await run();
  expect([summary.accepted, summary.known]).toEqual([2, 0]);
  expect(summary.refused.map(({ row, field }) => [row, field])).toEqual([
    [4, "企业"],
    [5, "查出日期"],
    [6, "销号日期"],
    [7, "整行"],
  ]);
  expect(summary.warnings.map(({ row, reason }) => [row, reason.includes("没有.jpg")])).toEqual([[2, true]]);
  const { hazards, photoSlots } = await stored();
  expect(hazards.map(({ status, importedFrom }) => [status, importedFrom]).toSorted()).toEqual([
    ["closed", "上半年.xlsx 第3行"],
    ["open", "上半年.xlsx 第2行"],
  ]);
  expect(new Set(hazards.map((row) => row.visitId)).size).toBe(1);
  expect(photoSlots.map((slot) => slot.state)).toEqual(["stored"]);
});

test("a second import changes nothing", async () => {
  const before = (await stored()).journalEvents.length;
  const summary = await run();
  expect([summary.accepted, summary.known]).toEqual([0, 2]);
  expect((await stored()).journalEvents.length).toBe(before);
});

test("an imported visit serves no enterprise, fulfils no task, and the open hazard is re-inspected and closed normally", async () => {
  const { first, officer } = subdistrict;
  const { json } = await officer.get("/api/v1/hazards?sort=number");
  const [open] = json.rows.filter((row: { status: string }) => row.status === "open");
  expect(open.dueOn).toBe("2026-01-23");
  const { visits } = await stored();
  expect(visits.map(({ kind, importedFrom }) => [kind, importedFrom !== null])).toEqual([["reinspection", true]]);
  const visitId = newId();
  await first.expert.act("visit.start", {
    ...{ visitId, siteId: first.siteId, taskIds: [], taskCode: `F${visitId.slice(0, 8)}`, kind: "reinspection" },
  });
  await first.expert.act(
    "reinspection.pass",
    { hazardId: open.id, visitId, photos: [photoArgs(subdistrict.office.clock.now()).args] },
    { visit: visitId },
  );
  expect((await officer.get(`/api/v1/hazards/${open.id}`)).json.hazard.status).toBe("closed");
});

const ask = (person: Person, url: string, payload: Buffer | object) =>
  person.request({
    ...{ method: "POST", url },
    headers: { "content-type": Buffer.isBuffer(payload) ? "application/octet-stream" : "application/json" },
    payload: Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
  });

test("by the page: columns chosen, photos from a pack with names as Windows writes them, refused rows as a sheet, saved once", async () => {
  const { officeLead, officer, first } = subdistrict;
  const bytes = Buffer.from(
    await writeSheet({
      sheetName: "下半年",
      columns: ["厂家", "哪里", "隐患", "检查日期", "整改情况", "照片"].map((header) => ({ header, width: 12 })),
      rows: [
        [first.name, "喷漆间", "没有防爆灯", "2026-02-08", "未整改", "灯.jpg、箱.jpg"],
        [first.name, "喷漆间", "没有防爆灯", "2026-02-08", "未整改", ""],
        [first.name, "库房", "以后的事", "2099-01-01", "", ""],
        ["没有这家厂（演示）", "库房", "通道堵塞", "2026-02-08", "", ""],
      ],
    }),
  );
  expect((await ask(officer, "/api/v1/hazard-imports", bytes)).status).toBe(403);
  expect((await ask(officeLead, "/api/v1/hazard-imports", Buffer.from("no sheet"))).status).toBe(422);
  const { sha256 } = (await ask(officeLead, "/api/v1/hazard-imports", bytes)).json;
  const at = (what: string) => `/api/v1/hazard-imports/${sha256}/${what}`;
  const choices = { fileName: "下半年.xlsx", fields: {}, photos: [] };
  const unmapped = (await ask(officeLead, at("preview"), choices)).json;
  expect([unmapped.missing, unmapped.counts.taken]).toEqual([["enterprise"], 0]);
  const picture = (background: string) =>
    sharp({ create: { width: 320, height: 240, channels: 3, background } })
      .jpeg()
      .toBuffer();
  const zip = packed([
    { name: Buffer.from([0xb5, 0xc6, ...Buffer.from(".jpg")]), bytes: await picture("#358") },
    { name: Buffer.from("图/说明.txt"), bytes: Buffer.from("not a picture") },
  ]);
  const photos = (await ask(officeLead, "/api/v1/hazard-imports/photos?name=a.zip", zip)).json;
  expect(photos.kept.map(({ name }: { name: string }) => name)).toEqual(["灯.jpg"]);
  expect(photos.refused.map(({ name }: { name: string }) => name)).toEqual(["说明.txt"]);
  expect((await ask(officeLead, "/api/v1/hazard-imports/photos?name=b.zip", Buffer.from("PK"))).status).toBe(422);

  const chosen = { ...choices, fields: { 0: "enterprise", 1: "place" }, photos: photos.kept };
  const preview = (await ask(officeLead, at("preview"), chosen)).json;
  expect(preview.counts).toEqual({ taken: 1, open: 1, known: 1, refused: 2, photosNamed: 2, photosMissing: 1 });
  expect(preview.refused.map(({ row, field }: { row: number; field: string }) => [row, field])).toEqual([
    [4, "整行"],
    [5, "企业"],
  ]);
  const sheet = await officeLead.request({
    ...{ method: "POST", url: at("refused.xlsx"), payload: JSON.stringify(chosen) },
    headers: { "content-type": "application/json" },
  });
  expect([sheet.status, sheet.text.startsWith("PK")]).toEqual([200, true]);

  const operationId = newId();
  expect((await ask(officeLead, at("save"), { ...chosen, operationId })).json.total).toBe(4);
  const ended = await expect
    .poll(async () => (await officeLead.get(`/api/v1/operations/${operationId}`)).json, { timeout: 20_000 })
    .toMatchObject({ state: "done" })
    .then(async () => (await officeLead.get(`/api/v1/operations/${operationId}`)).json);
  expect(JSON.parse(ended.summary)).toEqual({ accepted: 1, known: 1, refused: 2, photosMissing: 1 });
  const { hazards } = await stored();
  const [saved] = hazards.filter((row) => row.importedFrom === "下半年.xlsx 第2行");
  expect(saved).toMatchObject({ place: "喷漆间", status: "open" });
  const page = (await officer.get(`/api/v1/hazards/${saved?.id}`)).json;
  expect(page.photos.map(({ state }: { state: string }) => state)).toEqual(["stored"]);
  expect((await ask(officeLead, at("preview"), chosen)).json.counts).toMatchObject({ taken: 0, known: 2 });
});
