// An import is taken back as a whole while nobody has built on it; else nothing is changed and the list says where.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { makeEnterpriseList } from "#cli/make-enterprise-list.ts";
import { takeBackImport } from "#cli/take-back-import.ts";
import { defaultScheme } from "#domain/contract/scheme-parts.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import { newId, openTestOffice, type Person, type TestOffice } from "./setup/people.ts";

let office: TestOffice;
let officer: Person;
let tenantId: string;
let minutes = 0;

beforeAll(async () => {
  office = await openTestOffice("2026-04-02T01:00:00.000Z");
});
afterAll(() => office.close());
beforeEach(async () => {
  tenantId = await office.addTenant(`街道${newId().slice(-6)}（演示）`);
  officer = await office.addPerson("officer", "陆科员（演示）", { tenantId });
  const lead = await office.addPerson("officeLead", "沈主任（演示）", { tenantId });
  await lead.act("scheme.set", { schemeId: newId(), ...defaultScheme(2026) });
});
afterEach(async () => {
  const { database, dataDir } = office.instance.services;
  expect(await checkTenant(database, dataDir, tenantId, true)).toMatchObject({
    chain: { holds: true },
    differences: [],
  });
});

/** Each act a minute after the one before, as people act. */
function later(): void {
  minutes += 1;
  office.clock.moveTo(new Date(Date.parse("2026-04-02T01:00:00.000Z") + minutes * 60_000).toISOString());
}

async function imported(options: Parameters<typeof makeEnterpriseList>[0], choices: object = {}): Promise<string> {
  later();
  const { bytes } = await makeEnterpriseList(options);
  const headers = { "content-type": "application/octet-stream" };
  const sent = await officer.request({ method: "POST", url: "/api/v1/imports", payload: Buffer.from(bytes), headers });
  const operationId = newId();
  await officer.post(`/api/v1/imports/${sent.json.sha256}/save`, { operationId, ...choices });
  await expect
    .poll(async () => (await officer.get(`/api/v1/operations/${operationId}`)).json.state, { timeout: 20_000 })
    .toBe("done");
  later();
  return operationId;
}

const rows = () =>
  asActor(office.instance.services.database, tenantId, systemActor("test"), async ({ db }) => ({
    enterprises: await db.selectFrom("enterprises").selectAll().orderBy("registerNo").execute(),
    sites: await db.selectFrom("sites").selectAll().orderBy("id").execute(),
    decisions: await db.selectFrom("scopeDecisions").selectAll().orderBy("id").execute(),
    grades: await db.selectFrom("standardizations").selectAll().orderBy("id").execute(),
    entries: await db.selectFrom("importEntries").selectAll().execute(),
  }));

const takeBack = (operationId: string) => officer.send("enterprise.takeBackImport", { operationId });

test("a first list goes with its sites, scope and grades, and the list of imports says so", async () => {
  const operationId = await imported({});
  const { imports } = (await officer.get("/api/v1/imports")).json;
  expect(imports).toMatchObject([{ id: operationId, state: "done", registered: 161, updated: 0 }]);
  expect((await rows()).decisions.length).toBe(143);
  expect((await takeBack(operationId)).status).toBe("accepted");
  expect(await rows()).toEqual({ enterprises: [], sites: [], decisions: [], grades: [], entries: [] });
  const after = (await officer.get("/api/v1/imports")).json.imports;
  expect(after).toMatchObject([{ state: "cancelled", registered: 0, updated: 0 }]);
  expect((await takeBack(operationId)).problem?.code).toBe("import.nothing_left");
  await imported({});
  expect((await rows()).enterprises).toHaveLength(161);
});

test("a second list that changed something is undone to what the first one left", async () => {
  await imported({});
  const [one] = (await rows()).enterprises;
  await officer.act("enterprise.amend", { enterpriseId: one?.id, employees: 9_999, mainRevenueFen: 100 });
  const before = await rows();
  const second = await imported({});
  expect((await rows()).enterprises).not.toEqual(before.enterprises);
  expect((await takeBack(second)).status).toBe("accepted");
  expect(await rows()).toEqual(before);
});

test("where somebody has built on one enterprise nothing is taken back, and the sentence names it", async () => {
  const operationId = await imported({});
  const [one, two] = (await rows()).enterprises;
  await officer.act("enterprise.amend", { enterpriseId: one?.id, employees: 9_999 });
  const agencyId = newId();
  const lead = await office.addPerson("communityOfficer", "联络员（演示）", {
    tenantId,
    scopeId: two?.communityId ?? "",
  });
  await lead.act("supervision.record", {
    ...{ supervisionId: newId(), siteId: (await rows()).sites.find((site) => site.enterpriseId === two?.id)?.id },
    ...{ means: "visit", hazardIds: [] },
  });
  const before = await rows();
  const { status, problem } = await takeBack(operationId);
  expect([status, problem?.code, problem?.params.count]).toEqual(["refused", "import.built_on", 2]);
  expect(problem?.text).toContain(`${one?.name}（资料后来改过）`);
  expect(problem?.text).toContain(`${two?.name}（已记督促）`);
  expect(await rows()).toEqual(before);
  expect((await lead.send("enterprise.takeBackImport", { operationId })).status).toBe("refused");
  expect((await takeBack(agencyId)).problem?.code).toBe("import.not_found");
});

test("the command line takes back too, and says why not", async () => {
  const operationId = await imported({});
  const { services } = office.instance;
  expect(await takeBackImport(services, tenantId)).toBe(0);
  expect(await takeBackImport(services, tenantId, operationId)).toBe(0);
  expect((await rows()).enterprises).toEqual([]);
  expect(await takeBackImport(services, tenantId, operationId)).toBe(1);
});
