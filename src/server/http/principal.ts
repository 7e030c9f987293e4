// Who sends a request: resolved once from the session cookie and the membership it names; everything else is anonymous.
import type { FastifyRequest } from "fastify";
import type { Actor } from "#domain/access/roles.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { actorOf, findSession, type Session } from "../access/sessions.ts";
import type { Services } from "../server-parts.ts";

export const SESSION_COOKIE = "bihuan_session";
/** The field app holds several memberships at once and names the one it reads under. */
export const MEMBERSHIP_HEADER = "x-bihuan-membership";

export interface Principal {
  readonly session: Session;
  readonly memberships: readonly Row<"memberships">[];
  /** The membership this request acts under, if any. */
  readonly membership: Row<"memberships"> | undefined;
  readonly actor: Actor | undefined;
  /** Nothing but changing the password is open. In the demonstration people come in by a tap and never had one. */
  readonly mustChangePassword: boolean;
}

export async function findPrincipal(services: Services, request: FastifyRequest): Promise<Principal | undefined> {
  const token = request.cookies[SESSION_COOKIE];
  if (!token) return undefined;
  const now = services.clock.now();
  const found = await findSession(services.database, token, now);
  if (!found) return undefined;
  const { session, memberships } = found;
  const named = request.headers[MEMBERSHIP_HEADER];
  const wanted = typeof named === "string" ? named : session.membershipId;
  const membership = memberships.find((one) => one.id === wanted);
  const mustChangePassword = session.mustChangePassword && !services.demonstration;
  return { session, memberships, membership, actor: membership && actorOf(membership), mustChangePassword };
}
