// Another agency takes an enterprise over in mid-year: the open hazards are its own from then on, with everything that hangs on
// them; the former agency goes on reading what it made, and no hazard is lost, doubled or left without a holder (R9, R14).
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import { newId, type Person } from "./setup/people.ts";
import { inspect, openSubdistrict, photoArgs, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let visited: Visited;
let closedId: string;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  const { office, officer, first, second } = subdistrict;
  visited = await inspect(subdistrict, first, 3);
  closedId = visited.hazardIds[2] ?? "";
  const owner = await office.addPerson("enterprisePrincipal", "何先生（演示）", { scopeId: first.enterpriseId });
  await owner.act("rectification.submit", {
    ...{ hazardId: visited.hazardIds[0], text: "通道已清出" },
    photos: [photoArgs(office.clock.now()).args],
  });
  await pass(first.expert, closedId);
  await officer.act("enterprise.entrust", { enterpriseIds: [first.enterpriseId], agencyId: second.agencyId });
});
afterAll(() => subdistrict.close());

async function pass(expert: Person, hazardId: string): Promise<void> {
  const { office, first } = subdistrict;
  const visitId = newId();
  const taskCode = `F${visitId.slice(-8)}`;
  await expert.act("visit.start", { visitId, siteId: first.siteId, taskIds: [], taskCode, kind: "reinspection" });
  const after = photoArgs(office.clock.now());
  await expert.act("reinspection.pass", { hazardId, visitId, photos: [after.args] }, { visit: visitId });
  const enterprisePerson = { name: "何先生（演示）", role: "负责人" };
  await expert.act("visit.finish", { visitId, enterprisePerson }, { visit: visitId });
}

const work = async (person: Person): Promise<string[]> =>
  (await person.get("/api/v1/work-items?view=all")).json.items
    .map((item: { subjectId: string }) => item.subjectId)
    .filter((id: string) => visited.hazardIds.includes(id))
    .sort();

test("each open hazard is on the new agency's list and page, with its photos, law and timeline", async () => {
  const { first, second } = subdistrict;
  const open = visited.hazardIds.slice(0, 2);
  expect(await work(second.agencyLead)).toEqual(open.toSorted());
  for (const hazardId of open) {
    const { status, json } = await second.agencyLead.get(`/api/v1/hazards/${hazardId}`);
    expect(status).toBe(200);
    expect([json.photos.length > 0, json.citations.length > 0, json.events.length > 0]).toEqual([true, true, true]);
  }
  expect((await first.agencyLead.get(`/api/v1/hazards/${open[0]}`)).status).toBe(200);
});

test("what was closed stays with the agency that closed it", async () => {
  const { first, second } = subdistrict;
  expect((await first.agencyLead.get(`/api/v1/hazards/${closedId}`)).status).toBe(200);
  expect((await second.agencyLead.get(`/api/v1/hazards/${closedId}`)).status).toBe(404);
});

test("every row keeps who made it, and the journal accounts for each of them", async () => {
  const { office, first, second } = subdistrict;
  const { database, dataDir } = office.instance.services;
  const held = await asActor(database, office.tenantId, systemActor("test"), ({ db }) =>
    db.selectFrom("hazards").select(["id", "agencyId", "madeByAgencyId", "holder"]).execute(),
  );
  for (const id of visited.hazardIds) {
    const hazard = held.find((row) => row.id === id);
    expect(hazard?.madeByAgencyId).toBe(first.agencyId);
    expect(hazard?.agencyId).toBe(id === closedId ? first.agencyId : second.agencyId);
  }
  expect(held.map(({ id, holder }) => [id, holder]).toSorted()).toEqual(
    visited.hazardIds.map((id, index) => [id, ["agency", "enterprise", "nobody"][index]]).toSorted(),
  );
  const verdict = await checkTenant(database, dataDir, office.tenantId, true);
  expect([verdict.chain.holds, verdict.differences]).toEqual([true, []]);
});

test("the new agency's expert re-inspects and closes; the former one's does so no more", async () => {
  const { first, second } = subdistrict;
  const hazardId = visited.hazardIds[0] ?? "";
  const late = await first.expert.send("visit.start", {
    ...{ visitId: newId(), siteId: first.siteId, taskIds: [], taskCode: "F00000001", kind: "reinspection" },
  });
  expect(late.status).toBe("refused");
  await pass(second.expert, hazardId);
  const { json } = await second.agencyLead.get(`/api/v1/hazards/${hazardId}`);
  expect(json.hazard.status).toBe("closed");
});

test("entrusted again it changes nothing more", async () => {
  const { office, officer, first, second } = subdistrict;
  const count = () =>
    asActor(office.instance.services.database, office.tenantId, systemActor("test"), ({ db }) =>
      db.selectFrom("journalHeads").select("seq").executeTakeFirstOrThrow(),
    );
  const before = await count();
  await officer.act("enterprise.entrust", { enterpriseIds: [first.enterpriseId], agencyId: second.agencyId });
  expect(await count()).toEqual(before);
});
