// R18: on the list and off it by a decision, with what is owed more and what enforcement checked; two who decide at once; a
// membership that ends today or ended yesterday.
import { afterAll, beforeAll, expect, test } from "vitest";
import { listKeyEnterprises } from "#api/key-enterprises.ts";
import { instantAt } from "#domain/calendar/local-date.ts";
import { newId, type Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let visited: Visited;
let owner: Person;
const keyEnterpriseId = newId();

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  visited = await inspect(subdistrict, subdistrict.first, 2);
  owner = await subdistrict.office.addPerson("enterprisePrincipal", "何先生（演示）", {
    scopeId: subdistrict.first.enterpriseId,
  });
});
afterAll(() => subdistrict.close());

async function listOf(person: Person, query = "") {
  const { status, json, text } = await person.get(`/api/v1/key-enterprises${query}`);
  expect([status, text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return listKeyEnterprises.response.parse(json);
}

test("an enterprise is put on the list with its grounds, once, and seen in each scope", async () => {
  const { officer, first, second } = subdistrict;
  const args = {
    ...{ keyEnterpriseId, enterpriseId: first.enterpriseId, grounds: ["repeatedlyOverdue", "riskyProcess"] },
    ...{ reason: "木粉尘除尘两次逾期未改", extraVisits: 2 },
  };
  expect((await first.agencyLead.send("keyEnterprise.enter", args)).problem?.code).toBe("command.not_yours");
  await officer.act("keyEnterprise.enter", args);
  const again = await officer.send("keyEnterprise.enter", { ...args, keyEnterpriseId: newId() });
  expect(again.problem).toMatchObject({ code: "keyEnterprise.listed", text: expect.stringContaining("4月13日") });
  const { rows } = await listOf(first.agencyLead);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ grounds: ["repeatedlyOverdue", "riskyProcess"], extraVisits: 2, openHazards: 2 });
  expect((await listOf(second.agencyLead)).rows).toEqual([]);
  expect((await owner.get("/api/v1/key-enterprises")).status).toBe(403);
});

test("a check needs two persons with certificates, on a day of the listing", async () => {
  const { enforcement, office } = subdistrict;
  const officers = [
    { name: "韩队（演示）", certificateNo: "演示执法001" },
    { name: "冯科（演示）", certificateNo: "演示执法002" },
  ];
  const check = { checkId: newId(), keyEnterpriseId, checkedOn: "2026-04-13", officers, outcome: "现场整改，另行立案" };
  const refused = async (change: object) =>
    (await enforcement.send("enforcementCheck.record", { ...check, ...change })).problem?.code;
  expect(await refused({ officers: officers.slice(1) })).toBe("command.malformed");
  expect(await refused({ officers: [officers[0], officers[0]] })).toBe("keyEnterprise.same_officer");
  expect(await refused({ checkedOn: "2026-04-12" })).toBe("keyEnterprise.check_day");
  expect(await refused({ checkedOn: "2026-04-14" })).toBe("keyEnterprise.check_day");
  office.clock.moveTo(instantAt("2026-04-13", "15:00"));
  await enforcement.act("enforcementCheck.record", check);
  expect(await refused({})).toBe("keyEnterprise.check_known");
  expect((await listOf(enforcement)).rows[0]?.checks).toMatchObject([{ checkedOn: "2026-04-13", officers }]);
});

test("it leaves by the lead's decision with a reason; who comes second is told who decided", async () => {
  const { officer, officeLead } = subdistrict;
  const args = { keyEnterpriseId, reason: "隐患全部销号，连续两季无逾期" };
  expect((await officer.send("keyEnterprise.leave", args)).problem?.code).toBe("command.not_yours");
  await officeLead.act("keyEnterprise.leave", args);
  const second = await officeLead.send("keyEnterprise.leave", args);
  expect(second.problem).toMatchObject({ code: "keyEnterprise.left", text: expect.stringContaining(officeLead.name) });
  expect((await listOf(officer)).rows).toEqual([]);
  expect(await listOf(officer, "?left=yes")).toMatchObject({ standing: 0, left: 1 });
});

test("two officers decide at once: one decision stands and the other is told whose", async () => {
  const { officer, officeLead } = subdistrict;
  const [hazardId] = visited.hazardIds;
  const parts = { stepsTaken: "已订货", daysNeeded: 12, reason: "配件要定做", interimProtection: "停用并围挡" };
  await owner.act("extension.request", { hazardId, extensionId: newId(), ...parts });
  const decision = { hazardId, outcome: "decline", reason: "备件市内有现货" };
  const answers = await Promise.all([officer, officeLead].map((person) => person.send("extension.decide", decision)));
  expect(answers.map(({ status }) => status).sort()).toEqual(["accepted", "refused"]);
  const winner = answers[0]?.status === "accepted" ? officer : officeLead;
  const told = answers.find(({ status }) => status === "refused")?.problem;
  expect(told).toMatchObject({ code: "extension.decided", text: expect.stringContaining(winner.name) });
});

test("an extension for a hazard that is over already is refused in words that say so", async () => {
  const { first } = subdistrict;
  const [, hazardId] = visited.hazardIds;
  const parts = { stepsTaken: "已订货", daysNeeded: 12, reason: "配件要定做", interimProtection: "停用并围挡" };
  await first.expert.act("hazard.proposeVoid", { hazardId, reason: "记重了" });
  await first.agencyLead.act("hazard.confirmVoid", { hazardId, agree: true, reason: "属实" });
  await subdistrict.officer.act("hazard.confirmVoid", { hazardId, agree: true, reason: "属实" });
  const refused = await owner.send("extension.request", { hazardId, extensionId: newId(), ...parts });
  expect(refused.problem).toMatchObject({ code: "hazard.wrong_status", text: expect.stringContaining("作废") });
});
