// The enterprise's books behind either door: list, entry, forms. Each form becomes one command.
import type { FastifyReply } from "fastify";
import { v7 as uuidv7 } from "uuid";
import { derivedId } from "#domain/kernel/derived-id.ts";
import { problemText } from "#domain/problems.ts";
import { isRegisterKind, type RegisterKind } from "#domain/registers/kinds.ts";
import { notBehindLinkPage } from "#portal/not-uploaded.ts";
import { correctRegisterForm, ownerRegisterFormPage, type RegisterValues } from "#portal/owner-register-form.ts";
import { type Entry, ownerEntryPage, ownerRegistersPage } from "#portal/owner-registers.ts";
import { alreadySentPage } from "#portal/problem-page.ts";
import { asActor } from "../db/transaction.ts";
import { booksOf, entryOf, slotIdsOf } from "../queries/enterprise-registers.ts";
import { findSlot, pictureOf } from "../sync/receive-photo.ts";
import { type Door, paramOf } from "./portal-door.ts";
import { formOf, type PortalForm } from "./portal-form.ts";
import { type Acting, introduced } from "./portal-owner-acts.ts";
import { PageAnswer, queryOf, sendPage } from "./portal-page.ts";
import { fillSlots, keepBytes, slotsOf, takePhotos } from "./portal-photos.ts";
import { commandIdOf, type Written, writeOnce } from "./portal-write.ts";
import { notFound } from "./problems.ts";

type Handle = (acting: Acting) => Promise<FastifyReply> | FastifyReply;
type On = (path: string, handle: Handle) => void;

export function registerBooks(get: On, post: On): void {
  get("/registers", sendBooks);
  get("/registers/add", (acting) => sendForm(acting, queryOf(acting.request).kind, {}));
  get("/registers/:entryId", (acting) => sendEntry(acting));
  get("/registers/photo/:slotId", sendPicture);
  post("/registers", enter);
  post("/registers/:entryId/correct", correct);
  post("/registers/:entryId/strike", strike);
}

/** A link that was passed on opens its hazards only. */
function booksBehind(door: Door): string {
  if (door.link && door.link.parentId !== null) {
    throw new PageAnswer(404, (look) => notBehindLinkPage(look, door.place.base));
  }
  return door.link?.enterpriseId ?? door.actor.scopeId ?? "";
}

async function sendBooks({ services, door, request, reply }: Acting): Promise<FastifyReply> {
  const enterpriseId = booksBehind(door);
  const entries = await asActor(services.database, door.tenantId, door.actor, (tx) => booksOf(tx, enterpriseId), {
    readOnly: true,
  });
  const said = queryOf(request).said;
  const words =
    said === "entered" ? "记下了。到期前会提醒贵厂。" : said === "struck" ? "已划掉，街道还看得到划掉的原因。" : "";
  const { kind } = queryOf(request);
  const only = isRegisterKind(kind) ? { only: kind } : {};
  return sendPage(
    reply,
    ownerRegistersPage({ place: door.place, entries, ...only, ...(words ? { said: words } : {}) }),
  );
}

function sendForm({ door, reply }: Acting, kind: string | undefined, values: RegisterValues, problem?: string) {
  booksBehind(door);
  if (!isRegisterKind(kind)) throw notFound();
  const form = { place: door.place, kind, commandId: uuidv7(), values, ...(problem ? { problem } : {}) };
  return sendPage(reply, ownerRegisterFormPage(form), problem ? 422 : 200);
}

async function entryBehind({ services, door, request }: Acting): Promise<Entry> {
  const enterpriseId = booksBehind(door);
  const entryId = paramOf(request, "entryId");
  const entry = await asActor(
    services.database,
    door.tenantId,
    door.actor,
    (tx) => entryOf(tx, enterpriseId, entryId),
    { readOnly: true },
  );
  if (!entry) throw notFound();
  return entry;
}

async function sendEntry(acting: Acting, again: { values?: RegisterValues; problem?: string } = {}) {
  const { door, reply, request } = acting;
  const entry = await entryBehind(acting);
  const { place } = door;
  const kind: RegisterKind | undefined = isRegisterKind(entry.kind) ? entry.kind : undefined;
  const values = again.values ?? valuesOf(entry);
  const form = kind && entry.state !== "struck" ? { place, kind, commandId: uuidv7(), values } : undefined;
  const said = queryOf(request).said === "corrected" ? { said: "改好了。" } : {};
  const markup = ownerEntryPage({
    ...{ place, entry, photos: slotIdsOf(entry), commandId: uuidv7(), ...said },
    correctForm: form ? correctRegisterForm(form, `${place.base}/registers/${entry.id}`) : "",
    isCorrecting: again.problem !== undefined,
    ...(again.problem ? { problem: again.problem } : {}),
  });
  return sendPage(reply, markup, again.problem ? 422 : 200);
}

function valuesOf(entry: Entry): RegisterValues {
  const { variety, subject, number, headcount, happenedOn, note, dueOn, dueSource, dueTerm } = entry;
  return {
    ...{
      variety,
      subject,
      number: number ?? "",
      headcount: headcount === null ? "" : String(headcount),
      note: note ?? "",
    },
    ...{ happenedOn: happenedOn ?? "", next: dueTerm ?? dueSource, dueOn: dueTerm ? "" : (dueOn ?? "") },
  };
}

async function enter(acting: Acting): Promise<FastifyReply> {
  const form = formOf(acting.request);
  const { kind } = form.fields;
  const entryId = derivedId(commandIdOf(form.fields), "entry");
  const extra = { entryId, enterpriseId: booksBehind(acting.door), kind };
  return send(acting, form, { name: "register.enter", extra, done: "?said=entered" }, (problem) =>
    sendForm(acting, kind, form.fields, problem),
  );
}

async function correct(acting: Acting): Promise<FastifyReply> {
  const form = formOf(acting.request);
  const entry = await entryBehind(acting);
  const extra = { entryId: entry.id, reason: form.fields.reason };
  const done = `/${entry.id}?said=corrected`;
  return send(acting, form, { name: "register.correct", extra, done }, (problem) =>
    sendEntry(acting, { values: form.fields, problem }),
  );
}

/** Photos first read whole and kept, then named by the command, then their slots filled. */
async function send(
  acting: Acting,
  form: PortalForm,
  to: { readonly name: string; readonly extra: object; readonly done: string },
  again: (problem: string) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { services, reply } = acting;
  const door = await introduced(acting, form.fields);
  if (typeof door === "string") return again(door);
  const photos = await takePhotos(form.photos);
  if (!photos.ok) return again(problemText(photos.problem));
  await keepBytes(services, door.tenantId, photos.value);
  const id = commandIdOf(form.fields);
  const argsAt = (at: string) => ({ ...contentOf(form.fields), ...to.extra, photos: slotsOf(id, photos.value, at) });
  const written = await writeOnce(services, door, { id, name: to.name, argsAt });
  if (written.result === "accepted") await fillSlots(services, door, photos.value);
  return answer(door, reply, written, to.done, again);
}

async function strike(acting: Acting): Promise<FastifyReply> {
  const { fields } = formOf(acting.request);
  const entry = await entryBehind(acting);
  const again = (problem: string) => sendEntry(acting, { problem });
  const door = await introduced(acting, fields);
  if (typeof door === "string") return again(door);
  const args = { entryId: entry.id, reason: fields.reason };
  const command = { id: commandIdOf(fields), name: "register.strike", argsAt: () => args };
  const written = await writeOnce(acting.services, door, command);
  return answer(door, acting.reply, written, "?said=struck", again);
}

function answer(
  door: Door,
  reply: FastifyReply,
  written: Written,
  done: string,
  again: (problem: string) => FastifyReply | Promise<FastifyReply>,
): FastifyReply | Promise<FastifyReply> {
  const books = `${door.place.base}/registers`;
  if (written.result === "refused") return again(written.text);
  if (written.result === "conflict") return sendPage(reply, alreadySentPage(door.place.look, books), 409);
  return reply.redirect(`${books}${done}`, 303);
}

function contentOf(fields: PortalForm["fields"]) {
  const { variety, subject, number, note, happenedOn, headcount, next, dueOn } = fields;
  const count = headcount ? { headcount: Number.parseInt(headcount, 10) } : {};
  const on = { on: dueOn ?? "" };
  const known = next === "stated" || next === "own" ? { source: next, ...on } : undefined;
  const due = known ?? (next === "lasting" || next === "unknown" ? { source: next } : { source: "term", term: next });
  return { variety, subject, number, note, ...(happenedOn ? { happenedOn } : {}), ...count, next: due };
}

async function sendPicture({ services, door, request, reply }: Acting): Promise<FastifyReply> {
  booksBehind(door);
  const { tenantId, actor } = door;
  const slotId = paramOf(request, "slotId");
  if (!/^[0-9a-f-]{36}$/.test(slotId)) throw notFound();
  const asking = { services, tenantId, actor };
  const slot = await findSlot(asking, slotId);
  const size = queryOf(request).size === "thumb" ? "thumb" : "working";
  const picture = slot && (await pictureOf(asking, slot, size));
  if (!picture) throw notFound();
  return reply.header("cache-control", "private, max-age=86400").type("image/jpeg").send(Buffer.from(picture));
}
