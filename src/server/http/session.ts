// Signing in and out, and choosing under which membership a console session acts.
import type { FastifyInstance } from "fastify";
import {
  deleteSession,
  getSession,
  type MembershipAnswer,
  postSession,
  putMembership,
  putPassword,
  type SessionAnswer,
} from "#api/session.ts";
import { roleLabels } from "#domain/access/roles.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { closeOtherSessions, closeSession, membershipsOf, openSession, switchMembership } from "../access/sessions.ts";
import { changePassword, signIn } from "../access/sign-in.ts";
import type { Services } from "../server-parts.ts";
import { SESSION_COOKIE } from "./principal.ts";
import { notFound, ProblemError } from "./problems.ts";
import { registerOpen, registerSignedIn } from "./register.ts";

export function registerSession(app: FastifyInstance, services: Services): void {
  registerOpen(app, postSession, async ({ body, reply }) => {
    const now = services.clock.now();
    const result = await signIn(services.database, body.login, body.password, now);
    if (!result.ok)
      throw new ProblemError(
        result.problem.code === "session.locked" ? 429 : 401,
        result.problem.code,
        result.problem.params,
      );
    if (result.value.mustChange && !services.demonstration) throw new ProblemError(403, "password.must_change");
    const token = await openSession(services.database, result.value.accountId, now);
    reply.setCookie(SESSION_COOKIE, token, cookieOptions(services));
    const memberships = await membershipsOf(services.database, result.value.accountId, now);
    return answerSession(services, result.value.accountId, memberships, memberships[0]?.id);
  });
  registerSignedIn(app, services, getSession, async ({ principal }) => ({
    ...(await answerSession(services, principal.session.accountId, principal.memberships, principal.membership?.id)),
    mustChangePassword: principal.mustChangePassword,
  }));
  registerSignedIn(app, services, putMembership, async ({ body, principal, request }) => {
    const wanted = principal.memberships.find((one) => one.id === body.membershipId && one.tenantId === body.tenantId);
    const token = request.cookies[SESSION_COOKIE];
    if (!wanted || !token) throw notFound();
    await switchMembership(services.database, token, wanted.tenantId, wanted.id);
    return answerSession(services, principal.session.accountId, principal.memberships, wanted.id);
  });
  registerSignedIn(app, services, putPassword, async ({ body, principal, request }) => {
    const { accountId } = principal.session;
    const changed = await changePassword(services.database, accountId, body.current, body.next, services.clock.now());
    if (!changed) throw new ProblemError(403, "password.wrong");
    await closeOtherSessions(services.database, accountId, request.cookies[SESSION_COOKIE] ?? "");
    return {};
  });
  registerSignedIn(app, services, deleteSession, async ({ request, reply }) => {
    const token = request.cookies[SESSION_COOKIE];
    if (token) await closeSession(services.database, token);
    reply.clearCookie(SESSION_COOKIE, { path: "/" });
    return {};
  });
}

export function cookieOptions(services: Services) {
  return { path: "/", httpOnly: true, sameSite: "lax", secure: services.publicUrl.startsWith("https:") } as const;
}

async function answerSession(
  services: Services,
  accountId: string,
  memberships: readonly Row<"memberships">[],
  currentId: string | undefined,
): Promise<SessionAnswer> {
  const account = await services.database.global
    .selectFrom("accounts")
    .select(["id", "displayName"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const answers = await Promise.all(memberships.map((membership) => describeMembership(services, membership)));
  return {
    accountId,
    displayName: account.displayName,
    memberships: answers,
    current: answers.find((one) => one.id === currentId) ?? null,
    now: services.clock.now(),
  };
}

async function describeMembership(services: Services, membership: Row<"memberships">): Promise<MembershipAnswer> {
  const db = services.database.global;
  const tenant = await db.selectFrom("tenants").select("name").where("id", "=", membership.tenantId).executeTakeFirst();
  const agency =
    membership.scopeKind === "agency" && membership.scopeId
      ? await db.selectFrom("agencies").select("name").where("id", "=", membership.scopeId).executeTakeFirst()
      : undefined;
  return {
    tenantId: membership.tenantId,
    tenantName: tenant?.name ?? "",
    id: membership.id,
    role: membership.role,
    roleLabel: roleLabels[membership.role].zh,
    scopeId: membership.scopeId,
    scopeName: agency?.name ?? membership.title,
    displayName: membership.displayName,
  };
}
