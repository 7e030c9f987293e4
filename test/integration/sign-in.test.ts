// Signing in: lockout with a clear sentence, httpOnly cookies, own origin only, switching memberships.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, grantMembership } from "#server/access/bootstrap.ts";
import { newId, ORIGIN, openTestOffice, type TestOffice } from "./setup/people.ts";

let office: TestOffice;
let accountId: string;
const PASSWORD = "一个够长的口令123";

beforeAll(async () => {
  office = await openTestOffice();
  const { services } = office.instance;
  accountId = await createAccount(services, { login: "lu", displayName: "陆科员（演示）", password: PASSWORD });
  await grantMembership(services, office.tenantId, { accountId, role: "officer", displayName: "陆科员（演示）" });
});
afterAll(() => office.close());

function signIn(login: string, password: string, headers: Record<string, string> = {}) {
  return office.app.inject({
    method: "POST",
    url: "/api/v1/session",
    headers: { origin: ORIGIN, host: new URL(ORIGIN).host, "content-type": "application/json", ...headers },
    payload: { login, password },
  });
}

test("a right password opens a session in an httpOnly cookie", async () => {
  const response = await signIn(" LU ", PASSWORD);
  expect(response.statusCode).toBe(200);
  expect(response.json().current.role).toBe("officer");
  const cookie = String(response.headers["set-cookie"]);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
});

test("a foreign page cannot sign anybody in, and says so", async () => {
  const response = await signIn("lu", PASSWORD, { origin: "https://elsewhere.example" });
  expect(response.statusCode).toBe(403);
  expect(response.json().problem.code).toBe("request.origin");
});

test("unknown login and wrong password are told the same", async () => {
  const unknown = await signIn("nobody", "x".repeat(12));
  const wrong = await signIn("lu", "x".repeat(12));
  expect([unknown.statusCode, wrong.statusCode]).toEqual([401, 401]);
  expect(unknown.json().problem.code).toBe(wrong.json().problem.code);
});

test("five wrong passwords lock for fifteen minutes, also against the right one", async () => {
  for (let tries = 0; tries < 4; tries += 1) await signIn("lu", "wrong password");
  const locked = await signIn("lu", PASSWORD);
  expect(locked.statusCode).toBe(429);
  expect(locked.json().problem.text).toMatch(/15分钟后再试/);
  office.clock.moveTo(new Date(Date.parse(office.clock.now()) + 16 * 60_000).toISOString());
  expect((await signIn("lu", PASSWORD)).statusCode).toBe(200);
});

test("a session ends after twelve hours without use", async () => {
  const response = await signIn("lu", PASSWORD);
  const cookie = String(response.headers["set-cookie"]).split(";")[0] ?? "";
  const ask = () => office.app.inject({ url: "/api/v1/session", headers: { cookie } });
  expect((await ask()).statusCode).toBe(200);
  office.clock.moveTo(new Date(Date.parse(office.clock.now()) + 13 * 3_600_000).toISOString());
  expect((await ask()).statusCode).toBe(401);
});

test("a membership of somebody else cannot be taken", async () => {
  const other = await office.addPerson("officeLead", "沈主任（演示）");
  const response = await signIn("lu", PASSWORD);
  const cookie = String(response.headers["set-cookie"]).split(";")[0] ?? "";
  const answer = await office.app.inject({
    method: "PUT",
    url: "/api/v1/session/membership",
    headers: { cookie, origin: ORIGIN, host: new URL(ORIGIN).host, "content-type": "application/json" },
    payload: { tenantId: office.tenantId, membershipId: other.membershipId },
  });
  expect(answer.statusCode).toBe(404);
  const forged = JSON.stringify({
    ...{ v: 1, id: newId(), tenant: office.tenantId, membership: other.membershipId, name: "community.register" },
    ...{ args: { communityId: newId(), name: "冒名村", kind: "village" }, occurredAt: office.clock.now() },
  });
  const sent = await office.app.inject({
    method: "POST",
    url: "/api/v1/commands",
    headers: { cookie, origin: ORIGIN, host: new URL(ORIGIN).host, "content-type": "application/json" },
    payload: { commands: [forged] },
  });
  expect(sent.statusCode).toBe(404);
});

test("a changed password ends every other session", async () => {
  const cookieOf = (response: Awaited<ReturnType<typeof signIn>>) =>
    String(response.headers["set-cookie"]).split(";")[0] ?? "";
  const mine = cookieOf(await signIn("lu", PASSWORD));
  const elsewhere = cookieOf(await signIn("lu", PASSWORD));
  const change = (current: string) =>
    office.app.inject({
      method: "PUT",
      url: "/api/v1/session/password",
      headers: { cookie: mine, origin: ORIGIN, host: new URL(ORIGIN).host, "content-type": "application/json" },
      payload: { current, next: "另一个够长的口令456" },
    });
  expect((await change("不对的口令")).json().problem.code).toBe("password.wrong");
  expect((await change(PASSWORD)).statusCode).toBe(200);
  const ask = (cookie: string) => office.app.inject({ url: "/api/v1/session", headers: { cookie } });
  expect([(await ask(mine)).statusCode, (await ask(elsewhere)).statusCode]).toEqual([200, 401]);
  expect((await signIn("lu", "另一个够长的口令456")).statusCode).toBe(200);
});
