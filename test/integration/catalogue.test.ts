// The catalogue changed by its editor, layered by a subdistrict, out and in as a sheet; what a hazard used stays as it was.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CatalogueImport, CatalogueItemAnswer } from "#api/catalogue.ts";
import { platformTenantId } from "#domain/access/roles.ts";
import type { ItemContent } from "#domain/law/catalogue/item-content.ts";
import { readSheet, writeSheet } from "#server/files/spreadsheet.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import type { Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let editor: Person;
let visited: Visited;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  editor = await subdistrict.office.addPerson("lawEditor", "法规编辑（演示）", { tenantId: platformTenantId });
  visited = await inspect(subdistrict, subdistrict.first, 1);
});
afterAll(() => subdistrict.close());

async function item(person: Person, code: string): Promise<CatalogueItemAnswer> {
  const { status, json, text } = await person.get(`/api/v1/catalogue/${code}`);
  expect([status, text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return json;
}

async function save(code: string, change: Partial<ItemContent>, note = "试改") {
  const { content } = await item(editor, code);
  return editor.send("catalogue.save", { items: [{ code, content: { ...content, ...change } }], note });
}

async function sheetOf(person: Person): Promise<Uint8Array> {
  const { app } = subdistrict.office;
  const cookie = await person.cookie();
  const answer = await app.inject({ method: "GET", url: "/api/v1/catalogue.xlsx", headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  return new Uint8Array(answer.rawPayload);
}

async function sendSheet(bytes: Uint8Array, saves: boolean) {
  return editor.request({
    method: "POST",
    url: `/api/v1/catalogue/sheet?save=${saves ? "yes" : "no"}`,
    payload: Buffer.from(bytes),
    headers: { "content-type": "application/octet-stream" },
  });
}

/** The exported sheet with cells changed: by row (1 is the first item) and head. */
async function changedSheet(bytes: Uint8Array, cells: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const sheet = await readSheet(bytes);
  if (!sheet.ok) throw new Error("the export is no sheet");
  const [head, ...rows] = sheet.value.rows.map((row) => [...row.cells]);
  const heads = head?.map(String) ?? [];
  for (const [at, value] of Object.entries(cells)) {
    const [row = "", name = ""] = at.split(" ");
    const column = heads.findIndex((one) => one.startsWith(name));
    const target = rows[Number(row) - 1];
    if (!target || column < 0) throw new Error(`no cell ${at}`);
    target[column] = value;
  }
  return writeSheet({ sheetName: "检查目录", columns: heads.map((header) => ({ header })), rows });
}

test("the editor changes an item; what it said before is kept, and the hazard found by it stays", async () => {
  const [hazardId] = visited.hazardIds;
  const before = (await subdistrict.officer.get(`/api/v1/hazards/${hazardId}`)).json;
  const code = "XC-05-05";
  const was = await item(editor, code);
  expect(was).toMatchObject({ layer: null, off: false, versions: [] });
  const set = {
    advice: "立即打开并清出通道",
    severityCase: "列举情形（演示）",
    severityConditions: ["条件一", "条件二"],
  };
  expect(await save(code, set, "说得更明白")).toMatchObject({ status: "accepted" });
  const now = await item(editor, code);
  expect(now.content).toMatchObject(set);
  expect(now.versions).toEqual([
    expect.objectContaining({
      version: was.version,
      content: was.content,
      note: "说得更明白",
      replacedByName: editor.name,
    }),
  ]);
  expect(await save(code, {})).toMatchObject({ status: "accepted" });
  expect((await item(editor, code)).versions).toHaveLength(1);
  const after = (await subdistrict.officer.get(`/api/v1/hazards/${hazardId}`)).json;
  expect([after.advice, after.citations]).toEqual([before.advice, before.citations]);
  expect((await item(subdistrict.officer, before.itemCode ?? code)).openHazards).toBeGreaterThanOrEqual(0);
});

test.each([
  [{ clauses: [{ ref: "安全生产法#777", role: "direct" as const }] }, "catalogue.article_unknown"],
  [{ clauses: [{ ref: "安全生产法#36", role: "direct" as const }] }, "catalogue.no_fallback"],
  [{ branch: { after: "XC-99-01", on: "conform" as const } }, "catalogue.branch_unknown"],
])("%j is refused", async (change, code) => {
  expect(await save("XC-05-05", change)).toMatchObject({ status: "refused", problem: { code } });
});

test("nobody but the editor changes the shared catalogue, and no officer the subdistrict's layer", async () => {
  const { content } = await item(editor, "XC-05-05");
  const args = { items: [{ code: "XC-05-05", content }], note: "试试" };
  for (const person of [subdistrict.officer, subdistrict.officeLead, subdistrict.first.expert])
    expect(await person.send("catalogue.save", args)).toMatchObject({ problem: { code: "command.not_yours" } });
  for (const person of [subdistrict.officer, subdistrict.first.expert, editor])
    expect(await person.send("catalogue.override", { code: "XC-05-05", off: true })).toMatchObject({
      problem: { code: "command.not_yours" },
    });
});

test("a subdistrict words an item otherwise, switches one off, adds its own; another subdistrict sees none of it", async () => {
  const { officeLead, office, first } = subdistrict;
  await officeLead.act("catalogue.override", { code: "XC-05-05", words: { advice: "找物业一起清" }, off: false });
  await officeLead.act("catalogue.override", { code: "XC-05-06", off: true, note: "本地不查" });
  const { content } = await item(editor, "XC-05-05");
  const own = { ...content, item: "电动自行车停放充电", tags: null };
  await officeLead.act("catalogue.override", { code: "ZD-01-01", own, off: false });
  expect(await item(officeLead, "XC-05-05")).toMatchObject({
    layer: "changed",
    content: { advice: "找物业一起清" },
    shared: { advice: "立即打开并清出通道" },
    layered: { name: officeLead.name },
  });
  const { json } = await first.expert.get("/api/v1/catalogue");
  expect(json.counts).toMatchObject({ all: 190, own: 1, changed: 2, off: 1 });
  const tenantId = await office.addTenant("别的街道（演示）");
  const stranger = await office.addPerson("officer", "外街道科员（演示）", { tenantId });
  expect((await stranger.get("/api/v1/catalogue")).json.counts).toMatchObject({ all: 189, own: 0, changed: 0, off: 0 });
  expect((await stranger.get("/api/v1/catalogue/ZD-01-01")).status).toBe(404);
});

test("the phone's pull carries the layer, and commands are decided by it at once", async () => {
  const { expert } = subdistrict.first;
  const { json } = await expert.get("/api/v1/sync");
  expect(json.catalogueOverrides.map((row: { itemCode: string; off: boolean }) => [row.itemCode, row.off])).toEqual([
    ["XC-05-05", false],
    ["XC-05-06", true],
    ["ZD-01-01", false],
  ]);
  const { instance, tenantId } = subdistrict.office;
  const { library } = await instance.services.writePath.rulesOf(tenantId);
  expect(library.items.get("ZD-01-01")).toMatchObject({ layer: "own", citations: expect.any(Array) });
});

test("an override is taken back; an own item is switched off and not deleted; wrong codes are refused", async () => {
  const { officeLead } = subdistrict;
  await officeLead.act("catalogue.clearOverride", { code: "XC-05-05" });
  expect((await item(officeLead, "XC-05-05")).layer).toBeNull();
  expect(await officeLead.send("catalogue.clearOverride", { code: "ZD-01-01" })).toMatchObject({
    problem: { code: "catalogue.own_stays" },
  });
  await officeLead.act("catalogue.override", { code: "ZD-01-01", off: true });
  expect(await item(officeLead, "ZD-01-01")).toMatchObject({ off: true, content: { item: "电动自行车停放充电" } });
  expect(await officeLead.send("catalogue.override", { code: "XC-77-01", off: true })).toMatchObject({
    problem: { code: "catalogue.item_unknown" },
  });
  expect(await officeLead.send("catalogue.override", { code: "ZD-02-01", off: false })).toMatchObject({
    problem: { code: "catalogue.own_empty" },
  });
});

test("an export brought in again changes nothing, and nothing the second time", async () => {
  const bytes = await sheetOf(editor);
  for (const saves of [false, true, true]) {
    const answer = await sendSheet(bytes, saves);
    expect(answer.json).toEqual({ rows: 189, created: [], changed: [], unchanged: 189, refused: [], saved: saves });
  }
});

test("a sheet takes what is right and names every row that is not", async () => {
  const bytes = await sheetOf(editor);
  const changed = await changedSheet(bytes, {
    "1 整改意见": "先停下，再去办变更",
    "2 依据": "直接依据 安全生产法#888\n兜底 安全生产法#4",
    "3 编号": "JC-99-01",
    "4 编号": "甲",
    "5 编号": "JC-99-01",
  });
  const read: CatalogueImport = (await sendSheet(changed, false)).json;
  expect(read).toMatchObject({ created: ["JC-99-01"], changed: ["JC-01-01"], saved: false });
  expect(read.refused.map(({ row, reason }) => [row, reason])).toEqual([
    [3, expect.stringContaining("第八百八十八条")],
    [5, expect.stringContaining("“甲”不合写法")],
    [6, expect.stringContaining("第4行已经有了")],
  ]);
  expect((await sendSheet(changed, true)).json).toMatchObject({
    created: ["JC-99-01"],
    changed: ["JC-01-01"],
    saved: true,
  });
  expect((await sendSheet(changed, true)).json).toMatchObject({ created: [], changed: [], unchanged: 186 });
  expect((await item(editor, "JC-01-01")).content.advice).toBe("先停下，再去办变更");
  const odd = await sendSheet(new TextEncoder().encode("不是表"), false);
  expect([odd.status, odd.json.problem.text]).toEqual([422, expect.any(String)]);
});

test("both journals hold and fold to what the tables say", async () => {
  const { database, dataDir } = subdistrict.office.instance.services;
  for (const tenantId of [platformTenantId, subdistrict.office.tenantId]) {
    const verdict = await checkTenant(database, dataDir, tenantId, true);
    expect(verdict).toMatchObject({ chain: { holds: true }, differences: [] });
  }
});
