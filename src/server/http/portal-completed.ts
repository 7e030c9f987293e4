// The completed sheet of a visit: behind the enterprise's doors, and for everyone in the console who sees the visit.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hazardPageRoles } from "#api/hazards.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { completedSheetPage, isCompleted } from "#portal/completed-sheet.ts";
import { statePage } from "#portal/layout.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { namesAround, partsOfHazard } from "../queries/hazard-parts.ts";
import { visible } from "../queries/visibility.ts";
import type { Services } from "../server-parts.ts";
import { paramOf } from "./portal-door.ts";
import type { Acting } from "./portal-owner-acts.ts";
import { lookOf, PageAnswer, queryOf, registerPortalScope, sendPage } from "./portal-page.ts";
import { sendSlot } from "./portal-photos.ts";
import { findPrincipal } from "./principal.ts";
import { notFound, ProblemError } from "./problems.ts";

/** Found on one visit; more than that is no visit. */
const MOST = 200;

const pageNoOf = (request: FastifyRequest) => Math.max(1, Number.parseInt(queryOf(request).page ?? "1", 10) || 1);

function notYet(count: number): PageAnswer {
  const lines = ["全部销号以后，这里会有一张写明整改前后、谁看过、哪天合格的完成单，可以打印。"];
  return new PageAnswer(409, (look) => statePage(look, { title: `还有${count}条没销号`, lines, drawn: "clock" }));
}

function viewsOf(tx: Transaction, hazards: readonly Row<"hazards">[]) {
  if (!isCompleted(hazards)) {
    throw notYet(
      hazards.filter(({ status, contested }) => contested || (status !== "closed" && status !== "voided")).length,
    );
  }
  return Promise.all(hazards.slice(0, MOST).map((hazard) => partsOfHazard(tx, hazard)));
}

/** By link: the hazards behind it, as long as it opens (closed and 30 days more). */
export async function sendCompleted({ services, door, request, reply }: Acting): Promise<FastifyReply> {
  const { place, visit } = door;
  if (!visit) throw notFound();
  const readOnly = { readOnly: true };
  const views = await asActor(
    services.database,
    door.tenantId,
    door.actor,
    (tx) => viewsOf(tx, door.hazards),
    readOnly,
  );
  const { look, today, enterpriseName, agencyName, officeName } = place;
  const around = { look, today, enterpriseName, agencyName, officeName, pageNo: pageNoOf(request) };
  return sendPage(reply, completedSheetPage({ ...around, photos: place.base, back: place.base, visit, views }));
}

/** In the console's name: '/completed/<visit>', read in the scope of who is signed in. */
export function registerCompletedSheet(app: FastifyInstance, services: Services): void {
  const access = { config: { by: hazardPageRoles } };
  registerPortalScope(app, (scope) => {
    scope.get("/completed/:visitId", access, async (request, reply) => {
      const { membership, actor } = await member(services, request);
      const visitId = paramOf(request, "visitId");
      if (!/^[0-9a-f-]{36}$/.test(visitId)) throw notFound();
      const look = lookOf(request, reply);
      const page = await asActor(services.database, membership.tenantId, actor, (tx) => readSheet(tx, visitId), {
        readOnly: true,
      });
      const tenants = services.database.global.selectFrom("tenants").select("name");
      const tenant = await tenants.where("id", "=", membership.tenantId).executeTakeFirst();
      const today = dayOf(services.clock.now());
      const officeName = tenant?.name ?? "街道";
      const back = `/console/enterprises/${page.visit.enterpriseId}`;
      return sendPage(
        reply,
        completedSheetPage({ ...page, look, today, officeName, back, photos: "/completed", pageNo: pageNoOf(request) }),
      );
    });
    scope.get("/completed/photo/:slotId", access, async (request, reply) => {
      const { membership, actor } = await member(services, request);
      const { tenantId } = membership;
      const slotId = paramOf(request, "slotId");
      const hazardIds = await asActor(services.database, tenantId, actor, (tx) => hazardOfSlot(tx, slotId), {
        readOnly: true,
      });
      const writing = { tenantId, actor, accountKey: "", membershipId: membership.id };
      return sendSlot(services, writing, { slotId, size: "working", hazardIds }, reply);
    });
  });
}

async function member(services: Services, request: Parameters<typeof findPrincipal>[1]) {
  const { membership, actor } = (await findPrincipal(services, request)) ?? {};
  if (!membership || !actor) throw new ProblemError(401, "session.none");
  if (!hazardPageRoles.some((role) => role === actor.role)) throw new ProblemError(403, "role.not_allowed");
  return { membership, actor };
}

async function readSheet(tx: Transaction, visitId: string) {
  const visits = tx.db.selectFrom("visits").selectAll().where(visible(tx, "visits"));
  const visit = await visits.where("id", "=", visitId).executeTakeFirst();
  if (!visit) throw notFound();
  const own = tx.db.selectFrom("hazards").selectAll().where(visible(tx, "hazards"));
  const hazards = await own.where("visitId", "=", visitId).orderBy("number").execute();
  const names = await namesAround(tx, visit);
  return { visit, views: await viewsOf(tx, hazards), enterpriseName: names.enterprise, agencyName: names.agency };
}

async function hazardOfSlot(tx: Transaction, slotId: string): Promise<string[]> {
  if (!/^[0-9a-f-]{36}$/.test(slotId)) return [];
  const slots = tx.db.selectFrom("photoSlots").select("hazardId").where(visible(tx, "photoSlots"));
  const slot = await slots.where("id", "=", slotId).executeTakeFirst();
  return slot?.hazardId ? [slot.hazardId] : [];
}
