// /t/<division>/tip: anyone reports a danger or complains, and reads the answer with the receipt. The subdistrict is the one of
// the address. The public acts on one tip alone, the one its receipt names.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "#domain/access/roles.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { cleanText } from "#domain/kernel/text.ts";
import { problemText } from "#domain/problems.ts";
import { MOST_TIP_PHOTOS } from "#domain/tip/commands.ts";
import { type Receipt, readReceipt, tipIdOf } from "#domain/tip/receipt.ts";
import { statePage } from "#portal/layout.ts";
import { tipAnswerPage, tipAskPage, tipReceiptPage } from "#portal/tip-answer.ts";
import { type TipFormPage, TRAP_FIELD, tipFormPage } from "#portal/tip-form.ts";
import {
  faultOfTipForm,
  newTipForm,
  readTipForm,
  receiptOfForm,
  type TipForm,
  tipFormKey,
} from "../access/tip-form.ts";
import { asActor } from "../db/transaction.ts";
import { readOwnTip } from "../queries/tips.ts";
import type { Services } from "../server-parts.ts";
import { paramOf } from "./portal-door.ts";
import { acceptPhotoForms, formOf, type PortalForm } from "./portal-form.ts";
import { forAnyone, lookOf, PageAnswer, registerPortalScope, sendPage } from "./portal-page.ts";
import { newTipGuard, type TipGuard } from "./portal-tip-guard.ts";
import { keepTipPhotos, type TipPhoto } from "./portal-tip-photos.ts";
import { type Writing, writeOnce } from "./portal-write.ts";
import { notFound } from "./problems.ts";

const FORM_MEGABYTES = 24;
const toReport = {
  config: { by: "anyone", formMegabytes: FORM_MEGABYTES },
  bodyLimit: FORM_MEGABYTES * 1024 * 1024,
} as const;

/** One asking of the public, in the subdistrict of the address. */
interface Asking {
  readonly services: Services;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly tenantId: string;
  readonly guard: TipGuard;
  readonly key: Buffer;
  readonly place: Pick<TipFormPage, "look" | "base" | "officeName">;
}

export function registerPortalTip(app: FastifyInstance, services: Services): void {
  const guard = newTipGuard(services.clock);
  const as =
    (handle: (asking: Asking) => Promise<FastifyReply>) => async (request: FastifyRequest, reply: FastifyReply) =>
      handle(await askingOf(services, guard, request, reply));
  registerPortalScope(app, (scope) => {
    acceptPhotoForms(scope);
    // Before a body is read: who has sent too much sends nothing more.
    scope.addHook("onRequest", async (request) => {
      const waiting = request.method === "POST" ? guard.minutesToWait(request.ip) : 0;
      if (waiting > 0) throw new PageAnswer(429, (look) => tooOftenPage(look, waiting));
    });
    scope.get("/t/:division", forAnyone, (request, reply) =>
      reply.redirect(`/t/${encodeURIComponent(paramOf(request, "division"))}/tip`, 303),
    );
    scope.get(
      "/t/:division/tip",
      forAnyone,
      as((asking) => sendForm(asking, {})),
    );
    scope.post("/t/:division/tip", toReport, as(takeReport));
    scope.get(
      "/t/:division/tip/answer",
      forAnyone,
      as(async ({ reply, place }) => sendPage(reply, tipAskPage({ ...place, values: {} }))),
    );
    scope.post("/t/:division/tip/answer", forAnyone, as(sendAnswer));
  });
}

/** Where anyone reports to a subdistrict. */
export async function tipAddress({ database, publicUrl }: Services, tenantId: string): Promise<string> {
  const tenant = await database.global
    .selectFrom("tenants")
    .select("divisionCode")
    .where("id", "=", tenantId)
    .executeTakeFirst();
  return `${publicUrl}/t/${tenant?.divisionCode ?? ""}/tip`;
}

async function askingOf(
  services: Services,
  guard: TipGuard,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Asking> {
  const division = paramOf(request, "division");
  const tenants = await services.database.global
    .selectFrom("tenants")
    .select(["id", "name"])
    .where("kind", "=", "subdistrict")
    .where("divisionCode", "=", division)
    .execute();
  const [tenant] = tenants;
  if (!tenant || tenants.length > 1) throw notFound();
  const place = { look: lookOf(request, reply), base: `/t/${division}/tip`, officeName: tenant.name };
  const key = await tipFormKey(services.dataDir);
  return { services, request, reply, guard, key, tenantId: tenant.id, place };
}

type Again = Pick<TipFormPage, "problem"> & { readonly form?: TipForm; readonly values?: TipFormPage["values"] };

async function sendForm(asking: Asking, { form, values = {}, problem }: Again): Promise<FastifyReply> {
  const { token, question } = form ?? newTipForm(asking.key, asking.tenantId, asking.services.clock.now());
  const page = { ...asking.place, token, question, values, ...(problem ? { problem } : {}) };
  return sendPage(asking.reply, tipFormPage(page), problem ? 422 : 200);
}

const CHOOSE_AGAIN = "写的都还在；选过照片的，请再选一次。";
const problems = {
  over: { title: "这一页放得太久了，没有交出去", text: `请答一下新的问题，再交一次。${CHOOSE_AGAIN}` },
  tooSoon: { title: "交得太快了，没有交出去", text: `请看一眼写得对不对，再交一次。${CHOOSE_AGAIN}` },
  wrongAnswer: { title: "最下面那道题答得不对，没有交出去", text: CHOOSE_AGAIN, field: "answer" },
} as const satisfies Record<string, TipFormPage["problem"]>;

async function takeReport(asking: Asking): Promise<FastifyReply> {
  const { request, key, tenantId, services, guard } = asking;
  const sent = formOf(request);
  const values = sent.fields;
  const form = readTipForm(key, tenantId, values.token ?? "");
  const fault = form ? faultOfTipForm(key, form, values.answer ?? "", services.clock.now()) : "over";
  if (!form || fault || values[TRAP_FIELD]) {
    guard.count(request.ip, "fault");
    const kept = form && fault !== "over" ? { form } : {};
    return sendForm(asking, { ...kept, values, problem: problems[fault ?? "over"] });
  }
  const receipt = receiptOfForm(key, form);
  const writing = writingOf(tenantId, receipt);
  const photos = await keepTipPhotos(services, writing, form.id, sent.photos.slice(0, MOST_TIP_PHOTOS));
  if (!photos.ok)
    return sendForm(asking, { form, values, problem: { title: problemText(photos.problem), text: CHOOSE_AGAIN } });
  const written = await writeOnce(services, writing, {
    ...{ id: form.id, name: "tip.report" },
    argsAt: () => argsOf(sent, writing.actor.id, receipt, photos.value),
  });
  if (written.result === "refused") return sendRefused(asking, form, values, written);
  if (written.result === "accepted") guard.count(request.ip, "report");
  const address = await tipAddress(services, tenantId);
  const before = written.result === "conflict";
  return sendPage(asking.reply, tipReceiptPage({ ...asking.place, receipt, address, before }));
}

function sendRefused(
  asking: Asking,
  form: TipForm,
  values: TipFormPage["values"],
  { code, text }: { readonly code: string; readonly text: string },
): Promise<FastifyReply> {
  asking.guard.count(asking.request.ip, "fault");
  const place = code === "tip.where_missing" ? { field: "place" as const } : {};
  // A refusal is kept under the form's id: the next try is another form.
  const next = code === "row.exists" ? { form } : {};
  return sendForm(asking, { ...next, values, problem: { title: text, text: CHOOSE_AGAIN, ...place } });
}

function argsOf(form: PortalForm, tipId: string, { number }: Receipt, photos: readonly TipPhoto[]) {
  const { about, text, place, enterprise, name, contact } = form.fields;
  return {
    ...{ tipId, number, about, text: cleanText(text ?? ""), place, enterpriseWords: enterprise },
    ...{ reporterName: name, reporterContact: contact, photos },
  };
}

function writingOf(tenantId: string, receipt: Receipt): Writing {
  const id = tipIdOf(tenantId, receipt);
  const actor: Actor = { kind: "public", id, role: "public", name: "", scopeId: id };
  return { tenantId, actor, accountKey: `public:${id}`, membershipId: null };
}

const UNKNOWN = "没有这个编号和查询码，可能输错了一位。请对着回执再输一次。";

async function sendAnswer(asking: Asking): Promise<FastifyReply> {
  const { request, reply, services, tenantId, place } = asking;
  const values = formOf(request).fields;
  const receipt = readReceipt(values.number ?? "", values.secret ?? "");
  const { actor } = receipt ? writingOf(tenantId, receipt) : { actor: undefined };
  const found = actor && (await asActor(services.database, tenantId, actor, readOwnTip, { readOnly: true }));
  if (found) return sendPage(reply, tipAnswerPage({ ...place, ...found, today: dayOf(services.clock.now()) }));
  asking.guard.count(request.ip, "fault");
  return sendPage(reply, tipAskPage({ ...place, values, problem: UNKNOWN }), 404);
}

function tooOftenPage(look: TipFormPage["look"], minutes: number): string {
  return statePage(look, {
    title: "这个网络刚才交得太多了",
    drawn: "clock",
    lines: [`请过${minutes}分钟再来，写好的先留着。`, "情况急的，请直接打街道的电话；着火、有人受伤，打119、120。"],
  });
}
