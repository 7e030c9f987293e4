// The scheme and what hangs on it: contracts, service records, batches and the scope, each seen by two who must not see the same.
import { afterAll, beforeAll, expect, test } from "vitest";
import { listBatches } from "#api/batches.ts";
import { listContracts, listServed } from "#api/contracts.ts";
import { listSchemes } from "#api/schemes.ts";
import { listScopeDecisions, previewScope } from "#api/scope-decisions.ts";
import { listServiceRecords } from "#api/service-records.ts";
import { newId, type Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
});
afterAll(() => subdistrict.close());

const contractsOf = async (person: Person) =>
  listContracts.response.parse((await person.get("/api/v1/contracts")).json);
const batchesOf = async (person: Person) => listBatches.response.parse((await person.get("/api/v1/batches")).json);
const servicesOf = async (person: Person, query = "") =>
  listServiceRecords.response.parse((await person.get(`/api/v1/service-records${query}`)).json);
const scopeOf = async (person: Person, query = "") =>
  listScopeDecisions.response.parse((await person.get(`/api/v1/scope-decisions${query}`)).json);
const previewOf = async (person: Person, day: string) =>
  previewScope.response.parse((await person.get(`/api/v1/scope-preview?day=${day}`)).json);

test("the scheme is shown with its periods, and that a plan stands on it", async () => {
  const { officeLead, first } = subdistrict;
  const { schemes } = listSchemes.response.parse((await officeLead.get("/api/v1/schemes")).json);
  expect(schemes.map((one) => [one.serviceYear, one.periods.length, one.planned])).toEqual([[2026, 4, true]]);
  expect((await first.communityOfficer.get("/api/v1/schemes")).status).toBe(403);
});

test("a contract counts the inspections its own agency has finished", async () => {
  const { officeLead, first, second } = subdistrict;
  await inspect(subdistrict, first, 1);
  const all = await contractsOf(officeLead);
  expect(all.contracts.map((one) => [one.number, one.visitsDone, one.visitsOwed, one.enterprises])).toEqual([
    ["演示合同1", 1, 4, 1],
    ["演示合同2", 0, 4, 1],
  ]);
  const numbers = async (person: Person) => (await contractsOf(person)).contracts.map((one) => one.number);
  expect(await numbers(first.agencyLead)).toEqual(["演示合同1"]);
  expect(await numbers(second.agencyLead)).toEqual(["演示合同2"]);
});

test("a contract can name those in scope, each with the agency that serves it", async () => {
  const { officeLead, first, second } = subdistrict;
  const { enterprises } = listServed.response.parse((await officeLead.get("/api/v1/served-enterprises")).json);
  expect(enterprises.map((one) => [one.id, one.agencyId])).toEqual([
    [first.enterpriseId, first.agencyId],
    [second.enterpriseId, second.agencyId],
  ]);
  expect((await first.agencyLead.get("/api/v1/served-enterprises")).status).toBe(403);
});

test("a talk is a record like a visit, the agency's own and the office's to see", async () => {
  const { officer, first, second } = subdistrict;
  const talk = { kind: "education", audience: "enterprise", heldOn: "2026-04-10", place: "会议室", attendees: 60 };
  const words = { title: "有限空间宣讲（演示）", summary: "讲了三种事故" };
  await first.expert.act("service.record", { serviceRecordId: newId(), ...talk, ...words });
  await officer.act("service.record", {
    ...{ serviceRecordId: newId(), ...talk, ...words, kind: "management", audience: "subdistrict" },
  });
  const all = await servicesOf(officer);
  expect(all.total).toBe(2);
  expect((await servicesOf(officer, "?kind=education")).rows.map((one) => one.agencyName?.slice(0, 2))).toEqual([
    "第1",
  ]);
  expect(all.kinds.map((one) => one.count)).toEqual([0, 1, 1]);
  expect((await servicesOf(first.agencyLead)).total).toBe(1);
  expect((await servicesOf(second.agencyLead)).total).toBe(0);
});

test("advice and decision on a batch stand apart, and are another agency's to know nothing of", async () => {
  const { officer, first, second } = subdistrict;
  const batchId = newId();
  const reason = "三处电气隐患反复出现，建议列入整改提升";
  await first.expert.act("batch.advise", { batchId, enterpriseId: first.enterpriseId, kind: "suspend", reason });
  const [before] = (await batchesOf(officer)).rows;
  expect(before).toMatchObject({ state: "advised", decision: null });
  expect(before?.advice).toMatchObject({ kind: "suspend", reason, byName: first.expert.name });
  await officer.act("batch.decide", { batchId, decision: "upgrade", reason: "先整改提升，三个月后再看" });
  const [after] = (await batchesOf(first.agencyLead)).rows;
  expect(after?.advice.kind).toBe("suspend");
  expect(after?.decision).toMatchObject({ kind: "upgrade", byName: officer.name });
  expect((await batchesOf(first.communityOfficer)).rows).toHaveLength(1);
  expect((await batchesOf(second.agencyLead)).rows).toEqual([]);
  expect((await batchesOf(officer)).counts).toEqual([{ state: "decided", kind: "upgrade", count: 1 }]);
});

test("what recomputing would change is what recomputing then changes", async () => {
  const { officer, schemeId, first } = subdistrict;
  expect((await previewOf(officer, "2026-04-13")).moves).toEqual([]);
  const newcomer = { enterpriseId: newId(), siteId: newId(), registerNo: 9, name: "新来五金（演示）" };
  await officer.act("enterprise.register", {
    ...newcomer,
    ...{ industryKind: "industrial", aboveScale: false, mainRevenueFen: 500_000_000, communityId: first.communityId },
  });
  await officer.act("enterprise.amend", { enterpriseId: first.enterpriseId, aboveScale: false, mainRevenueFen: 10 });
  const preview = await previewOf(officer, "2026-04-13");
  expect(preview.moves.map((one) => [one.name, one.before, one.after])).toEqual([
    [first.name, "a", null],
    ["新来五金（演示）", null, "b"],
  ]);
  await officer.act("scope.recompute", {
    schemeId,
    decisions: preview.moves.map((move) => ({
      ...{ decisionId: newId(), enterpriseId: move.enterpriseId, effectiveFrom: preview.day },
      ...{ decision: move.after ? "in" : "out", ground: move.after ?? "none", evidence: move.figures },
    })),
  });
  expect((await previewOf(officer, "2026-04-13")).moves).toEqual([]);
  const { rows } = await scopeOf(officer, "?decision=out&holds=1");
  expect(rows.map((one) => one.enterpriseName)).toEqual([first.name]);
});

test("a decision of the committee needs its minutes, and a computation leaves it alone", async () => {
  const { officer, first } = subdistrict;
  const verdict = { decisionId: newId(), enterpriseId: first.enterpriseId, decision: "in", ground: "d" };
  const bare = await officer.send("scope.decide", { ...verdict, effectiveFrom: "2026-04-13", evidence: "" });
  expect(bare.problem?.code).toBe("scope.minutes_missing");
  await officer.act("scope.decide", { ...verdict, effectiveFrom: "2026-04-13", evidence: "安委会纪要〔2026〕2号" });
  const preview = await previewOf(officer, "2026-04-13");
  expect([preview.moves, preview.byPerson]).toEqual([[], 1]);
  const { inScope } = await scopeOf(officer);
  expect(inScope.reduce((sum, one) => sum + one.count, 0)).toBe(3);
  expect((await first.agencyLead.get("/api/v1/scope-decisions")).status).toBe(403);
});

test("an enterprise that leaves a contract keeps what was done under it, and may then be named by another", async () => {
  const { officeLead, first, office } = subdistrict;
  const read = async () => (await officeLead.get("/api/v1/contracts")).json.contracts;
  const [contract] = (await read()).filter((one: { agencyId: string }) => one.agencyId === first.agencyId);
  const served = async () =>
    (await officeLead.get("/api/v1/served-enterprises")).json.enterprises.find(
      (one: { id: string }) => one.id === first.enterpriseId,
    );
  expect((await served()).contractIds).toEqual([contract.id]);
  const { schemeId, agencyId, partyA, partyB, amountFen, visitPriceFen, acceptanceRules, endsOn } = contract;
  const next = {
    ...{ contractId: newId(), number: "接续合同（演示）", startsOn: "2026-11-01", endsOn, visitsOwed: 2 },
    ...{ schemeId, agencyId, partyA, partyB, amountFen, visitPriceFen, acceptanceRules },
    enterpriseIds: [first.enterpriseId],
  };
  expect((await officeLead.send("contract.conclude", next)).problem?.text).toContain(`“${first.name}”等1家`);
  await officeLead.act("contract.release", {
    ...{ contractId: contract.id, enterpriseIds: [first.enterpriseId], servedUntil: "2026-10-31", reason: "换合同" },
  });
  const after = (await read()).find((one: { id: string }) => one.id === contract.id);
  expect([after.visitsDone, after.enterprises]).toEqual([contract.visitsDone, 0]);
  await officeLead.act("contract.conclude", next);
  expect((await served()).contractIds).toEqual([next.contractId]);
  expect(office.clock.now() < "2026-11-01").toBe(true);
});
