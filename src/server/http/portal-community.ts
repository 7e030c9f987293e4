// The community's pages on a phone: its own list, a supervision in two taps, the proof handed in on behalf.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { v7 as uuidv7 } from "uuid";
import { dayOf } from "#domain/calendar/local-date.ts";
import { isEnterpriseOverdue } from "#domain/hazard/due.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { communityHazardPage } from "#portal/community-hazard.ts";
import {
  communityListPage,
  communitySitePage,
  SITES_A_PAGE,
  type SiteWork,
  WHOLE_SITE,
} from "#portal/community-list.ts";
import { mustChangePage } from "#portal/first-password.ts";
import { DEFAULT_PROOF_TEXT } from "#portal/owner-proof.ts";
import { alreadySentPage } from "#portal/problem-page.ts";
import { isSaidKey, saidWords } from "#portal/said.ts";
import { logAccess } from "../access/access-log.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { type SiteOfCommunity, sitesOfCommunity } from "../queries/community-work.ts";
import { namesAround, partsOfHazard } from "../queries/hazard-parts.ts";
import { visible } from "../queries/visibility.ts";
import type { Services } from "../server-parts.ts";
import { paramOf } from "./portal-door.ts";
import { acceptPhotoForms, formOf } from "./portal-form.ts";
import { lookOf, PageAnswer, queryOf, registerPortalScope, sendPage } from "./portal-page.ts";
import { sendSlot } from "./portal-photos.ts";
import { submitProof } from "./portal-proof-form.ts";
import { toSignIn } from "./portal-sign-in.ts";
import { commandIdOf, type Writing, writeOnce } from "./portal-write.ts";
import { findPrincipal } from "./principal.ts";
import { notFound, ProblemError } from "./problems.ts";

const forCommunity = { config: { by: ["communityOfficer"] } } as const;

interface Visit {
  readonly services: Services;
  readonly writing: Writing;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export function registerPortalCommunity(app: FastifyInstance, services: Services): void {
  const as =
    (handle: (visit: Visit) => Promise<FastifyReply>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const principal = await findPrincipal(services, request);
      if (!principal?.membership || !principal.actor) return toSignIn(request, reply);
      if (principal.mustChangePassword) throw new PageAnswer(403, mustChangePage);
      if (principal.actor.role !== "communityOfficer") throw new ProblemError(403, "role.not_allowed");
      const { membership, actor, session } = principal;
      const own = {
        tenantId: membership.tenantId,
        membershipId: membership.id,
        accountKey: `account:${session.accountId}`,
      };
      return handle({ services, writing: { ...own, actor }, request, reply });
    };
  registerPortalScope(app, (scope) => {
    acceptPhotoForms(scope);
    scope.get(
      "/community",
      forCommunity,
      as((visit) => sendCommunity(visit)),
    );
    scope.get("/community/s/:siteId", forCommunity, as(sendSite));
    scope.get(
      "/community/h/:hazardId",
      forCommunity,
      as((visit) => sendOne(visit)),
    );
    scope.get("/community/photo/:slotId", forCommunity, as(sendPicture));
    scope.post("/community/supervise", forCommunity, as(supervise));
    scope.post("/community/h/:hazardId/rectification", forCommunity, as(rectifyOnBehalf));
  });
}

async function sendCommunity({ services, writing, request, reply }: Visit, problem?: string): Promise<FastifyReply> {
  const { tenantId, actor } = writing;
  const today = dayOf(services.clock.now());
  const query = queryOf(request);
  const { sites, name } = await asActor(
    services.database,
    tenantId,
    actor,
    async (tx) => {
      const all = await sitesOfCommunity(tx, today);
      const community = await tx.db
        .selectFrom("communities")
        .select("name")
        .where("id", "=", actor.scopeId)
        .executeTakeFirst();
      return { sites: all, name: community?.name ?? "本村社区" };
    },
    { readOnly: true },
  );
  const pages = Math.max(1, Math.ceil(sites.length / SITES_A_PAGE));
  const pageNo = Math.min(pages, Math.max(1, Number.parseInt(query.page ?? "1", 10) || 1));
  const shown = sites.slice((pageNo - 1) * SITES_A_PAGE, pageNo * SITES_A_PAGE);
  const said = { ...saidOf(query, today), ...(query.site ? { saidSiteId: query.site } : {}) };
  const markup = communityListPage({
    ...{ look: lookOf(request, reply), today, communityName: name, personName: actor.name, pageNo, pages, ...said },
    sites: shown.map(workOn),
    counts: countsOf(sites, today),
    ...(problem ? { problem } : {}),
  });
  return sendPage(reply, markup, problem ? 422 : 200);
}

async function sendSite({ services, writing, request, reply }: Visit): Promise<FastifyReply> {
  const today = dayOf(services.clock.now());
  const read = (tx: Transaction) => sitesOfCommunity(tx, today);
  const sites = await asActor(services.database, writing.tenantId, writing.actor, read, { readOnly: true });
  const site = sites.find((one) => one.siteId === paramOf(request, "siteId"));
  if (!site) throw notFound();
  const said = saidOf(queryOf(request), today);
  return sendPage(reply, communitySitePage({ look: lookOf(request, reply), today, site: workOn(site), ...said }));
}

function saidOf(query: ReturnType<typeof queryOf>, today: string): { said?: string } {
  return isSaidKey(query.said) ? { said: saidWords(query.said, undefined, today) } : {};
}

/** The list shows words only; photos stand on the hazard's own page. */
function workOn(site: SiteOfCommunity): SiteWork {
  const hazards = site.hazards.map((hazard) => ({ hazard, photo: undefined }));
  return { ...site, hazards, commandId: uuidv7() };
}

function countsOf(sites: readonly SiteOfCommunity[], today: string) {
  const hazards = sites.flatMap((site) => site.hazards);
  return {
    sites: sites.length,
    hazards: hazards.length,
    overdue: hazards.filter((hazard) => isEnterpriseOverdue(hazard, today)).length,
    toSupervise: sites.filter((site) => site.superviseBy !== null).length,
  };
}

function findHazard({ services, writing }: Visit, id: string): Promise<Row<"hazards"> | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return Promise.resolve(undefined);
  return asActor(
    services.database,
    writing.tenantId,
    writing.actor,
    (tx) =>
      tx.db.selectFrom("hazards").selectAll().where(visible(tx, "hazards")).where("id", "=", id).executeTakeFirst(),
    { readOnly: true },
  );
}

async function sendOne(visit: Visit, again: { problem?: string; values?: Visit["request"]["params"] & object } = {}) {
  const { services, writing, request, reply } = visit;
  const hazard = await findHazard(visit, paramOf(request, "hazardId"));
  if (!hazard) throw notFound();
  const now = services.clock.now();
  const { view, names } = await asActor(services.database, writing.tenantId, writing.actor, async (tx) => {
    await logAccess(tx, now, { act: "hazard.read", subject: `hazards:${hazard.id}` });
    return { view: await partsOfHazard(tx, hazard), names: await namesAround(tx, hazard) };
  });
  const query = queryOf(request);
  const said = isSaidKey(query.said) ? { said: saidWords(query.said, hazard, dayOf(now)) } : {};
  const markup = communityHazardPage({
    ...{ look: lookOf(request, reply), today: dayOf(now), enterpriseName: names.enterprise, view, ...said },
    commandIds: { supervise: uuidv7(), proof: uuidv7() },
    values: Object.fromEntries(Object.entries(again.values ?? {}).map(([name, value]) => [name, String(value)])),
    ...(again.problem ? { problem: again.problem } : {}),
  });
  return sendPage(reply, markup, again.problem ? 422 : 200);
}

async function sendPicture(visit: Visit): Promise<FastifyReply> {
  const { services, writing, request, reply } = visit;
  const slotId = paramOf(request, "slotId");
  if (!/^[0-9a-f-]{36}$/.test(slotId)) throw notFound();
  const slot = await asActor(
    services.database,
    writing.tenantId,
    writing.actor,
    (tx) =>
      tx.db
        .selectFrom("photoSlots")
        .select("hazardId")
        .where(visible(tx, "photoSlots"))
        .where("id", "=", slotId)
        .executeTakeFirst(),
    { readOnly: true },
  );
  const hazardIds = slot?.hazardId ? [slot.hazardId] : [];
  return sendSlot(services, writing, { slotId, size: queryOf(request).size, hazardIds }, reply);
}

async function supervise(visit: Visit): Promise<FastifyReply> {
  const { services, writing, request, reply } = visit;
  const { fields } = formOf(request);
  const id = commandIdOf(fields);
  const siteId = fields.siteId ?? "";
  const asked = fields.back ?? "";
  const back = /^\/community(\/[hs]\/[0-9a-f-]{36}|\?page=\d{1,4})?$/.test(asked) ? asked : "/community";
  const args = {
    ...{ siteId: fields.siteId, means: fields.means, note: fields.note ?? null },
    supervisionId: derivedId(id, "supervision"),
    hazardIds: fields.hazardIds === WHOLE_SITE ? await runningOn(visit, fields.siteId ?? "") : [fields.hazardIds],
  };
  const written = await writeOnce(services, writing, { id, name: "supervision.record", argsAt: () => args });
  if (written.result === "refused") return sendCommunity(visit, written.text);
  if (written.result === "conflict") return sendPage(reply, alreadySentPage(lookOf(request, reply), back), 409);
  return reply.redirect(back.startsWith("/community/") ? `${back}?said=supervised` : listAt(back, siteId), 303);
}

/** The list again, at the card of the site the act was about. */
function listAt(back: string, siteId: string): string {
  const page = back.split("?page=")[1] ?? "1";
  return `/community?page=${page}&said=supervised&site=${siteId}#s-${siteId}`;
}

const MOST_HAZARDS = 100;

/** In a fixed order, so that a second tap says the same. */
async function runningOn({ services, writing }: Visit, siteId: string): Promise<string[]> {
  const today = dayOf(services.clock.now());
  const read = (tx: Transaction) => sitesOfCommunity(tx, today);
  const sites = await asActor(services.database, writing.tenantId, writing.actor, read, { readOnly: true });
  const running = sites.find((site) => site.siteId === siteId)?.hazards ?? [];
  const ids = running.flatMap(({ id, status }) => (status === "closed" ? [] : [id]));
  return ids.toSorted().slice(0, MOST_HAZARDS);
}

/** For an owner without a phone: the same form, marked on the timeline as handed in by another. */
async function rectifyOnBehalf(visit: Visit): Promise<FastifyReply> {
  const { services, writing, request, reply } = visit;
  const form = formOf(request);
  const hazard = await findHazard(visit, paramOf(request, "hazardId"));
  if (!hazard) throw notFound();
  const written = await submitProof(services, writing, hazard.id, form, DEFAULT_PROOF_TEXT);
  const here = `/community/h/${hazard.id}`;
  if (written.result === "refused") return sendOne(visit, { problem: written.text, values: form.fields });
  if (written.result === "conflict") return sendPage(reply, alreadySentPage(lookOf(request, reply), here), 409);
  return reply.redirect(`${here}?said=submitted`, 303);
}
