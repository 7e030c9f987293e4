// A major hazard from suspicion to listing through the front door, and the agency at enforcement's: refused, and in the log.
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { newId, ORIGIN } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let mine: Visited;
let hazardId: string;
const LISTED = "工贸企业重大事故隐患判定标准#7第(七)项";

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  mine = await inspect(subdistrict, subdistrict.first, 2);
  hazardId = mine.hazardIds[0] ?? "";
});
afterAll(() => subdistrict.close());

const pageOf = async () => (await subdistrict.officer.get(`/api/v1/hazards/${hazardId}`)).json;

/** One phone: it keeps its cookies, so a second tap is the same device's. */
const jar = new Map<string, string>();

async function form(path: string, fields: Readonly<Record<string, string>>) {
  const response = await subdistrict.office.app.inject({
    method: "POST",
    url: `/l/${mine.linkSecret}${path}`,
    headers: {
      ...{ host: new URL(ORIGIN).host, origin: ORIGIN },
      "content-type": "application/x-www-form-urlencoded",
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
    },
    payload: new URLSearchParams(fields).toString(),
  });
  for (const set of response.cookies) jar.set(set.name, set.value);
  return { status: response.statusCode, text: response.body };
}

test("a suspicion is on the office's list with its hour, and the advice to stop use is called advice", async () => {
  const { first, officer } = subdistrict;
  await first.expert.act("severity.suspect", {
    ...{ hazardId, severityCase: "喷漆房没有可燃气体报警", stopUseAdvice: "建议先停用喷漆房" },
  });
  const { json } = await officer.get("/api/v1/work-items?view=mine&kind=severity");
  const [item] = json.items.filter((one: { subjectId: string }) => one.subjectId === hazardId);
  const { hazard } = await pageOf();
  expect(item.dueAt).toBe(hazard.severityDueAt);
  expect(Date.parse(hazard.severityDueAt) - Date.parse(hazard.suspectedAt)).toBe(2 * 3_600_000);
  const agency = await first.agencyLead.get("/api/v1/work-items?view=all&kind=severity");
  expect(agency.json.items.map((one: { subjectId: string }) => one.subjectId)).toContain(hazardId);
  const seen = await subdistrict.office.app.inject({ method: "GET", url: `/l/${mine.linkSecret}/h/${hazardId}` });
  expect(seen.body).toContain("机构建议先停用");
  expect(seen.body).toContain("这是建议，不是命令");
  expect(Buffer.byteLength(seen.body)).toBeLessThan(60_000);
});

test("a case that is not listed stays suspected; a listed one needs every condition", async () => {
  const { officer } = subdistrict;
  const [chosen] = (await pageOf()).majorCases.filter((one: { id: string }) => one.id === LISTED);
  const conditions = chosen.conditions.map((condition: string) => ({ condition, met: true }));
  const confirm = (args: object) => officer.send("severity.confirm", { hazardId, ...args });
  const words = (outcome: { problem?: { code: string } }) => outcome.problem?.code;
  expect(words(await confirm({ severityCase: "看着很危险", conditions }))).toBe("severity.case_not_listed");
  expect(words(await confirm({ severityCase: LISTED, conditions: conditions.slice(1) }))).toBe(
    "severity.condition_unmet",
  );
  expect((await pageOf()).hazard.severity).toBe("suspectedMajor");
  await officer.act("severity.confirm", { hazardId, severityCase: LISTED, conditions });
  expect((await pageOf()).hazard).toMatchObject({ severity: "major", severityDueAt: null });
});

test("of two decisions on one suspicion sent at once, one is heard and the other is refused", async () => {
  const { officer, first } = subdistrict;
  const other = mine.hazardIds[1] ?? "";
  await first.expert.act("severity.suspect", { hazardId: other, severityCase: "疑似", stopUseAdvice: "建议先停用" });
  const reject = () => officer.send("severity.setBack", { hazardId: other, reason: "核实后不是重大" });
  const outcomes = await Promise.all([reject(), reject()]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["accepted", "refused"]);
  const { json } = await officer.get(`/api/v1/hazards/${other}`);
  expect(json.hazard).toMatchObject({ severity: "general", severityDueAt: null });
});

test("the owner writes the five fixes down by the link; then the office lists it", async () => {
  const { officer } = subdistrict;
  expect((await pageOf()).acts).not.toContain("listing.list");
  const fields = {
    ...{ commandId: newId(), name: "何建国（演示）", position: "厂长", responsible: "何厂长" },
    ...{
      measures: "装可燃气体报警和防爆风机",
      fundsYuan: "12000.50",
      finishOn: "2031-01-31",
      contingencyPlan: "停用断电",
    },
  };
  const bad = await form(`/h/${hazardId}/plan`, { ...fields, commandId: newId(), fundsYuan: "一万二" });
  expect(bad.status).toBe(422);
  expect(bad.text).toContain("何厂长");
  expect((await form(`/h/${hazardId}/plan`, fields)).status).toBe(303);
  expect((await form(`/h/${hazardId}/plan`, fields)).status).toBe(303);
  const page = await pageOf();
  expect(page.plans).toHaveLength(1);
  expect(page.plans[0]).toMatchObject({ origin: "enterprise", fundsFen: 1_200_050, contingencyPlan: "停用断电" });
  await officer.act("listing.list", { hazardId, reason: "重大隐患，街道挂牌督办" });
  expect((await pageOf()).hazard.listed).toBe(true);
  expect((await officer.send("listing.delist", { hazardId, reason: "摘牌" })).problem?.code).toBe(
    "hazard.wrong_status",
  );
});

test("an agency that tries an act of enforcement, or writes 责令, is refused, and the try is in the access log", async () => {
  const { expert, agencyLead } = subdistrict.first;
  const tries = [
    await expert.send("enforcement.conclude", { hazardId, resultKind: "other", on: "2026-11-20", officers: ["甲"] }),
    await agencyLead.send("referral.decide", { hazardId, outcome: "refer", reason: "移送" }),
    await agencyLead.send("treatment.plan", {
      ...{ hazardId, responsible: "何厂长", measures: "责令停产整改", fundsFen: 0 },
      ...{ finishOn: "2031-01-31", contingencyPlan: "停用" },
    }),
  ];
  expect(tries.map((outcome) => outcome.status)).toEqual(["refused", "refused", "refused"]);
  expect(tries[2]?.problem?.code).toBe("hazard.agency_orders");
  const { services } = subdistrict.office.instance;
  const log = await asActor(services.database, subdistrict.office.tenantId, systemActor("test"), ({ db }) =>
    db
      .selectFrom("accessLog")
      .selectAll()
      .where(
        "act",
        "in",
        tries.map((_, index) => names[index] ?? ""),
      )
      .execute(),
  );
  expect(new Set(log.map((line) => line.act))).toEqual(new Set(names));
});
const names = ["enforcement.conclude", "referral.decide", "treatment.plan"];
