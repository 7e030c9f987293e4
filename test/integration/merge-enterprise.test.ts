// Two entries of the register are one enterprise: everything of the one goes to the other, a visit that a phone made meanwhile
// is taken and lands there, and nothing is counted twice.
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getEnterpriseFile, listEnterprises } from "#api/enterprises.ts";
import { type EnterpriseRow, enterpriseRowSchema } from "#domain/organization/enterprise-row.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { planImport } from "#server/imports/plan-import.ts";
import { readImportGround } from "#server/imports/read-register.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import { newId, type Person } from "./setup/people.ts";
import {
  hazardArgs,
  inspect,
  openSubdistrict,
  photoArgs,
  type Subdistrict,
  serve,
  taskOf,
} from "./setup/subdistrict.ts";

const TWICE = "恒达机械厂（演示）";
const reason = "同一个老板、同一个厂门，登记了两次";
let subdistrict: Subdistrict;
let owner: Person;
/** The entry that goes. */
const enterpriseId = newId();
const siteId = newId();

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  const { officer, first, schemeId, office } = subdistrict;
  const entry = {
    enterpriseId,
    siteId,
    registerNo: 3,
    name: TWICE,
    communityId: first.communityId,
    address: "演示路1号",
  };
  await officer.act("enterprise.register", entry);
  const evidence = "安委会纪要〔2026〕2号（演示）";
  const verdict = {
    decisionId: newId(),
    enterpriseId,
    decision: "in",
    ground: "d",
    effectiveFrom: "2026-04-01",
    evidence,
  };
  await officer.act("scope.decide", verdict);
  await officer.act("enterprise.entrust", { enterpriseIds: [enterpriseId], agencyId: first.agencyId });
  await officer.act("plan.make", {
    ...{ schemeId, enterpriseIds: [enterpriseId], fromDay: "2026-04-13" },
    experts: [{ membershipId: first.expert.membershipId, perDay: 4 }],
    officers: [{ membershipId: officer.membershipId, perDay: 4 }],
  });
  owner = await office.addPerson("enterprisePrincipal", "何先生（演示）", { scopeId: enterpriseId });
});
afterAll(() => subdistrict.close());

const fileOf = async (person: Person, id: string) =>
  getEnterpriseFile.response.parse((await person.get(`/api/v1/enterprises/${id}`)).json);
const refusal = async (person: Person, args: object) =>
  (await person.send("enterprise.merge", { reason, ...args })).problem?.code;

test("what is not one enterprise is not merged, with what to do instead", async () => {
  const { officer, first, second, office } = subdistrict;
  const into = { enterpriseId, intoId: first.enterpriseId };
  expect(await refusal(first.agencyLead, into)).toBe("command.not_yours");
  expect(await refusal(officer, { ...into, intoId: enterpriseId })).toBe("enterprise.merge_same");
  expect(await refusal(officer, { ...into, intoId: newId() })).toBe("enterprise.not_found");
  expect(await refusal(officer, { enterpriseId: second.enterpriseId, intoId: first.enterpriseId })).toBe(
    "enterprise.merge_codes",
  );
  expect(await refusal(officer, { enterpriseId: first.enterpriseId, intoId: enterpriseId })).toBe(
    "enterprise.merge_code_lost",
  );
  expect(await refusal(officer, { ...into, intoId: second.enterpriseId })).toBe("enterprise.merge_agencies");
  const unknown = { enterpriseId: newId(), siteId: newId(), registerNo: 4, name: "没认定过的厂（演示）" };
  await officer.act("enterprise.register", { ...unknown, communityId: first.communityId });
  expect(await refusal(officer, { ...into, intoId: unknown.enterpriseId })).toBe("enterprise.merge_scope");
  expect(office.clock.now()).toBe("2026-04-13T01:00:00.000Z");
});

test("merged while a phone is away with a visit to it: each of its commands is taken and lands on the one that stays", async () => {
  const { office, officer, first } = subdistrict;
  const { expert } = first;
  const before = await inspect(subdistrict, { ...first, enterpriseId, siteId }, 1);
  const task = await taskOf(office, enterpriseId, "2026-04-13");
  await officer.act("enterprise.merge", { enterpriseId, intoId: first.enterpriseId, reason });

  const visitId = newId();
  const now = office.clock.now();
  const options = { visit: visitId };
  const taken = photoArgs(now);
  const start = { visitId, siteId, taskIds: [task.id], taskCode: task.code, kind: "inspection", arrived: { at: now } };
  await expert.act("visit.start", start, options);
  await expert.act("visit.accompany", { visitId, by: "officer", name: officer.name }, options);
  await expert.act("finding.record", { visitId, findings: [{ itemCode: "XC-06-02", result: "conform" }] }, options);
  await expert.act("hazard.record", hazardArgs(visitId, newId(), 1, [taken.args]), options);
  const enterprisePerson = { name: "何先生（演示）", role: "负责人" };
  await expert.act("visit.finish", { visitId, departedAt: now, enterprisePerson }, options);
  const { documentId } = await serve(office, expert, visitId, officer.name, 1, {
    registry: {
      ...{ creditCode: null, principal: null, scaleText: null, trade: null },
      ...{ siteName: "主厂区", address: "演示路1号", community: "第1村（演示）" },
    },
    names: {
      ...{ subdistrict: "青岚街道（演示）", scheme: "2026年度", agency: "演示机构", enterprise: TWICE },
      ...{ expert: expert.name, expertTitle: null, groups: { "XC-06-02": "消防" } },
    },
  });

  const file = await fileOf(officer, first.enterpriseId);
  expect(file.visits.map(({ id }) => id).toSorted()).toEqual([before.visitId, visitId].toSorted());
  expect(file.hazards).toMatchObject({ total: 2, open: 2 });
  expect(file.documents.map(({ id }) => id)).toEqual(expect.arrayContaining([before.documentId, documentId]));
  expect(file.sites).toHaveLength(2);
  expect(await fileOf(officer, enterpriseId)).toEqual(file);
  const [hazardId] = before.hazardIds;
  const parts = { stepsTaken: "已订货", daysNeeded: 5, reason: "配件要定做", interimProtection: "停用并围挡" };
  await owner.act("extension.request", { hazardId, extensionId: newId(), ...parts });
  expect((await office.app.inject({ method: "GET", url: `/l/${before.linkSecret}` })).statusCode).toBe(200);
});

test("what both owed for a period is owed once, and done where one of them was visited", async () => {
  const { office, first } = subdistrict;
  const tasks = await asActor(office.instance.services.database, office.tenantId, systemActor("test"), ({ db }) =>
    db.selectFrom("tasks").selectAll().where("enterpriseId", "=", first.enterpriseId).execute(),
  );
  const standing = tasks.filter(({ state }) => state !== "cancelled");
  const acts = standing.map(({ kind, periodNo }) => `${kind} ${periodNo}`);
  expect(acts.toSorted()).toEqual([...new Set(acts)].toSorted());
  expect(acts).toHaveLength(12);
  const done = standing.filter(({ kind, state }) => kind === "inspection" && state === "fulfilled");
  expect(done.map(({ periodNo }) => periodNo).toSorted()).toEqual([1, 2]);
});

test("the register lists one, found under either name; what is left at the entry that went is its own history", async () => {
  const { office, officer, first } = subdistrict;
  const found = async (text: string) => {
    const { json } = await officer.get(`/api/v1/enterprises?text=${encodeURIComponent(text)}`);
    return listEnterprises.response.parse(json).rows.map(({ id }) => id);
  };
  expect(await found("恒达机械")).toEqual([first.enterpriseId]);
  expect(await found(TWICE)).toEqual([first.enterpriseId]);
  const amended = await officer.send("enterprise.amend", { enterpriseId, employees: 3 });
  expect(amended.problem).toMatchObject({ code: "enterprise.merged", text: expect.stringContaining(TWICE) });
  expect(await refusal(officer, { enterpriseId, intoId: first.enterpriseId })).toBe("enterprise.merge_gone");
  const left = await asActor(
    office.instance.services.database,
    office.tenantId,
    systemActor("test"),
    async ({ db }) => {
      const { rows } = await sql<{ table: string }>`select table_name as table from information_schema.columns
      where column_name = 'enterprise_id' and table_schema = 'public' order by 1`.execute(db);
      const names: string[] = [];
      for (const { table } of rows) {
        const { rows: one } =
          await sql`select 1 from ${sql.table(table)} where enterprise_id = ${enterpriseId} limit 1`.execute(db);
        if (one.length > 0) names.push(table);
      }
      return names;
    },
  );
  expect(left.filter((name) => !["messages", "reminders"].includes(name))).toEqual(["scope_decisions"]);
});

test("the journal agrees with every table", async () => {
  const { services } = subdistrict.office.instance;
  const verdict = await checkTenant(services.database, services.dataDir, subdistrict.office.tenantId, true);
  expect(verdict).toMatchObject({ chain: { holds: true }, differences: [] });
});

test("a list that still has the old name means the one that stays, which keeps its own name", async () => {
  const { office, first } = subdistrict;
  const ground = await asActor(office.instance.services.database, office.tenantId, systemActor("test"), (tx) =>
    readImportGround(tx, "2026-04-13"),
  );
  const kept = ground.enterprises.find(({ id }) => id === first.enterpriseId);
  const enterprises = [rowNamed(3, TWICE), rowNamed(4, kept?.name ?? "")];
  const { entries, refused } = planImport({ enterprises, refused: [] }, ground, newId);
  expect(entries.map(({ state, entry }) => [state, entry.enterpriseId, entry.name])).toEqual([
    ["unchanged", first.enterpriseId, kept?.name],
  ]);
  expect(refused).toMatchObject([{ row: 4, reason: expect.stringContaining("与第3行在名册里是同一家") }]);
});

function rowNamed(row: number, name: string): EnterpriseRow {
  const blank = Object.fromEntries(Object.keys(enterpriseRowSchema.shape).map((field) => [field, null]));
  return enterpriseRowSchema.parse({ ...blank, row, name, tags: [] });
}
