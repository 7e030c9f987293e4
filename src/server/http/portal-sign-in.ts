// Signing in and out by plain forms, choosing a membership, and the demonstration's door. The sessions are those of the API.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { problemText } from "#domain/problems.ts";
import { homeOf } from "#portal/home-of-role.ts";
import { type Choice, chooseMembershipPage, demonstrationPage, signInPage } from "#portal/sign-in.ts";
import { storyGroups, wordsOfMembership } from "../access/membership-words.ts";
import { closeSession, membershipsOf, openSession, switchMembership } from "../access/sessions.ts";
import { signIn } from "../access/sign-in.ts";
import type { Services } from "../server-parts.ts";
import { formOf } from "./portal-form.ts";
import { forAnyone, lookOf, PageAnswer, queryOf, registerPortalScope, sendPage } from "./portal-page.ts";
import { findPrincipal, SESSION_COOKIE } from "./principal.ts";
import { notFound } from "./problems.ts";
import { cookieOptions } from "./session.ts";

export function registerPortalSignIn(app: FastifyInstance, services: Services): void {
  registerPortalScope(app, (scope) => {
    scope.get("/sign-in", forAnyone, (request, reply) => {
      const wantsForm = !services.demonstration || queryOf(request).form !== undefined;
      return wantsForm ? askSignIn(services, request, reply) : sendStory(services, request, reply);
    });
    scope.post("/sign-in", forAnyone, (request, reply) => takeSignIn(services, request, reply));
    scope.get("/sign-in/membership", forAnyone, (request, reply) => askMembership(services, request, reply));
    scope.post("/sign-in/membership", forAnyone, (request, reply) => takeMembership(services, request, reply));
    scope.post("/sign-out", forAnyone, (request, reply) => takeSignOut(services, request, reply));
    if (!services.demonstration) return;
    scope.get("/demonstration", forAnyone, (request, reply) => sendStory(services, request, reply));
    scope.post("/demonstration", forAnyone, (request, reply) => enterStory(services, request, reply));
  });
}

/** Sends whoever is not signed in to the sign-in page and back again. */
export function toSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const next = request.method === "GET" ? request.url : "";
  return reply.redirect(`/sign-in${next ? `?next=${encodeURIComponent(next)}` : ""}`, 303);
}

/** A path of ours, never another site's. */
export function safeNext(next: string | undefined): string {
  if (!next || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes("\\")) return "";
  return next.startsWith("/sign-") ? "" : next;
}

function askSignIn(services: Services, request: FastifyRequest, reply: FastifyReply, failed?: string, login = "") {
  const typed = formOf(request).fields.next ?? queryOf(request).next;
  const page = { look: lookOf(request, reply), next: safeNext(typed), login, demonstration: services.demonstration };
  return sendPage(reply, signInPage(failed ? { ...page, problem: failed } : page), failed ? 401 : 200);
}

async function takeSignIn(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { login = "", password = "", next } = formOf(request).fields;
  const now = services.clock.now();
  const result = await signIn(services.database, login.slice(0, 100), password.slice(0, 200), now);
  if (!result.ok) return askSignIn(services, request, reply, problemText(result.problem), login.slice(0, 100));
  const { accountId } = result.value;
  reply.setCookie(SESSION_COOKIE, await openSession(services.database, accountId, now), cookieOptions(services));
  const memberships = await membershipsOf(services.database, accountId, now);
  const only = memberships.length === 1 ? memberships[0] : undefined;
  const wanted = safeNext(next);
  if (only) return reply.redirect(wanted || homeOf(only.role), 303);
  return reply.redirect(`/sign-in/membership${wanted ? `?next=${encodeURIComponent(wanted)}` : ""}`, 303);
}

async function askMembership(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const principal = await findPrincipal(services, request);
  if (!principal) return toSignIn(request, reply);
  const choices: Choice[] = await Promise.all(principal.memberships.map((one) => wordsOfMembership(services, one)));
  const name = principal.memberships[0]?.displayName ?? "您好";
  const next = safeNext(queryOf(request).next);
  return sendPage(reply, chooseMembershipPage({ look: lookOf(request, reply), name, next, choices }));
}

async function takeMembership(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const principal = await findPrincipal(services, request);
  const token = request.cookies[SESSION_COOKIE];
  if (!principal || !token) return toSignIn(request, reply);
  const { tenantId, membershipId, next } = formOf(request).fields;
  const wanted = principal.memberships.find((one) => one.id === membershipId && one.tenantId === tenantId);
  if (!wanted) throw notFound();
  await switchMembership(services.database, token, wanted.tenantId, wanted.id);
  return reply.redirect(safeNext(next) || homeOf(wanted.role), 303);
}

async function takeSignOut(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const token = request.cookies[SESSION_COOKIE];
  if (token) await closeSession(services.database, token);
  reply.clearCookie(SESSION_COOKIE, { path: "/" });
  return reply.redirect(services.demonstration ? "/demonstration" : "/sign-in", 303);
}

async function sendStory(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return sendPage(reply, demonstrationPage({ look: lookOf(request, reply), groups: await storyGroups(services) }));
}

/** One tap: any membership of the story, and none beside it. */
async function enterStory(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { accountId, membershipId } = formOf(request).fields;
  const groups = await storyGroups(services);
  const person = groups
    .flatMap((group) => group.people)
    .find((one) => one.accountId === accountId && one.membershipId === membershipId);
  if (!person) throw new PageAnswer(404, (look) => demonstrationPage({ look, groups }));
  const token = await openSession(services.database, person.accountId, services.clock.now());
  await switchMembership(services.database, token, person.tenantId, person.membershipId);
  reply.setCookie(SESSION_COOKIE, token, cookieOptions(services));
  return reply.redirect(homeOf(person.role), 303);
}
