// Puts a route of src/api on the server: policy first, then shape, then the handler. A route without `by` cannot be written.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Route } from "#api/route.ts";
import type { Actor } from "#domain/access/roles.ts";
import type { Services } from "../server-parts.ts";
import { findPrincipal, type Principal } from "./principal.ts";
import { ProblemError } from "./problems.ts";

export interface Call<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface SignedInCall<P, Q, B> extends Call<P, Q, B> {
  readonly principal: Principal;
}

/** A call that acts in a tenant. */
export interface MemberCall<P, Q, B> extends SignedInCall<P, Q, B> {
  readonly actor: Actor;
  readonly tenantId: string;
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;

function schemaOf(route: Route) {
  const schema: { summary: string; response: object; params?: unknown; querystring?: unknown; body?: unknown } = {
    summary: route.summary,
    response: { 200: route.response },
  };
  if (route.params) schema.params = route.params;
  if (route.query) schema.querystring = route.query;
  if (route.body) schema.body = route.body;
  return schema;
}

/** A route anyone may call. */
export function registerOpen<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  app: FastifyInstance,
  route: Route<P, Q, B, R>,
  handler: (call: Call<Output<P>, Output<Q>, Output<B>>) => Promise<z.input<R>>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    schema: schemaOf(route),
    config: { by: route.by },
    handler: (request, reply) => handler(callOf(request, reply)),
  });
}

/** A route for any signed-in account. */
export function registerSignedIn<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  app: FastifyInstance,
  services: Services,
  route: Route<P, Q, B, R>,
  handler: (call: SignedInCall<Output<P>, Output<Q>, Output<B>>) => Promise<z.input<R>>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    schema: schemaOf(route),
    config: { by: route.by },
    preValidation: async (request) => {
      request.principal = await principalFor(services, request, route);
    },
    handler: async (request, reply) => {
      const principal = request.principal;
      if (!principal) throw new ProblemError(401, "session.none");
      return handler({ ...callOf<Output<P>, Output<Q>, Output<B>>(request, reply), principal });
    },
  });
}

/** A route for the roles it names, acting under one membership. */
export function registerMember<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  app: FastifyInstance,
  services: Services,
  route: Route<P, Q, B, R>,
  handler: (call: MemberCall<Output<P>, Output<Q>, Output<B>>) => Promise<z.input<R>>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    schema: schemaOf(route),
    config: { by: route.by },
    preValidation: async (request) => {
      const principal = await principalFor(services, request, route);
      const role = principal.actor?.role;
      if (!role || typeof route.by === "string" || !route.by.includes(role))
        throw new ProblemError(403, "role.not_allowed");
      request.principal = principal;
    },
    handler: async (request, reply) => {
      const principal = request.principal;
      if (!principal?.actor || !principal.membership) throw new ProblemError(401, "session.none");
      const { actor, membership } = principal;
      return handler({
        ...callOf<Output<P>, Output<Q>, Output<B>>(request, reply),
        principal,
        actor,
        tenantId: membership.tenantId,
      });
    },
  });
}

async function principalFor(services: Services, request: FastifyRequest, route: Route): Promise<Principal> {
  const principal = await findPrincipal(services, request);
  if (!principal) throw new ProblemError(401, "session.none");
  const writes = route.method !== "GET" && !route.beforePasswordChange;
  if (writes && principal.mustChangePassword) throw new ProblemError(403, "password.must_change");
  return principal;
}

function callOf<P, Q, B>(request: FastifyRequest, reply: FastifyReply): Call<P, Q, B> {
  // The schema compiler has parsed all three before a handler runs.
  return { params: request.params as P, query: request.query as Q, body: request.body as B, request, reply };
}

declare module "fastify" {
  interface FastifyRequest {
    principal?: Principal;
  }
}
