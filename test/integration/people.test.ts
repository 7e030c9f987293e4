// People: who sees whom, inviting under the rule of the grant, and passwords that are shown once.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson, listPeople } from "#api/people.ts";
import { platformTenantId } from "#domain/access/roles.ts";
import { ORIGIN, type Person } from "./setup/people.ts";
import { openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let admin: Person;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  admin = await subdistrict.office.addPerson("tenantAdmin", "管理员（演示）");
});
afterAll(() => subdistrict.close());

const peopleOf = async (person: Person) => listPeople.response.parse((await person.get("/api/v1/people")).json);
const invite = (person: Person, body: object) => person.post("/api/v1/people", body);

function signIn(login: string, password: string) {
  return subdistrict.office.app.inject({
    method: "POST",
    url: "/api/v1/session",
    headers: { origin: ORIGIN, host: new URL(ORIGIN).host, "content-type": "application/json" },
    payload: JSON.stringify({ login, password }),
  });
}

function byForm(url: string, fields: Record<string, string>, cookie = "") {
  const headers = {
    origin: ORIGIN,
    host: new URL(ORIGIN).host,
    "content-type": "application/x-www-form-urlencoded",
    cookie,
  };
  return subdistrict.office.app.inject({
    method: "POST",
    url,
    headers,
    payload: new URLSearchParams(fields).toString(),
  });
}

function asJson(method: "GET" | "POST", url: string, cookie: string, body?: object) {
  const type = body ? { "content-type": "application/json" } : {};
  const headers = { origin: ORIGIN, host: new URL(ORIGIN).host, cookie, ...type };
  return subdistrict.office.app.inject({ method, url, headers, ...(body ? { payload: JSON.stringify(body) } : {}) });
}

async function accountOf(login: string) {
  const { database } = subdistrict.office.instance.services;
  return database.global.selectFrom("accounts").selectAll().where("login", "=", login).executeTakeFirst();
}

test("the administrator sees everyone, an agency's lead their own, another agency's lead others", async () => {
  const { first, second, officer } = subdistrict;
  const all = await peopleOf(admin);
  expect(all.people.map((one) => one.id)).toContain(officer.membershipId);
  expect(all.people.find((one) => one.id === first.expert.membershipId)?.scopeName).toContain("第1");
  const idsOf = async (person: Person) => new Set((await peopleOf(person)).people.map((one) => one.id));
  const own = [first.agencyLead, first.reviewer, first.expert].map((one) => one.membershipId);
  expect(await idsOf(first.agencyLead)).toEqual(new Set(own));
  expect([...(await idsOf(second.agencyLead))].some((id) => own.includes(id))).toBe(false);
  expect((await peopleOf(first.agencyLead)).agencies.map((one) => one.id)).toEqual([first.agencyId]);
  expect((await subdistrict.enforcement.get("/api/v1/people")).status).toBe(403);
});

test("an invited expert's first password opens nothing but its own change", async () => {
  const { first } = subdistrict;
  const body = { login: "new-expert", displayName: "新专家（演示）", role: "expert", scopeId: first.agencyId };
  const answer = await invite(first.agencyLead, body);
  const invited = createPerson.response.parse(answer.json);
  const given = invited.password ?? "";
  expect(given).toMatch(/^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/);
  const row = (await peopleOf(first.agencyLead)).people.find((one) => one.id === invited.membershipId);
  expect(row).toMatchObject({ displayName: "新专家（演示）", login: "new-expert", role: "expert", state: "now" });

  const early = await signIn("new-expert", given);
  expect([early.statusCode, early.json().problem.code]).toEqual([403, "password.must_change"]);
  expect(early.json().problem.text).toContain("只能用来改密码");
  const entered = await byForm("/sign-in", { login: "new-expert", password: given, next: "/field/" });
  expect(entered.headers.location).toBe("/sign-in/password?next=%2Ffield%2F");
  const cookie = `bihuan_session=${entered.cookies[0]?.value}`;
  const session = await asJson("GET", "/api/v1/session", cookie);
  expect(session.json().mustChangePassword).toBe(true);
  const command = await asJson("POST", "/api/v1/commands", cookie, { commands: ["{}"] });
  expect([command.statusCode, command.json().problem.code]).toEqual([403, "password.must_change"]);
  const view = await asJson("POST", "/api/v1/people", cookie, {});
  expect(view.json().problem.code).toBe("password.must_change");

  const chosen = "我自己的一句话2026";
  const change = (fields: Record<string, string>) =>
    byForm("/sign-in/password", { next: "/field/", ...fields }, cookie);
  const wrong = [
    await change({ current: "不是它", password: chosen, again: chosen }),
    await change({ current: given, password: "短", again: "短" }),
    await change({ current: given, password: chosen, again: `${chosen}。` }),
    await change({ current: given, password: given, again: given }),
  ];
  expect(wrong.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422]);
  const changed = await change({ current: given, password: chosen, again: chosen });
  expect([changed.statusCode, changed.headers.location]).toEqual([303, "/field/"]);
  expect((await asJson("GET", "/api/v1/session", cookie)).json().mustChangePassword).toBe(false);
  const open = await asJson("POST", "/api/v1/commands", cookie, { commands: ["{}"] });
  expect(open.json().problem?.code).not.toBe("password.must_change");
  expect((await signIn("new-expert", given)).statusCode).toBe(401);
  expect((await signIn("new-expert", chosen)).statusCode).toBe(200);
});

test("the office lets in its enterprises' people and its communities', and nobody else", async () => {
  const { first, officer, officeLead } = subdistrict;
  const asked = await peopleOf(officer);
  expect(asked.mayInvite).toEqual(["communityOfficer", "enterprisePrincipal", "enterpriseStaff"]);
  const owner = {
    login: "owner",
    displayName: "何厂长（演示）",
    role: "enterprisePrincipal",
    scopeId: first.enterpriseId,
  };
  const { json } = await invite(officer, owner);
  const entered = await byForm("/sign-in", { login: "owner", password: json.password });
  const cookie = `bihuan_session=${entered.cookies[0]?.value}`;
  const waiting = await subdistrict.office.app.inject({ url: "/enterprise", headers: { cookie } });
  expect([waiting.statusCode, waiting.body.includes("去改密码")]).toEqual([403, true]);
  const password = "何厂长自己记得住的密码";
  await byForm("/sign-in/password", { current: json.password, password, again: password }, cookie);
  const page = await subdistrict.office.app.inject({ url: "/enterprise", headers: { cookie } });
  expect([page.statusCode, page.body.includes("退出登录")]).toEqual([200, true]);
  const helper = {
    login: "helper",
    displayName: "联络员二（演示）",
    role: "communityOfficer",
    scopeId: first.communityId,
  };
  expect((await invite(officeLead, helper)).status).toBe(200);
  for (const body of [{ role: "officer" }, { role: "expert", scopeId: first.agencyId }, { role: "tenantAdmin" }]) {
    const answer = await invite(officer, { login: "climber", displayName: "某人（演示）", ...body });
    expect([answer.status, answer.json.problem.code]).toEqual([409, "membership.office_invites"]);
  }
  const lost = await invite(officer, {
    login: "climber",
    displayName: "某人（演示）",
    role: "enterpriseStaff",
    scopeId: admin.accountId,
  });
  expect(lost.json.problem.code).toBe("enterprise.not_found");
  expect(await accountOf("climber")).toBeUndefined();
});

test("a login that is there gets another membership and keeps its password", async () => {
  const { first } = subdistrict;
  const body = { login: "new-expert", displayName: "新专家（演示）", role: "agencyReviewer", scopeId: first.agencyId };
  expect((await invite(first.agencyLead, body)).json.password).toBeNull();
  const again = await invite(first.agencyLead, body);
  expect([again.status, again.json.problem.code]).toEqual([409, "membership.held"]);
});

test("a refusal leaves no account behind", async () => {
  const { first, second } = subdistrict;
  const refusals = [
    [first.agencyLead, { role: "officer" }, "membership.own_agency_only"],
    [first.agencyLead, { role: "expert", scopeId: second.agencyId }, "membership.own_agency_only"],
    [admin, { role: "expert" }, "membership.scope_unfit"],
    [admin, { role: "observer" }, "membership.platform_only"],
    [admin, { role: "expert", scopeId: admin.accountId }, "agency.not_engaged"],
    [admin, { role: "communityOfficer", scopeId: admin.accountId }, "community.not_found"],
    [admin, { role: "officer", validTo: "2026-01-01" }, "membership.days_reversed"],
  ] as const;
  for (const [index, [person, body, code]] of refusals.entries()) {
    const login = `refused-${index}`;
    const answer = await invite(person, { login, displayName: "某人（演示）", ...body });
    expect([answer.status, answer.json.problem.code]).toEqual([409, code]);
    expect(await accountOf(login)).toBeUndefined();
  }
});

test("whoever leaves reads nothing from the day after", async () => {
  const { office } = subdistrict;
  const gone = await office.addPerson("officer", "走的人（演示）");
  await admin.act("membership.end", { membershipId: gone.membershipId, validTo: "2026-04-12" });
  expect((await gone.get("/api/v1/overview")).status).toBe(403);
  const row = (await peopleOf(admin)).people.find((one) => one.id === gone.membershipId);
  expect(row).toMatchObject({ state: "over", validTo: "2026-04-12" });
});

test("a new password ends the old one and every session, and is not given across tenants", async () => {
  const { office, first } = subdistrict;
  const renew = (person: Person, membershipId: string) => person.post(`/api/v1/people/${membershipId}/password`, {});
  const expert = (await peopleOf(admin)).people.find((one) => one.login === "new-expert" && one.role === "expert");
  const before = await first.expert.get("/api/v1/session");
  expect(before.status).toBe(200);
  const { json } = await renew(admin, first.expert.membershipId);
  expect((await signIn(json.login, json.password)).json().problem.code).toBe("password.must_change");
  expect((await first.expert.get("/api/v1/session")).status).toBe(401);
  expect((await renew(first.agencyLead, expert?.id ?? "")).status).toBe(403);
  expect((await renew(admin, admin.membershipId)).json.problem.code).toBe("membership.own_password");
  const platformAdmin = await office.addPerson("platformAdmin", "平台（演示）", { tenantId: platformTenantId });
  await office.instance.services.database.global
    .selectFrom("accounts")
    .select("login")
    .where("id", "=", platformAdmin.accountId)
    .executeTakeFirstOrThrow()
    .then(({ login }) => invite(admin, { login, displayName: "平台的人（演示）", role: "officer" }));
  const elsewhere = (await peopleOf(admin)).people.find((one) => one.displayName === "平台的人（演示）");
  expect((await renew(admin, elsewhere?.id ?? "")).json.problem.code).toBe("membership.also_elsewhere");
  const otherTenant = await office.addTenant("别的街道（演示）");
  const otherAdmin = await office.addPerson("tenantAdmin", "别处管理员（演示）", { tenantId: otherTenant });
  expect((await renew(otherAdmin, first.reviewer.membershipId)).status).toBe(404);
});

test("agencies and communities are the administrator's and the lead's to see", async () => {
  const { first, second, officeLead } = subdistrict;
  const { json } = await officeLead.get("/api/v1/agencies");
  expect(json.agencies.map((one: { id: string }) => one.id)).toEqual([first.agencyId, second.agencyId]);
  expect(json.agencies[0].people).toBe(5);
  const communities = await admin.get("/api/v1/communities");
  expect(communities.json.communities[0].officers).toEqual([first.communityOfficer.name, "联络员二（演示）"]);
  expect((await first.agencyLead.get("/api/v1/agencies")).status).toBe(403);
});
