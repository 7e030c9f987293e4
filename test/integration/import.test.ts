// The enterprise list through the office's door and by the command line: mapped, mended, saved once, updated the second time.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importEnterprises } from "#cli/import.ts";
import { makeEnterpriseList } from "#cli/make-enterprise-list.ts";
import { defaultScheme } from "#domain/contract/scheme-parts.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import { newId, openTestOffice, type Person, type TestOffice } from "./setup/people.ts";

let office: TestOffice;
let officer: Person;
let folder: string;

beforeAll(async () => {
  office = await openTestOffice("2026-04-02T01:00:00.000Z");
  officer = await office.addPerson("officer", "陆科员（演示）");
  const lead = await office.addPerson("officeLead", "沈主任（演示）");
  await lead.act("scheme.set", { schemeId: newId(), ...defaultScheme(2026) });
  folder = await mkdtemp(join(tmpdir(), "bihuan-import-"));
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const upload = (person: Person, bytes: Uint8Array) =>
  person.request({
    method: "POST",
    url: "/api/v1/imports",
    payload: Buffer.from(bytes),
    headers: { "content-type": "application/octet-stream" },
  });

async function savedBy(person: Person, sha256: string, choices: object = {}) {
  const operationId = newId();
  const answer = await person.post(`/api/v1/imports/${sha256}/save`, { operationId, ...choices });
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  for (let tries = 0; tries < 200; tries += 1) {
    const { json } = await person.get(`/api/v1/operations/${operationId}`);
    if (json.state !== "running") return json;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the import did not end");
}

function enterprisesOf(tenantId: string) {
  return asActor(office.instance.services.database, tenantId, systemActor("test"), ({ db }) =>
    db.selectFrom("enterprises").selectAll().orderBy("registerNo").execute(),
  );
}

test("a list is previewed, saved under an operation, and scope follows from its figures", async () => {
  const { bytes, truth } = await makeEnterpriseList({ withRefused: true });
  const sent = await upload(officer, bytes);
  expect(sent.status).toBe(200);
  const { sha256 } = sent.json;
  const preview = (await officer.post(`/api/v1/imports/${sha256}/preview`, {})).json;
  expect(preview.counts).toMatchObject({ new: 161, updated: 0, unchanged: 0, refusedRows: truth.refused.length });
  expect(preview.scope).toMatchObject({ before: 0, after: 143, a: 40, b: 103 });
  expect(preview.newCommunities.length).toBeGreaterThan(3);
  expect(await enterprisesOf(office.tenantId)).toHaveLength(0);
  const operation = await savedBy(officer, sha256);
  expect(operation).toMatchObject({ state: "done", total: 161, done: 161 });
  expect(JSON.parse(operation.summary)).toMatchObject({ accepted: 161, new: 161, scope: { entered: 143, left: 0 } });
  expect(await enterprisesOf(office.tenantId)).toHaveLength(161);
});

test("the same list again changes nothing; a mended cell comes in as one more", async () => {
  const { bytes } = await makeEnterpriseList({ withRefused: true });
  const { sha256 } = (await upload(officer, bytes)).json;
  const preview = (await officer.post(`/api/v1/imports/${sha256}/preview`, {})).json;
  expect(preview.counts).toMatchObject({ new: 0, updated: 0, unchanged: 161, changes: 0 });
  const revenue = preview.refused.find((cell: { value: string }) => cell.value === "约三千");
  const repairs = [{ row: revenue.row, field: "mainRevenue", value: "3000" }];
  const mended = (await officer.post(`/api/v1/imports/${sha256}/preview`, { repairs })).json;
  expect(mended.counts).toMatchObject({ new: 1, refusedRows: preview.counts.refusedRows - 1 });
  const operation = await savedBy(officer, sha256, { repairs });
  expect(JSON.parse(operation.summary)).toMatchObject({ accepted: 162, new: 1, updated: 0 });
  expect(await enterprisesOf(office.tenantId)).toHaveLength(162);
});

test("the refused rows come back as a sheet; a row may be left out", async () => {
  const { bytes } = await makeEnterpriseList({ withRefused: true });
  const { sha256 } = (await upload(officer, bytes)).json;
  const sheet = await officer.post(`/api/v1/imports/${sha256}/refused.xlsx`, {});
  expect([sheet.status, sheet.text.slice(0, 2)]).toEqual([200, "PK"]);
  const before = (await officer.post(`/api/v1/imports/${sha256}/preview`, {})).json;
  const dropped = [before.refused[0].row];
  const after = (await officer.post(`/api/v1/imports/${sha256}/preview`, { dropped })).json;
  expect(after.counts.refusedRows).toBe(before.counts.refusedRows - 1);
});

test("who does not keep the register cannot import, and another tenant does not find the file", async () => {
  const { bytes } = await makeEnterpriseList({});
  const { sha256 } = (await upload(officer, bytes)).json;
  const agencyId = await office.addAgency("第1安全技术服务公司（演示）");
  const lead = await office.addPerson("agencyLead", "机构负责人（演示）", { scopeId: agencyId });
  expect((await upload(lead, bytes)).status).toBe(403);
  const tenantId = await office.addTenant("别的街道（演示）");
  const stranger = await office.addPerson("officer", "外街道科员（演示）", { tenantId });
  expect((await stranger.post(`/api/v1/imports/${sha256}/preview`, {})).status).toBe(404);
});

test("what is no list is refused in a sentence", async () => {
  const answer = await upload(officer, new TextEncoder().encode("%PDF-1.7"));
  expect(answer.status).toBe(422);
  expect(answer.json.problem.text).toContain("PDF");
});

test("the command line does the same as the system, twice without doubles", async () => {
  const { services } = office.instance;
  const tenantId = await office.addTenant("第三街道（演示）");
  const { bytes, truth } = await makeEnterpriseList({ seed: 5, withRefused: true });
  const file = join(folder, "名单.xlsx");
  await writeFile(file, bytes);
  const first = await importEnterprises(services, tenantId, file);
  expect(first).toMatchObject({ accepted: 161, updated: 0, scope: truth.scope });
  expect(first.refused).toHaveLength(truth.refused.length);
  const again = await importEnterprises(services, tenantId, file);
  expect(again).toMatchObject({ accepted: 161, updated: 0 });
  expect(await enterprisesOf(tenantId)).toHaveLength(161);
  const verdict = await checkTenant(services.database, services.dataDir, office.tenantId, true);
  expect(verdict).toMatchObject({ chain: { holds: true }, differences: [] });
});
