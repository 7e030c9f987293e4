// What a page says while the database is away: 503, when to ask again, and nothing that is not known.
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { registerPortalScope } from "./portal-page.ts";

async function pages() {
  const app = Fastify();
  await app.register(cookie);
  await app.register(formbody);
  const away = () => {
    throw Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
  };
  registerPortalScope(app, (scope) => {
    scope.get("/page", { config: { by: "anyone" } }, away);
    scope.post("/page", { config: { by: "anyone" } }, away);
  });
  return app;
}

test("a page that cannot be read says that it will come back, and offers to look again", async () => {
  const answer = await (await pages()).inject({ method: "GET", url: "/page" });
  expect(answer.statusCode).toBe(503);
  expect(answer.headers["retry-after"]).toBe("10");
  expect(answer.headers["content-type"]).toContain("text/html");
  expect(answer.body).toContain("系统正在恢复");
  expect(answer.body).toContain("再看一次");
});

test("a form without an answer does not claim to be stored or lost", async () => {
  const answer = await (await pages()).inject({ method: "POST", url: "/page", payload: { text: "已改好" } });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain("不知道存了没有");
  expect(answer.body).not.toContain("再看一次");
});
