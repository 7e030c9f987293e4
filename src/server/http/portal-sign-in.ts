// Signing in and out by plain forms, choosing a membership, and the demonstration's door. The sessions are those of the API.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { MIN_PASSWORD } from "#api/session.ts";
import { problemText } from "#domain/problems.ts";
import { firstPasswordPage } from "#portal/first-password.ts";
import { homeOf } from "#portal/home-of-role.ts";
import { type Choice, chooseMembershipPage, demonstrationPage, signInPage } from "#portal/sign-in.ts";
import { storyGroups, wordsOfMembership } from "../access/membership-words.ts";
import { closeOtherSessions, closeSession, membershipsOf, openSession, switchMembership } from "../access/sessions.ts";
import { changePassword, signIn } from "../access/sign-in.ts";
import type { Services } from "../server-parts.ts";
import { formOf } from "./portal-form.ts";
import { forAnyone, lookOf, PageAnswer, queryOf, registerPortalScope, sendPage } from "./portal-page.ts";
import { findPrincipal, SESSION_COOKIE } from "./principal.ts";
import { notFound } from "./problems.ts";
import { cookieOptions } from "./session.ts";

/** Where a password that somebody else has seen is changed; everything else waits for it. */
export const PASSWORD_PATH = "/sign-in/password";

export function registerPortalSignIn(app: FastifyInstance, services: Services): void {
  registerPortalScope(app, (scope) => {
    scope.get("/sign-in", forAnyone, (request, reply) => {
      const wantsForm = !services.demonstration || queryOf(request).form !== undefined;
      return wantsForm ? askSignIn(services, request, reply) : sendStory(services, request, reply);
    });
    scope.post("/sign-in", forAnyone, (request, reply) => takeSignIn(services, request, reply));
    scope.get("/sign-in/membership", forAnyone, (request, reply) => askMembership(services, request, reply));
    scope.post("/sign-in/membership", forAnyone, (request, reply) => takeMembership(services, request, reply));
    scope.get(PASSWORD_PATH, forAnyone, (request, reply) => askPassword(services, request, reply));
    scope.post(PASSWORD_PATH, forAnyone, (request, reply) => takePassword(services, request, reply));
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
  const { accountId, mustChange } = result.value;
  reply.setCookie(SESSION_COOKIE, await openSession(services.database, accountId, now), cookieOptions(services));
  const wanted = safeNext(next);
  if (mustChange && !services.demonstration) return reply.redirect(withNext(PASSWORD_PATH, wanted), 303);
  return goHome(services, accountId, wanted, reply);
}

/** To the page asked for, or where the one role works, or to the choice among several. */
async function goHome(services: Services, accountId: string, wanted: string, reply: FastifyReply) {
  const memberships = await membershipsOf(services.database, accountId, services.clock.now());
  const only = memberships.length === 1 ? memberships[0] : undefined;
  return reply.redirect(only ? wanted || homeOf(only.role) : withNext("/sign-in/membership", wanted), 303);
}

const withNext = (path: string, next: string) => `${path}${next ? `?next=${encodeURIComponent(next)}` : ""}`;

async function askPassword(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const principal = await findPrincipal(services, request);
  if (!principal) return toSignIn(request, reply);
  const next = safeNext(queryOf(request).next);
  return sendPage(
    reply,
    firstPasswordPage({ look: lookOf(request, reply), next, isFirst: principal.mustChangePassword }),
  );
}

async function takePassword(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const principal = await findPrincipal(services, request);
  if (!principal) return toSignIn(request, reply);
  const { current = "", password = "", again = "", next } = formOf(request).fields;
  const wanted = safeNext(next);
  const { accountId } = principal.session;
  const fault = faultOfPassword(current, password, again);
  const changed = fault
    ? false
    : await changePassword(services.database, accountId, current, password, services.clock.now());
  if (!changed) {
    const problem = fault ?? problemText({ code: "password.wrong", params: {} });
    const page = { look: lookOf(request, reply), next: wanted, isFirst: principal.mustChangePassword, problem };
    return sendPage(reply, firstPasswordPage(page), 422);
  }
  await closeOtherSessions(services.database, accountId, request.cookies[SESSION_COOKIE] ?? "");
  return goHome(services, accountId, wanted, reply);
}

function faultOfPassword(current: string, next: string, again: string): string | undefined {
  if (next.length < MIN_PASSWORD) return `新密码至少${MIN_PASSWORD}位，没有改。一句好记的话最好。`;
  if (next.length > 200) return "新密码最多200位，没有改。";
  if (next !== again) return "两次输的不一样，没有改。请再输一次。";
  return next === current ? "新密码和现在的一样，没有改。请换一个。" : undefined;
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
