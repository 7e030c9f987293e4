// Reads what the enterprise's pages show, behind either door, and hands it to the pure pages.
import type { FastifyReply } from "fastify";
import { v7 as uuidv7 } from "uuid";
import { hazardsOfLink } from "#domain/access/access-link.ts";
import type { HazardInList } from "#portal/hazard-view.ts";
import { ownerDelegatePage } from "#portal/owner-delegate.ts";
import { ownerExtensionPage } from "#portal/owner-extension.ts";
import { ownerHazardPage } from "#portal/owner-hazard.ts";
import { ownerListPage } from "#portal/owner-list.ts";
import { ownerObjectionPage } from "#portal/owner-objection.ts";
import { ownerPlanPage } from "#portal/owner-plan.ts";
import { isSaidKey, saidWords } from "#portal/said.ts";
import { newLinkSecret } from "../access/access-links.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { firstPhotos, papersFor, partsOfHazard } from "../queries/hazard-parts.ts";
import type { Services } from "../server-parts.ts";
import { type Door, hazardBehind } from "./portal-door.ts";
import { sendPage } from "./portal-page.ts";

/** What a page that is shown again carries: what went wrong, and what had been written. */
export interface Again {
  readonly problem?: string;
  readonly values?: Readonly<Record<string, string | undefined>>;
  readonly chosen?: readonly string[];
}

const REFUSED = 422;
const statusOf = (again: Again) => (again.problem ? REFUSED : 200);

function reading<T>(services: Services, door: Door, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return asActor(services.database, door.tenantId, door.actor, work, { readOnly: true });
}

export async function sendList(
  services: Services,
  door: Door,
  query: Readonly<Record<string, string | undefined>>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { hazards, documents } = await reading(services, door, async (tx) => ({
    hazards: await inList(tx, door.hazards),
    documents: await papersOf(tx, door),
  }));
  const said = isSaidKey(query.said) ? { said: saidWords(query.said, undefined, door.place.today) } : {};
  const { place, visit, validUntil } = door;
  const pageNo = Math.max(1, Number.parseInt(query.page ?? "1", 10) || 1);
  return sendPage(
    reply,
    ownerListPage({ place, hazards, documents, visit, validUntil, pageNo, commandId: uuidv7(), ...said }),
  );
}

async function inList(tx: Transaction, hazards: Door["hazards"]): Promise<HazardInList[]> {
  const photos = await firstPhotos(
    tx,
    hazards.map((hazard) => hazard.id),
  );
  return hazards.map((hazard) => ({ hazard, photo: photos.get(hazard.id) }));
}

/** A link passed on shows its hazards only; the papers of the whole visit stay with the first. */
export async function papersOf(tx: Transaction, door: Door) {
  if (door.link === null) return papersFor(tx, { enterpriseId: door.actor.scopeId ?? "" });
  return door.link.parentId === null ? papersFor(tx, { visitId: door.link.visitId }) : [];
}

export async function sendHazard(
  services: Services,
  door: Door,
  hazardId: string,
  reply: FastifyReply,
  again: Again & { readonly said?: string } = {},
): Promise<FastifyReply> {
  const hazard = hazardBehind(door, hazardId);
  const { place } = door;
  const view = await reading(services, door, (tx) => partsOfHazard(tx, hazard));
  const running = door.hazards.filter(
    (one) => one.id === hazard.id || (one.status !== "closed" && one.status !== "voided"),
  );
  const at = running.findIndex((one) => one.id === hazard.id) + 1;
  const said = isSaidKey(again.said) ? { said: saidWords(again.said, hazard, place.today) } : {};
  const markup = ownerHazardPage({
    place,
    view,
    next: nextToDo(door.hazards, hazard.id),
    number: { at, of: running.length },
    commandIds: { act: uuidv7(), proof: uuidv7() },
    ...said,
    ...(again.problem ? { problem: again.problem } : {}),
    ...(again.values ? { values: again.values } : {}),
  });
  return sendPage(reply, markup, statusOf(again));
}

/** The hazard the enterprise should turn to after this one: the earliest date first, one without a date last. */
function nextToDo(hazards: Door["hazards"], hazardId: string): { hazardId: string; left: number } | null {
  const left = hazards
    .filter((one) => one.status === "open" && one.id !== hazardId)
    .toSorted((a, b) => (a.rectificationDue ?? "9999").localeCompare(b.rectificationDue ?? "9999"));
  return left[0] ? { hazardId: left[0].id, left: left.length } : null;
}

/** What the enterprise may ask or lay down beside the proof, each with a page of its own. */
const askPages = { extension: ownerExtensionPage, objection: ownerObjectionPage, plan: ownerPlanPage } as const;
export type AskKind = keyof typeof askPages;

export async function sendAskPage(
  services: Services,
  door: Door,
  kind: AskKind,
  hazardId: string,
  reply: FastifyReply,
  again: Again = {},
): Promise<FastifyReply> {
  const hazard = hazardBehind(door, hazardId);
  const view = await reading(services, door, (tx) => partsOfHazard(tx, hazard));
  const problem = again.problem ? { problem: again.problem } : {};
  const page = { place: door.place, view, commandId: uuidv7(), values: again.values ?? {}, ...problem };
  return sendPage(reply, askPages[kind](page), statusOf(again));
}

export async function sendDelegatePage(
  services: Services,
  door: Door,
  reply: FastifyReply,
  again: Again = {},
): Promise<FastifyReply> {
  const hazards = await reading(services, door, (tx) => inList(tx, delegable(door)));
  const problem = again.problem ? { problem: again.problem } : {};
  const markup = ownerDelegatePage({
    place: door.place,
    hazards,
    commandId: uuidv7(),
    secret: newLinkSecret(),
    chosen: again.chosen ?? [],
    values: again.values ?? {},
    ...problem,
  });
  return sendPage(reply, markup, statusOf(again));
}

/** What a link may pass on: its hazards that are still running, carried ones too. */
function delegable(door: Door): Door["hazards"] {
  const own = door.link && door.visit ? hazardsOfLink(door.link, door.visit, door.hazards) : [];
  return own.filter((hazard) => hazard.status !== "closed" && hazard.status !== "voided");
}
