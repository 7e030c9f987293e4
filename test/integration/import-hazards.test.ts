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
import { newId } from "./setup/people.ts";
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
  expect(summary.accepted).toBe(3);
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
