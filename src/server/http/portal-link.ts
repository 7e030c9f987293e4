// The enterprise's pages: by access link under /l/<secret>, and for its signed-in people under /enterprise.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { enterpriseRoles, type Route } from "#api/route.ts";
import { asActor } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";
import { sendCompleted } from "./portal-completed.ts";
import { linkDoor, type OpenDoor, openEnterpriseDoor, paramOf } from "./portal-door.ts";
import { acceptPhotoForms } from "./portal-form.ts";
import { newGuessGuard } from "./portal-guess-guard.ts";
import {
  type Acting,
  anotherPerson,
  askExtension,
  delegate,
  object,
  planTreatment,
  receive,
  rectify,
  withdraw,
} from "./portal-owner-acts.ts";
import { papersOf, sendAskPage, sendDelegatePage, sendHazard, sendList } from "./portal-owner-pages.ts";
import { forAnyone, queryOf, registerPortalScope } from "./portal-page.ts";
import { sendSlot } from "./portal-photos.ts";
import { registerBooks } from "./portal-registers.ts";
import { notFound } from "./problems.ts";

const forEnterprise = { config: { by: enterpriseRoles } };

export function registerPortalLink(app: FastifyInstance, services: Services): void {
  const openLinkDoor = linkDoor(newGuessGuard(services.clock));
  registerPortalScope(app, (scope) => {
    acceptPhotoForms(scope);
    registerOwner(scope, services, "/l/:secret", openLinkDoor, forAnyone);
    registerPassingOn(scope, services, openLinkDoor);
    registerOwner(scope, services, "/enterprise", openEnterpriseDoor, forEnterprise);
  });
}

type Handle = (acting: Acting, hazardId: string) => Promise<FastifyReply> | FastifyReply;

function behind(services: Services, open: OpenDoor, handle: Handle) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const door = await open(services, request, reply);
    return handle({ services, door, request, reply }, paramOf(request, "hazardId"));
  };
}

function registerOwner(
  scope: FastifyInstance,
  services: Services,
  base: string,
  open: OpenDoor,
  access: { readonly config: { readonly by: Route["by"] } },
): void {
  const get = (path: string, handle: Handle) => scope.get(`${base}${path}`, access, behind(services, open, handle));
  const post = (path: string, handle: Handle) => scope.post(`${base}${path}`, access, behind(services, open, handle));
  get("", ({ door, request, reply }) => sendList(services, door, queryOf(request), reply));
  get("/h/:hazardId", ({ door, request, reply }, id) => {
    const said = queryOf(request).said;
    return sendHazard(services, door, id, reply, said ? { said } : {});
  });
  get("/h/:hazardId/plan", ({ door, reply }, id) => sendAskPage(services, door, "plan", id, reply));
  get("/h/:hazardId/extension", ({ door, reply }, id) => sendAskPage(services, door, "extension", id, reply));
  get("/h/:hazardId/objection", ({ door, reply }, id) => sendAskPage(services, door, "objection", id, reply));
  get("/photo/:slotId", ({ door, request, reply }) => {
    const hazardIds = door.hazards.map((hazard) => hazard.id);
    return sendSlot(
      services,
      door,
      { slotId: paramOf(request, "slotId"), size: queryOf(request).size, hazardIds },
      reply,
    );
  });
  get("/document/:documentId", sendPaper);
  post("/receive", (acting) => receive(acting));
  post("/h/:hazardId/rectification", rectify);
  post("/h/:hazardId/withdraw", withdraw);
  post("/h/:hazardId/plan", planTreatment);
  post("/h/:hazardId/extension", askExtension);
  post("/h/:hazardId/objection", object);
  get("/completed", sendCompleted);
  registerBooks(get, post);
}

/** Only a link is passed on, and only its device forgets a name. */
function registerPassingOn(scope: FastifyInstance, services: Services, openLinkDoor: OpenDoor): void {
  const base = "/l/:secret";
  scope.get(
    `${base}/delegate`,
    forAnyone,
    behind(services, openLinkDoor, ({ door, reply }) => sendDelegatePage(services, door, reply)),
  );
  scope.post(
    `${base}/delegate`,
    forAnyone,
    behind(services, openLinkDoor, (acting) => delegate(acting)),
  );
  scope.post(
    `${base}/another-person`,
    forAnyone,
    behind(services, openLinkDoor, (acting) => anotherPerson(acting)),
  );
}

/** The issued paper as it was rendered. */
async function sendPaper({ services, door, request, reply }: Acting): Promise<FastifyReply> {
  const papers = await asActor(services.database, door.tenantId, door.actor, (tx) => papersOf(tx, door), {
    readOnly: true,
  });
  const paper = papers.find((one) => one.id === paramOf(request, "documentId"));
  const bytes = paper?.pdfSha256 ? await services.blobs.get(door.tenantId, paper.pdfSha256) : undefined;
  if (!paper || !bytes) throw notFound();
  return reply
    .header("content-disposition", `inline; filename*=UTF-8''${encodeURIComponent(paper.number)}.pdf`)
    .header("cache-control", "private, max-age=3600")
    .type("application/pdf")
    .send(Buffer.from(bytes));
}
