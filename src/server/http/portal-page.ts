// How a page of the portal leaves the server: headers, appearance of the device, stylesheet and script, and problems in
// words. Pages say where they come from only to ourselves, so that forms carry an origin and secrets never leave.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "#domain/kernel/result.ts";
import { problemText } from "#domain/problems.ts";
import type { Appearance } from "#portal/layout.ts";
import { databaseAwayPage, problemPage } from "#portal/problem-page.ts";
import { isDatabaseAway } from "../db/away.ts";
import { MAX_FORM_MEGABYTES } from "./portal-form.ts";
import { ProblemError } from "./problems.ts";

const assets = new Map(
  (["portal.css", "portal.js"] as const).map((name) => {
    const text = readFileSync(new URL(`../../portal/${name}`, import.meta.url), "utf8");
    return [name, name === "portal.css" ? text.replaceAll(/\s*\n\s*/g, "\n") : text] as const;
  }),
);
const version = createHash("sha256")
  .update([...assets.values()].join())
  .digest("hex")
  .slice(0, 8);

const TYPE_COOKIE = "bihuan_type";
const YEAR_SECONDS = 365 * 86_400;
const RETRY_SECONDS = 10;

/** Thrown where another page answers than the one asked for. */
export class PageAnswer extends Error {
  readonly status: number;
  readonly render: (look: Appearance) => string;

  constructor(status: number, render: (look: Appearance) => string) {
    super(`page ${status}`);
    this.name = "PageAnswer";
    this.status = status;
    this.render = render;
  }
}

/** Large type as this device wants it; ?type= changes it for good. */
export function lookOf(request: FastifyRequest, reply: FastifyReply): Appearance {
  const asked = queryOf(request).type;
  if (asked !== "large" && asked !== "normal") return { largeType: request.cookies[TYPE_COOKIE] === "large", version };
  reply.setCookie(TYPE_COOKIE, asked, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" });
  return { largeType: asked === "large", version };
}

/** The query's plain values; a name given twice counts once. */
export function queryOf(request: FastifyRequest): Readonly<Record<string, string | undefined>> {
  const query = request.query;
  if (typeof query !== "object" || query === null) return {};
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value).slice(0, 500)]));
}

export function sendPage(reply: FastifyReply, markup: string, status = 200): FastifyReply {
  return reply
    .status(status)
    .header("referrer-policy", "same-origin")
    .header("cache-control", "no-store")
    .header("x-robots-tag", "noindex")
    .type("text/html; charset=utf-8")
    .send(markup);
}

/** Pages, and problems as pages, inside one scope of routes. */
export function registerPortalScope(app: FastifyInstance, routes: (scope: FastifyInstance) => void): void {
  app.register((scope, _options, done) => {
    scope.setErrorHandler((error: FastifyError | PageAnswer, request, reply) => answerError(error, request, reply));
    routes(scope);
    done();
  });
}

/** A page that anyone may open; what it shows is decided by what they bring. */
export const forAnyone = { config: { by: "anyone" } } as const;

export function registerPortalAssets(app: FastifyInstance): void {
  for (const [name, text] of assets) {
    const type = name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
    app.get(`/${name}`, forAnyone, (request, reply) => {
      const keep = queryOf(request).v === version ? "public, max-age=31536000, immutable" : "no-cache";
      return reply.header("cache-control", keep).type(type).send(text);
    });
  }
}

function answerError(error: FastifyError | PageAnswer, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const look = lookOf(request, reply);
  if (error instanceof PageAnswer) return sendPage(reply, error.render(look), error.status);
  if (isDatabaseAway(error)) {
    const page = databaseAwayPage(look, { wroteForm: request.method !== "GET" });
    return sendPage(reply.header("retry-after", String(RETRY_SECONDS)), page, 503);
  }
  const [status, problem] = problemOf(error, request);
  const back = request.headers.referer ? URL.parse(request.headers.referer)?.pathname : undefined;
  const title = status === 404 ? "没有找到" : "没有办成";
  return sendPage(reply, problemPage(look, { title, text: problemText(problem), ...(back ? { back } : {}) }), status);
}

function problemOf(error: FastifyError | PageAnswer, request: FastifyRequest): readonly [number, Problem] {
  if (error instanceof ProblemError) return [error.status, error.problem];
  const status = "statusCode" in error ? error.statusCode : undefined;
  if (status === 413)
    return [
      413,
      {
        code: "request.too_large",
        params: { megabytes: request.routeOptions.config.formMegabytes ?? MAX_FORM_MEGABYTES },
      },
    ];
  if (status && status < 500)
    return [status, { code: "request.bad_input", params: { field: "内容", detail: error.message } }];
  console.error(`page ${request.id} ${request.method} ${request.url.replace(/\/l\/[^/?]+/, "/l/…")} failed`, error);
  return [500, { code: "server.fault", params: { number: String(request.id) } }];
}
