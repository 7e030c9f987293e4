// Serves the built console and field app. Their pages are never cached, their hashed files for ever.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const DIST = fileURLToPath(new URL("../../../dist", import.meta.url));
const HASHED = /\/assets\//;

/** A web app that is not built yet answers with a sentence that says so, until `dist` is there. */
export async function registerWebApps(app: FastifyInstance): Promise<void> {
  for (const name of ["console", "field"] as const) {
    const root = `${DIST}/${name}`;
    await app.register(fastifyStatic, {
      root,
      prefix: `/${name}/`,
      decorateReply: name === "console",
      wildcard: true,
      index: false,
      setHeaders: (reply, path) => {
        reply.header("cache-control", HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
    app.get(`/${name}`, { config: { by: "anyone" } }, (_request, reply) => reply.redirect(`/${name}/`));
    app.get(`/${name}/`, { config: { by: "anyone" } }, (_request, reply) => sendIndex(reply, root));
  }
  app.get("/", { config: { by: "anyone" } }, (_request, reply) => reply.redirect("/sign-in"));
}

/** Paths of a web app that are no file belong to its router. */
export function sendIndex(reply: import("fastify").FastifyReply, root: string) {
  if (!existsSync(`${root}/index.html`))
    return reply
      .status(503)
      .type("text/plain; charset=utf-8")
      .send("网页还没有生成好。请运行 npm run build，或稍等片刻再刷新。");
  return reply.header("cache-control", "no-cache").sendFile("index.html", root);
}

/** The built files of the web apps hold no secret and no data: anyone may fetch them. */
export function isWebAppFile(route: string): boolean {
  return route === "/console/*" || route === "/field/*";
}

export function webAppOf(url: string): string | undefined {
  const name = /^\/(console|field)\//.exec(url)?.[1];
  return name && `${DIST}/${name}`;
}
