// What an enterprise does on its pages, behind either door. Each form becomes one command (“received” one a hazard);
// the first write of a device says who writes, in the same form.
import type { FastifyReply, FastifyRequest } from "fastify";
import { derivedId } from "#domain/kernel/derived-id.ts";
import { cleanText } from "#domain/kernel/text.ts";
import { ownerDelegatedPage } from "#portal/owner-delegate.ts";
import { ownerIntroducePage } from "#portal/owner-introduce.ts";
import { DEFAULT_PROOF_TEXT } from "#portal/owner-proof.ts";
import { alreadySentPage } from "#portal/problem-page.ts";
import type { SaidKey } from "#portal/said.ts";
import { findHolder, isLinkSecret, linkActor, newLinkSecret, secretHashOf } from "../access/access-links.ts";
import { repeatsBefore } from "../queries/same-photos.ts";
import type { Services } from "../server-parts.ts";
import { DEVICE_COOKIE, type Door, hazardBehind } from "./portal-door.ts";
import { formOf, type PortalForm } from "./portal-form.ts";
import { type Again, type AskKind, sendAskPage, sendDelegatePage, sendHazard } from "./portal-owner-pages.ts";
import { lookOf, sendPage } from "./portal-page.ts";
import { submitProof } from "./portal-proof-form.ts";
import { commandIdOf, type Written, writeEach, writeOnce } from "./portal-write.ts";
import { cookieOptions } from "./session.ts";

export interface Acting {
  readonly services: Services;
  readonly door: Door;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const WHO_FIRST = "还没写您的姓名和职务，没有存。写上再交一次。";

/** 收到，我来改: one tap; asked for a name before it where this device never gave one. */
export async function receive(acting: Acting): Promise<FastifyReply> {
  const { services, reply } = acting;
  const { fields } = formOf(acting.request);
  const door = await introduced(acting, fields);
  if (typeof door === "string") return askWho(acting, fields, door);
  const chosen = fields.hazardId ? [hazardBehind(door, fields.hazardId)] : door.hazards;
  const fresh = chosen.filter(
    (hazard) => !hazard.acknowledgedAt && hazard.status !== "closed" && hazard.status !== "voided",
  );
  const commands = fresh.map(({ id }) => ({ key: id, name: "hazard.acknowledge", args: { hazardId: id } }));
  await writeEach(services, door, commandIdOf(fields), commands);
  const back = fields.hazardId ? `${door.place.base}/h/${fields.hazardId}` : door.place.base;
  return reply.redirect(`${back}?said=received`, 303);
}

function askWho({ door, reply }: Acting, fields: PortalForm["fields"], problem: string): FastifyReply {
  const { commandId = "", hazardId = "" } = fields;
  const asked = "name" in fields ? { problem } : {};
  const markup = ownerIntroducePage({
    place: door.place,
    action: `${door.place.base}/receive`,
    hidden: { commandId, ...(hazardId ? { hazardId } : {}) },
    button: "收到，我来改",
    back: hazardId ? `${door.place.base}/h/${hazardId}` : door.place.base,
    values: fields,
    ...asked,
  });
  return sendPage(reply, markup, "name" in fields ? 422 : 200);
}

/** The proof: photos first read whole, then stored, then named by the command, then their slots filled. */
export async function rectify(acting: Acting, hazardId: string): Promise<FastifyReply> {
  const form = formOf(acting.request);
  hazardBehind(acting.door, hazardId);
  const again = (problem: string) =>
    sendHazard(acting.services, acting.door, hazardId, acting.reply, { problem, values: form.fields });
  const door = await introduced(acting, form.fields);
  if (typeof door === "string") return again(door);
  const written = await submitProof(acting.services, door, hazardId, form, DEFAULT_PROOF_TEXT);
  const isRepeated = written.result === "accepted" && (await repeatsBefore(acting.services, door.tenantId, hazardId));
  return answer({ ...acting, door }, written, { hazardId, said: isRepeated ? "submittedSame" : "submitted", again });
}

export async function withdraw(acting: Acting, hazardId: string): Promise<FastifyReply> {
  const { fields } = formOf(acting.request);
  hazardBehind(acting.door, hazardId);
  const again = (problem: string) => sendHazard(acting.services, acting.door, hazardId, acting.reply, { problem });
  const door = await introduced(acting, fields);
  if (typeof door === "string") return again("请先在下面写上姓名和职务，再撤回。");
  const command = { id: commandIdOf(fields), name: "rectification.withdraw", argsAt: () => ({ hazardId }) };
  const written = await writeOnce(acting.services, door, command);
  return answer({ ...acting, door }, written, { hazardId, said: "withdrawn", again });
}

export async function askExtension(acting: Acting, hazardId: string): Promise<FastifyReply> {
  const { fields } = formOf(acting.request);
  const { stepsTaken, reason, interimProtection } = fields;
  const args = {
    ...{ hazardId, stepsTaken, reason, interimProtection, daysNeeded: Number.parseInt(fields.daysNeeded ?? "", 10) },
    extensionId: derivedId(commandIdOf(fields), "extension"),
  };
  return ask(acting, { hazardId, kind: "extension", name: "extension.request", args, fields });
}

/** The five fixes of a major hazard. Yuan become fen; what is no number is refused with the form kept as it was. */
export async function planTreatment(acting: Acting, hazardId: string): Promise<FastifyReply> {
  const { fields } = formOf(acting.request);
  const { responsible, measures, finishOn, contingencyPlan } = fields;
  const yuan = /^\d{1,8}(\.\d{1,2})?$/.test((fields.fundsYuan ?? "").trim()) ? Number(fields.fundsYuan) : Number.NaN;
  const args = { hazardId, responsible, measures, fundsFen: Math.round(yuan * 100), finishOn, contingencyPlan };
  return ask(acting, { hazardId, kind: "plan", name: "treatment.plan", args, fields });
}

export async function object(acting: Acting, hazardId: string): Promise<FastifyReply> {
  const { fields } = formOf(acting.request);
  const args = { hazardId, reason: fields.reason };
  return ask(acting, { hazardId, kind: "objection", name: "contest.raise", args, fields });
}

async function ask(
  acting: Acting,
  asked: {
    readonly hazardId: string;
    readonly kind: AskKind;
    readonly name: string;
    readonly args: unknown;
    readonly fields: PortalForm["fields"];
  },
): Promise<FastifyReply> {
  const { hazardId, kind, fields } = asked;
  hazardBehind(acting.door, hazardId);
  const again = (problem: string) =>
    sendAskPage(acting.services, acting.door, kind, hazardId, acting.reply, { problem, values: fields });
  const door = await introduced(acting, fields);
  if (typeof door === "string") return again(door);
  const command = { id: commandIdOf(fields), name: asked.name, argsAt: () => asked.args };
  const written = await writeOnce(acting.services, door, command);
  return answer({ ...acting, door }, written, { hazardId, said: kind, again });
}

/** Pass to a colleague: the secret was made with the form, so a second tap makes no second link. */
export async function delegate(acting: Acting): Promise<FastifyReply> {
  const { services, reply } = acting;
  const form = formOf(acting.request);
  const hazardIds = form.all("hazardIds");
  const again: (problem: string) => Promise<FastifyReply> = (problem) =>
    sendDelegatePage(services, acting.door, reply, { problem, values: form.fields, chosen: hazardIds } satisfies Again);
  if (hazardIds.length === 0) return again("还没选转哪几条，没有生成。请至少勾一条。");
  const door = await introduced(acting, form.fields);
  if (typeof door === "string") return again(door);
  const secret = form.fields.secret ?? "";
  if (!isLinkSecret(secret) || !door.link) return again("表单不完整，没有生成。请再交一次。");
  const commandId = commandIdOf(form.fields);
  const label = cleanText(form.fields.label ?? "");
  const args = {
    linkId: derivedId(commandId, "link"),
    secretHash: secretHashOf(secret),
    parentId: door.link.id,
    hazardIds,
    label,
  };
  const written = await writeOnce(services, door, { id: commandId, name: "accessLink.delegate", argsAt: () => args });
  if (written.result === "refused") return again(written.text);
  if (written.result === "conflict") return sendPage(reply, alreadySentPage(door.place.look, door.place.base), 409);
  const address = `${services.publicUrl}/l/${secret}`;
  return sendPage(reply, ownerDelegatedPage({ place: door.place, label, count: hazardIds.length, address }));
}

/** 不是您？: this device forgets who it was. */
export function anotherPerson({ services, request, reply, door }: Acting): FastifyReply {
  reply.setCookie(DEVICE_COOKIE, newLinkSecret(), { ...cookieOptions(services), maxAge: 365 * 86_400 });
  const back = formOf(request).fields.back ?? "";
  return reply.redirect(back.startsWith(`${door.place.base}/`) ? back : door.place.base, 303);
}

async function answer(
  { door, reply, request }: Acting,
  written: Written,
  ways: { hazardId: string; said: SaidKey; again: (problem: string) => Promise<FastifyReply> },
): Promise<FastifyReply> {
  const here = `${door.place.base}/h/${ways.hazardId}`;
  if (written.result === "refused") return ways.again(written.text);
  if (written.result === "conflict") return sendPage(reply, alreadySentPage(lookOf(request, reply), here), 409);
  return reply.redirect(`${here}?said=${ways.said}`, 303);
}

/** The door with a writer: known before, or introduced by this form; else what is missing. */
export async function introduced(
  { services, door }: Pick<Acting, "services" | "door">,
  fields: PortalForm["fields"],
): Promise<Door | string> {
  const { link, holderId } = door;
  if (door.place.writer || !link || !holderId) return door;
  const name = cleanText(fields.name ?? "").slice(0, 40);
  const position = cleanText(fields.position ?? "").slice(0, 40);
  if (!name || !position) return WHO_FIRST;
  const writing = { ...door, actor: linkActor(link, { id: holderId, name }) };
  const args = { holderId, name, position };
  const command = { id: derivedId(holderId, "introduce"), name: "accessLink.introduce", argsAt: () => args };
  const written = await writeOnce(services, writing, command);
  const holder = await findHolder(services.database, link, holderId);
  if (!holder) return written.result === "refused" ? written.text : WHO_FIRST;
  const writer = { name: holder.name, position: holder.position };
  return { ...door, actor: linkActor(link, holder), place: { ...door.place, writer } };
}
