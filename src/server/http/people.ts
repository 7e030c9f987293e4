// People, agencies and communities of a tenant over HTTP.
import type { FastifyInstance } from "fastify";
import { listAgencies, listCommunities } from "#api/agencies.ts";
import { createPerson, listPeople, renewPassword as renewPasswordRoute } from "#api/people.ts";
import type { Role } from "#domain/access/roles.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { Result } from "#domain/kernel/result.ts";
import {
  agencyRoles,
  type GrantedRole,
  grantedRoles,
  invitingOfficeRoles,
  officeInvitedKinds,
  platformRoles,
  scopeKindOf,
} from "#domain/organization/membership-scope.ts";
import { invite } from "../access/invite.ts";
import { renewPassword } from "../access/renew-password.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { readAgencies, readCommunities } from "../queries/agencies.ts";
import { accountOfMembership, peopleChoices, readPeople } from "../queries/people.ts";
import type { Services } from "../server-parts.ts";
import { notFound, ProblemError } from "./problems.ts";
import { type MemberCall, registerMember } from "./register.ts";

export function registerPeople(app: FastifyInstance, services: Services): void {
  const today = () => dayOf(services.clock.now());
  const reading = <T>(
    { tenantId, actor }: MemberCall<unknown, unknown, unknown>,
    read: (tx: Transaction) => Promise<T>,
  ) => asActor(services.database, tenantId, actor, read, { readOnly: true });
  registerMember(app, services, listPeople, (call) =>
    reading(call, async (tx) => ({
      day: today(),
      people: await readPeople(tx, today()),
      mayInvite: mayInvite(call.actor.role),
      ...(await peopleChoices(tx, today())),
    })),
  );
  registerMember(app, services, createPerson, async ({ tenantId, actor, principal, body, reply }) => {
    const by = { tenantId, actor, accountId: principal.session.accountId, membershipId: actor.id };
    reply.header("cache-control", "no-store");
    return answerOf(await invite(services, by, body));
  });
  registerMember(app, services, renewPasswordRoute, async (call) => {
    const account = await reading(call, (tx) => accountOfMembership(tx, call.params.membershipId));
    if (!account) throw notFound();
    if (account.accountId === call.principal.session.accountId) throw new ProblemError(409, "membership.own_password");
    call.reply.header("cache-control", "no-store");
    return answerOf(await renewPassword(services, call.tenantId, account));
  });
  registerMember(app, services, listAgencies, (call) =>
    reading(call, async (tx) => ({ day: today(), agencies: await readAgencies(tx, today()) })),
  );
  registerMember(app, services, listCommunities, (call) =>
    reading(call, async (tx) => ({ communities: await readCommunities(tx, today()) })),
  );
}

/** The office lets in enterprises' people: the administrator sees no enterprises to choose from. */
function mayInvite(role: Role): GrantedRole[] {
  if (role === "agencyLead") return grantedRoles.filter((one) => agencyRoles.has(one));
  if (invitingOfficeRoles.has(role)) return grantedRoles.filter((one) => officeInvitedKinds.has(scopeKindOf(one)));
  if (role !== "tenantAdmin") return [];
  return grantedRoles.filter((one) => !platformRoles.has(one) && scopeKindOf(one) !== "enterprise");
}

function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new ProblemError(409, result.problem.code, result.problem.params);
  return result.value;
}
