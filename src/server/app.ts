// Puts the server together: security headers, origin check, rate limit, schemas, routes, one error handler.
import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Route } from "#api/route.ts";
import { isDatabaseAway } from "./db/away.ts";
import { registerCatalogue } from "./http/catalogue.ts";
import { registerClimbing } from "./http/climbing.ts";
import { registerCommands } from "./http/commands.ts";
import { registerDelegatedItems } from "./http/delegated-items.ts";
import { registerDocuments } from "./http/documents.ts";
import { registerEnterpriseRegisters } from "./http/enterprise-registers.ts";
import { registerEnterprises } from "./http/enterprises.ts";
import { registerHazardImports } from "./http/hazard-imports.ts";
import { registerHazards } from "./http/hazards.ts";
import { describeApi, registerHealth } from "./http/health.ts";
import { registerImports } from "./http/imports.ts";
import { registerKeyEnterprises } from "./http/key-enterprises.ts";
import { registerLaw } from "./http/law.ts";
import { registerMemberUnits } from "./http/member-units.ts";
import { registerMessages } from "./http/messages.ts";
import { registerOverview } from "./http/overview.ts";
import { registerOwnInstruments } from "./http/own-instruments.ts";
import { registerPeople } from "./http/people.ts";
import { registerPhotos } from "./http/photos.ts";
import { registerPlan } from "./http/plan.ts";
import { registerPortalCommunity } from "./http/portal-community.ts";
import { registerCompletedSheet } from "./http/portal-completed.ts";
import { registerPortalLink } from "./http/portal-link.ts";
import { registerPortalAssets } from "./http/portal-page.ts";
import { registerPortalProof } from "./http/portal-proof.ts";
import { registerPortalSignIn } from "./http/portal-sign-in.ts";
import { registerPortalTip } from "./http/portal-tip.ts";
import { ProblemError, replyProblem } from "./http/problems.ts";
import { registerReferrals } from "./http/referrals.ts";
import { registerResponsibility } from "./http/responsibility.ts";
import { registerSavedViews } from "./http/saved-views.ts";
import { registerScheme } from "./http/scheme.ts";
import { registerSession } from "./http/session.ts";
import { registerSuggestions } from "./http/suggestions.ts";
import { registerSync } from "./http/sync.ts";
import { registerTips } from "./http/tips.ts";
import { isWebAppFile, registerWebApps, sendIndex, webAppOf } from "./http/web-apps.ts";
import { registerWorkItems } from "./http/work-items.ts";
import type { Services } from "./server-parts.ts";

export interface AppOptions {
  readonly trustProxy?: boolean;
  readonly logger?: boolean;
  /** Requests a minute and address; the story's player and benches raise it in process. */
  readonly requestsPerMinute?: number;
}

const MEGABYTE = 1024 * 1024;

export async function buildApp(services: Services, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ? { level: "warn" } : false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 2 * MEGABYTE,
    genReqId: () => randomUUID().slice(0, 8),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(helmet, { contentSecurityPolicy: { directives: contentPolicy(services.publicUrl) } });
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? 1200,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, context) =>
      new ProblemError(429, "request.too_many", { seconds: Math.ceil(context.ttl / 1000) }),
  });
  await app.register(cookie);
  await app.register(formbody);
  app.addHook("onRequest", async (request) => assertOwnOrigin(request));
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const webApp = request.method === "GET" ? webAppOf(request.url) : undefined;
    if (webApp && !/\.\w+$/.test(request.url.split("?")[0] ?? "")) return sendIndex(reply, webApp);
    return replyProblem(reply, 404, { code: "not_found", params: {} });
  });
  const routes: RegisteredRoute[] = [];
  app.decorate("registeredRoutes", routes);
  app.addHook("onRoute", ({ method, url, config }) => {
    for (const one of [method].flat())
      if (one !== "HEAD") routes.push({ method: one, url, by: isWebAppFile(url) ? "anyone" : config?.by });
  });
  await describeApi(app);
  registerHealth(app, services);
  await registerWebApps(app);
  registerSession(app, services);
  registerCommands(app, services);
  registerSync(app, services);
  registerOwnInstruments(app, services);
  registerSuggestions(app, services);
  registerPhotos(app, services);
  registerOverview(app, services);
  registerEnterprises(app, services);
  registerSavedViews(app, services);
  registerWorkItems(app, services);
  registerResponsibility(app, services);
  registerMemberUnits(app, services);
  registerDelegatedItems(app, services);
  registerHazards(app, services);
  registerReferrals(app, services);
  registerDocuments(app, services);
  registerPeople(app, services);
  registerScheme(app, services);
  registerImports(app, services);
  registerHazardImports(app, services);
  registerLaw(app, services);
  registerCatalogue(app, services);
  registerPlan(app, services);
  registerMessages(app, services);
  registerClimbing(app, services);
  registerKeyEnterprises(app, services);
  registerEnterpriseRegisters(app, services);
  registerCompletedSheet(app, services);
  registerTips(app, services);
  registerPortalAssets(app);
  registerPortalSignIn(app, services);
  registerPortalLink(app, services);
  registerPortalCommunity(app, services);
  registerPortalProof(app, services);
  registerPortalTip(app, services);
  return app;
}

/** A route as it was put on the server; one without `by` fails the matrix test. */
export interface RegisteredRoute {
  readonly method: string;
  readonly url: string;
  readonly by: Route["by"] | undefined;
}

declare module "fastify" {
  interface FastifyInstance {
    readonly registeredRoutes: readonly RegisteredRoute[];
  }
  interface FastifyContextConfig {
    /** Who may call this route; every route says so. */
    by?: Route["by"];
    /** How large a form of this route may be, where it is less than others'. */
    formMegabytes?: number;
  }
}

function contentPolicy(publicUrl: string) {
  return {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", "data:", "blob:"],
    // A voice note is played where it was spoken.
    mediaSrc: ["'self'", "blob:"],
    // antd writes its styles into the page at run time.
    styleSrc: ["'self'", "'unsafe-inline'"],
    // The phone's HEIC decoder is WebAssembly; nothing else is compiled from data.
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: publicUrl.startsWith("https:") ? [] : null,
  };
}

/** Whatever changes something must come from a page of ours: the Origin's host is the host asked, or no browser sent it. */
function assertOwnOrigin(request: FastifyRequest): void {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
  const origin = request.headers.origin;
  const site = request.headers["sec-fetch-site"];
  const foreign = origin === undefined ? site !== undefined && site !== "same-origin" : hostOf(origin) !== request.host;
  if (foreign) throw new ProblemError(403, "request.origin");
}

function hostOf(origin: string): string | undefined {
  return URL.parse(origin)?.host;
}

function answerError(error: FastifyError, request: FastifyRequest, reply: Parameters<typeof replyProblem>[0]) {
  if (error instanceof ProblemError) return replyProblem(reply, error.status, error.problem);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issue = error.validation[0];
    return replyProblem(reply, 400, {
      code: "request.bad_input",
      params: { field: issue?.instancePath.replaceAll("/", ".").slice(1) || "内容", detail: issue?.message ?? "" },
    });
  }
  if (error.statusCode === 413)
    return replyProblem(reply, 413, { code: "request.too_large", params: { megabytes: 2 } });
  if (error.statusCode && error.statusCode < 500)
    return replyProblem(reply, error.statusCode, {
      code: "request.bad_input",
      params: { field: "内容", detail: error.message },
    });
  if (isDatabaseAway(error)) return replyProblem(reply, 503, { code: "server.database_away", params: {} });
  console.error(`request ${request.id} ${request.method} ${request.url.replace(/\/l\/[^/?]+/, "/l/…")} failed`, error);
  return replyProblem(reply, 500, { code: "server.fault", params: { number: String(request.id) } });
}
