// The two doors to an enterprise's pages: an access link in the address, or a signed-in person of the enterprise.
// Behind both are the same pages. Guessed, revoked and expired links, and what is not behind a link, each get their own.
import type { FastifyReply, FastifyRequest } from "fastify";
import { validUntil } from "#domain/access/access-link.ts";
import { roleLabels } from "#domain/access/roles.ts";
import { dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { mustChangePage } from "#portal/first-password.ts";
import { linkExpiredPage, linkRevokedPage } from "#portal/link-ended.ts";
import { notALinkPage, notBehindLinkPage, notUploadedPage, tooManyGuessesPage } from "#portal/not-uploaded.ts";
import type { OwnerPlace, Writer } from "#portal/owner-place.ts";
import { findHolder, findLink, holderIdOf, isLinkSecret, linkActor, newLinkSecret } from "../access/access-links.ts";
import { logAccess } from "../access/access-log.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { namesAround } from "../queries/hazard-parts.ts";
import { reachOfLink } from "../queries/link-hazards.ts";
import { visible } from "../queries/visibility.ts";
import type { Services } from "../server-parts.ts";
import type { GuessGuard } from "./portal-guess-guard.ts";
import { lookOf, PageAnswer } from "./portal-page.ts";
import type { Writing } from "./portal-write.ts";
import { findPrincipal } from "./principal.ts";
import { notFound, ProblemError } from "./problems.ts";
import { cookieOptions } from "./session.ts";

/** Who came in, as whom they act, and what is behind the door. */
export interface Door extends Writing {
  readonly link: Row<"accessLinks"> | null;
  /** The id this device's holder has or will have. */
  readonly holderId: string | null;
  readonly visit: Row<"visits"> | null;
  readonly hazards: readonly Row<"hazards">[];
  readonly validUntil: LocalDate | null;
  readonly place: OwnerPlace;
}

export type OpenDoor = (services: Services, request: FastifyRequest, reply: FastifyReply) => Promise<Door>;

export const DEVICE_COOKIE = "bihuan_device";
const YEAR_SECONDS = 365 * 86_400;

/** '/l/<secret>'; whoever tries many secrets that nobody knows waits. */
export function linkDoor(guard: GuessGuard): OpenDoor {
  return async (services, request, reply) => {
    const secret = paramOf(request, "secret");
    if (!isLinkSecret(secret)) throw new PageAnswer(404, notALinkPage);
    const waiting = guard.minutesToWait(request.ip);
    if (waiting > 0) throw new PageAnswer(429, (look) => tooManyGuessesPage(look, waiting));
    const link = await findLink(services.database, secret);
    if (link) return openLink(services, request, reply, { link, secret });
    guard.missed(request.ip, secret);
    throw new PageAnswer(404, notUploadedPage);
  };
}

async function openLink(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { link, secret }: { readonly link: Row<"accessLinks">; readonly secret: string },
): Promise<Door> {
  const today = dayOf(services.clock.now());
  const reader = linkActor(link);
  const holderId = holderIdOf(deviceToken(services, request, reply), link);
  const holder = await findHolder(services.database, link, holderId);
  const actor = holder ? linkActor(link, holder) : reader;
  const { reach, names } = await asActor(services.database, link.tenantId, actor, async (tx) => {
    const found = await reachOfLink(tx, link, today);
    const act = found?.state === "valid" ? "link.open" : "link.refused";
    // A page's pictures are read with the page.
    const isPicture = request.routeOptions.url?.includes("/photo/") ?? false;
    const access = { act, subject: `accessLinks:${link.id}`, detail: routeOf(request) };
    if (!isPicture) await logAccess(tx, services.clock.now(), access);
    return { reach: found, names: await namesAround(tx, link) };
  });
  if (reach?.state === "revoked") throw new PageAnswer(410, linkRevokedPage);
  if (reach?.state !== "valid") throw new PageAnswer(410, linkExpiredPage);
  const writer = holder ? { name: holder.name, position: holder.position } : null;
  const place = await placeOf(services, request, reply, {
    base: `/l/${secret}`,
    tenantId: link.tenantId,
    names,
    writer,
  });
  return {
    ...{ tenantId: link.tenantId, actor, accountKey: `link:${holderId}`, membershipId: null, link, holderId },
    visit: reach.visit,
    hazards: reach.hazards,
    validUntil: validUntil(link, reach.visit, reach.hazards),
    place: { ...place, mayDelegate: true, passedTo: link.parentId === null ? null : (link.label ?? "同事") },
  };
}

/** '/enterprise', for the enterprise's own people with an account. */
export async function openEnterpriseDoor(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Door> {
  const principal = await findPrincipal(services, request);
  const { membership, actor } = principal ?? {};
  if (!principal || !membership || !actor) throw new ProblemError(401, "session.none");
  if (principal.mustChangePassword) throw new PageAnswer(403, mustChangePage);
  const enterpriseId = actor.scopeId;
  if ((actor.role !== "enterprisePrincipal" && actor.role !== "enterpriseStaff") || !enterpriseId)
    throw new ProblemError(403, "role.not_allowed");
  const { tenantId } = membership;
  const read = async (tx: Transaction) => {
    const hazards = await tx.db
      .selectFrom("hazards")
      .selectAll()
      .where(visible(tx, "hazards"))
      .orderBy("foundOn")
      .execute();
    const own = await tx.db.selectFrom("enterprises").selectAll().where("id", "=", enterpriseId).executeTakeFirst();
    if (!own) throw notFound();
    const { agencyId, communityId } = own;
    return { hazards, names: await namesAround(tx, { enterpriseId, agencyId, communityId }) };
  };
  const { hazards, names } = await asActor(services.database, tenantId, actor, read, { readOnly: true });
  const writer = { name: actor.name, position: roleLabels[actor.role].zh };
  return {
    ...{ tenantId, actor, accountKey: `account:${principal.session.accountId}`, membershipId: membership.id },
    ...{ link: null, holderId: null, visit: null, hazards, validUntil: null },
    place: await placeOf(services, request, reply, { base: "/enterprise", tenantId, names, writer }),
  };
}

/** The hazard with this id behind the door, or the page that says it is not there. */
export function hazardBehind(door: Door, id: string): Row<"hazards"> {
  const hazard = door.hazards.find((one) => one.id === id);
  if (!hazard) throw new PageAnswer(404, (look) => notBehindLinkPage(look, door.place.base));
  return hazard;
}

async function placeOf(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  of: { base: string; tenantId: string; names: Awaited<ReturnType<typeof namesAround>>; writer: Writer | null },
): Promise<OwnerPlace> {
  const tenant = await services.database.global
    .selectFrom("tenants")
    .select("name")
    .where("id", "=", of.tenantId)
    .executeTakeFirst();
  return {
    base: of.base,
    look: lookOf(request, reply),
    today: dayOf(services.clock.now()),
    enterpriseName: of.names.enterprise,
    officeName: tenant?.name ?? "街道",
    agencyName: of.names.agency,
    communityName: of.names.community,
    writer: of.writer,
    mayDelegate: false,
    passedTo: null,
  };
}

/** A random token a device keeps; it says nothing by itself and leads to the name given on this device. */
function deviceToken(services: Services, request: FastifyRequest, reply: FastifyReply): string {
  const kept = request.cookies[DEVICE_COOKIE];
  if (kept && isLinkSecret(kept)) return kept;
  const token = newLinkSecret();
  reply.setCookie(DEVICE_COOKIE, token, { ...cookieOptions(services), maxAge: YEAR_SECONDS });
  return token;
}

export function paramOf(request: FastifyRequest, name: string): string {
  const params: unknown = request.params;
  if (typeof params !== "object" || params === null) return "";
  return String(Object.entries(params).find(([key]) => key === name)?.[1] ?? "");
}

/** What was read, without the secret: the pattern and the hazard's id. */
function routeOf(request: FastifyRequest): string {
  const hazard = paramOf(request, "hazardId");
  return `${request.method} ${request.routeOptions.url ?? ""}${hazard ? ` ${hazard}` : ""}`;
}
