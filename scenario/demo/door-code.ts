// With --lan everybody on the network reaches the door, so choosing a person asks for the code that is printed at the terminal.
import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";

const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
const LENGTH = 10;
const COOKIE = "bihuan_door";
const PATH = "/demonstration/code";
const GUARDED: ReadonlySet<string> = new Set(["/sign-in", "/demonstration"]);

/** About 49 random bits, easy to type. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

/** Puts the code before the sign-in page and before entering as somebody. */
export function askForCode(app: FastifyInstance, code: string): void {
  app.addHook("preHandler", async (request, reply) => {
    const [path = ""] = request.url.split("?");
    if (!GUARDED.has(path) || isSame(request.cookies[COOKIE] ?? "", code)) return undefined;
    return reply.status(401).type("text/html; charset=utf-8").send(codePage);
  });
  app.post(PATH, { config: { by: "anyone" } }, (request, reply) => {
    const body = request.body;
    const typed =
      typeof body === "object" && body !== null && "code" in body ? String(body.code).trim().toLowerCase() : "";
    if (isSame(typed, code))
      reply.setCookie(COOKIE, code, { path: "/", httpOnly: true, secure: true, sameSite: "lax" });
    return reply.redirect("/sign-in", 303);
  });
}

function isSame(typed: string, code: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(typed), digest(code));
}

const codePage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>演示</title><link rel="stylesheet" href="/portal.css"></head><body><main class="door"><section class="door__card"><h1>演示</h1>
<form class="filled" method="post" action="${PATH}"><label class="field"><span class="field__label">电脑上显示的那串字</span>
<input class="input" name="code" required maxlength="20" autocomplete="off" autocapitalize="none" spellcheck="false"></label>
<button class="btn btn--primary btn--main">进去看</button></form></section></main></body></html>`;
