// Hazards go to member units by rule, are taken or sent back with a reason, and routed again: the unit looks after them beside
// the holder, every routing stays to be read, and nothing of holder or date changes.
import { afterAll, beforeAll, expect, test } from "vitest";
import { getHazard } from "#api/hazards.ts";
import { listMemberUnits } from "#api/member-units.ts";
import { getResponsibility } from "#api/responsibility.ts";
import { runDaily } from "#server/jobs/daily.ts";
import { newId, type Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let visited: Visited;
let fire: Person;
let urban: Person;
const [fireUnit, urbanUnit, ruleId] = [newId(), newId(), newId()];
const FIRE_ITEM = "XC-05-05";

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  visited = await inspect(subdistrict, subdistrict.first, 2);
  fire = await subdistrict.office.addPerson("memberUnit", "消安办石工（演示）");
  urban = await subdistrict.office.addPerson("memberUnit", "城管科林工（演示）");
});
afterAll(() => subdistrict.close());

async function pageOf(person: Person, hazardId: string | undefined) {
  const { json } = await person.get(`/api/v1/hazards/${hazardId}`);
  return getHazard.response.parse(json);
}

async function mineOf(person: Person): Promise<string[]> {
  const { json } = await person.get("/api/v1/work-items?view=mine");
  return json.items.map((item: { kind: string }) => item.kind);
}

const match = { family: null, level2: null, itemCodes: [FIRE_ITEM], tags: [], position: 10 };

test("the office sets units, their people and rules, and sees before what a rule would route", async () => {
  const { officer, first } = subdistrict;
  await officer.act("memberUnit.set", { unitId: fireUnit, name: "消安办（演示）", duty: "消防安全" });
  await officer.act("memberUnit.set", { unitId: urbanUnit, name: "城管科（演示）", duty: "占道、搭建" });
  const twice = await officer.send("memberUnit.set", { unitId: newId(), name: "消安办（演示）", duty: "再一个" });
  expect(twice.problem?.code).toBe("memberUnit.name_taken");
  await officer.act("memberUnit.place", { membershipId: fire.membershipId, unitId: fireUnit });
  await officer.act("memberUnit.place", { membershipId: urban.membershipId, unitId: urbanUnit });
  const wrong = await officer.send("memberUnit.place", { membershipId: officer.membershipId, unitId: fireUnit });
  expect(wrong.problem?.code).toBe("memberUnit.not_its_role");
  const rule = { ...match, ruleId, unitId: fireUnit, reason: "通道和疏散归消安办" };
  expect((await first.agencyLead.send("routingRule.set", rule)).problem?.code).toBe("command.not_yours");
  const everything = await officer.send("routingRule.set", { ...rule, itemCodes: [] });
  expect(everything.problem?.code).toBe("routing.fits_everything");
  const preview = await officer.post("/api/v1/routing-rules/preview", match);
  expect(preview.json).toMatchObject({ total: 1, rows: [{ hazardId: visited.hazardIds[0] }] });
  await officer.act("routingRule.set", rule);
});

test("a hazard is routed once by rule, and its holder and dates stay as they are", async () => {
  const { office, officer } = subdistrict;
  const before = await pageOf(officer, visited.hazardIds[0]);
  await runDaily(office.instance.services);
  await runDaily(office.instance.services);
  const after = await pageOf(officer, visited.hazardIds[0]);
  expect(after.hazard).toEqual(before.hazard);
  expect(after.routings).toMatchObject([{ unitName: "消安办（演示）", state: "asked", byRule: true }]);
  expect(after.events[0]?.command).toBe("hazard.route");
  expect((await pageOf(officer, visited.hazardIds[1])).routings).toEqual([]);
  expect([await mineOf(fire), await mineOf(urban)]).toEqual([["takeOver"], []]);
});

test("only the unit's own people take it or send it back, once and with a reason; the office routes it again", async () => {
  const { officer } = subdistrict;
  const [hazardId] = visited.hazardIds;
  const [asked] = (await pageOf(fire, hazardId)).routings;
  const routingId = asked?.id;
  expect((await pageOf(fire, hazardId)).routingActs).toEqual(["routing.take", "routing.sendBack"]);
  expect((await pageOf(urban, hazardId)).routingActs).toEqual([]);
  expect((await urban.send("routing.take", { routingId })).problem?.code).toBe("routing.not_your_unit");
  await fire.act("routing.take", { routingId });
  expect((await fire.send("routing.take", { routingId })).problem?.code).toBe("routing.answered");
  expect((await fire.send("routing.sendBack", { routingId })).problem?.code).toBe("command.malformed");
  await fire.act("routing.sendBack", { routingId, reason: "占的是人行道，归城管科" });
  expect(await mineOf(officer)).toContain("reroute");
  const again = { routingId: newId(), hazardId, unitId: urbanUnit };
  expect((await officer.send("hazard.route", again)).problem?.code).toBe("routing.reason_needed");
  await officer.act("hazard.route", { ...again, reason: "占道堆放" });
  await runDaily(subdistrict.office.instance.services);
  const { routings, hazard } = await pageOf(officer, hazardId);
  expect(routings.map(({ unitName, state, answerReason }) => [unitName, state, answerReason])).toEqual([
    ["城管科（演示）", "asked", null],
    ["消安办（演示）", "replaced", "占的是人行道，归城管科"],
  ]);
  expect(hazard.holder).toBe("enterprise");
  const there = await officer.send("hazard.route", { ...again, routingId: newId(), reason: "再派一次" });
  expect(there.problem?.code).toBe("routing.there_already");
});

test("a unit presses what it looks after once that is overdue; lists, table and figures agree", async () => {
  const { office, officer, first } = subdistrict;
  const [hazardId] = visited.hazardIds;
  await urban.act("routing.take", { routingId: (await pageOf(urban, hazardId)).routings[0]?.id });
  expect(await mineOf(urban)).toEqual([]);
  office.clock.moveTo("2026-05-06T01:00:00.000Z");
  expect([await mineOf(urban), await mineOf(fire)]).toEqual([["rectify"], []]);
  const supervision = { supervisionId: newId(), siteId: first.siteId, means: "call", hazardIds: [hazardId] };
  await urban.act("supervision.record", supervision);
  const units = listMemberUnits.response.parse((await officer.get("/api/v1/member-units")).json).units;
  for (const { hazards, overdue, asked } of units)
    for (const { count, rows } of [hazards, overdue, asked]) {
      const { json } = await officer.get(`/api/v1/hazards?${new URLSearchParams(rows.filter)}`);
      expect([rows.filter, json.total]).toEqual([rows.filter, count]);
    }
  expect(units.map(({ name, hazards }) => [name, hazards.count])).toEqual([
    ["城管科（演示）", 1],
    ["消安办（演示）", 0],
  ]);
  const table = getResponsibility.response.parse((await officer.get("/api/v1/responsibility")).json);
  const section = table.sections.find(({ party }) => party === "memberUnit");
  expect(section?.rows.map(({ name, hazards, overdue }) => [name, hazards.count, overdue.count])).toEqual([
    ["城管科（演示）", 1, 1],
  ]);
});

test("a rule is changed by ending it and beginning another; both stay to be read", async () => {
  const { officer } = subdistrict;
  const changed = { ...match, ruleId: newId(), replacesRuleId: ruleId, unitId: urbanUnit, reason: "改由城管科照看" };
  await officer.act("routingRule.set", changed);
  const late = await officer.send("routingRule.end", { ruleId, reason: "不用了" });
  expect(late.problem?.code).toBe("routing.rule_ended");
  const { rules } = listMemberUnits.response.parse((await officer.get("/api/v1/member-units")).json);
  expect(rules.map(({ id, ended }) => [id, ended?.reason])).toEqual([
    [changed.ruleId, undefined],
    [ruleId, "改由城管科照看"],
  ]);
});
