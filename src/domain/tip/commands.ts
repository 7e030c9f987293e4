// Tips 线索 and complaints 投诉. Anyone reports; the office takes one up, assigns it to an enterprise or answers and closes it. What is
// done at the enterprise goes by the acts there are: an inspection, the key-hazard list. A complaint is the office lead's alone.
import { z } from "zod";
import type { Actor } from "../access/roles.ts";
import { getDeadline } from "../calendar/deadline-rules.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import { type Change, type Decision, decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, one } from "../kernel/command.ts";
import { ok, type Refused, type Result, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import type { TipActs, Tips, TipTerms } from "../rows.generated.ts";
import { isComplaint, tipAbouts, tipOutcomes } from "./labels.ts";

export const MOST_TIP_PHOTOS = 3;
export const TIP_TEXT_LENGTH = 2000;

const report = defineCommand({
  name: "tip.report",
  label: { zh: "反映隐患或投诉", en: "Report a danger" },
  by: ["public"],
  args: z.object({
    tipId: z.uuid(),
    number: z.string().regex(/^XS\d{6}-[0-9A-Z]{6}$/),
    about: z.enum(tipAbouts),
    text: text(TIP_TEXT_LENGTH),
    place: optionalText(200),
    enterpriseWords: optionalText(120),
    reporterName: optionalText(60),
    reporterContact: optionalText(120),
    photos: z
      .array(z.object({ photoId: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().positive() }))
      .max(MOST_TIP_PHOTOS),
  }),
  needs: (args) => ({ known: one("tips", { id: args.tipId }), terms: one("tipTerms", {}) }),
  decide: ({ known, terms }, args, { tenantId, receivedAt, today, calendar }) => {
    if (known) return refuse("tip.known");
    const { tipId: id, number, about, place, enterpriseWords } = args;
    if (about === "enterprise" && !place && !enterpriseWords) return refuse("tip.where_missing");
    const { triageWorkingDays, answerWorkingDays } = termsOn(terms, today);
    const row: Tips = {
      ...{ tenantId, id, number, about, text: args.text, place, enterpriseWords, reportedAt: receivedAt },
      triageDue: addWorkingDays(today, triageWorkingDays, calendar),
      answerDue: addWorkingDays(today, answerWorkingDays, calendar),
      ...{ state: "reported", enterpriseId: null, siteId: null, communityId: null, outcome: null, closedAt: null },
      ...{ handlerMembershipId: null, handlerName: null, handlerSince: null },
    };
    const changes: Change[] = [insert("tips", row)];
    for (const [position, { photoId, sha256, bytes }] of args.photos.entries())
      changes.push(insert("tipPhotos", { tenantId, id: photoId, tipId: id, about, position, sha256, bytes }));
    const { reporterName: name, reporterContact: contact } = args;
    if (name || contact) changes.push(insert("tipReporters", { tenantId, tipId: id, about, name, contact }));
    return ok(decided("tips", id, changes));
  },
});

/** The office's own terms, else the dated rules'. */
export function termsOn(terms: TipTerms | undefined, day: string): Omit<TipTerms, "tenantId"> {
  return {
    triageWorkingDays: terms?.triageWorkingDays ?? getDeadline("tipTriage", day).amount,
    answerWorkingDays: terms?.answerWorkingDays ?? getDeadline("tipAnswer", day).amount,
  };
}

/** A complaint does not exist for anyone but the lead; what is closed stays as it is. */
function faultOfOpen(tip: Tips | undefined, actor: Actor): Refused | undefined {
  if (!tip || (isComplaint(tip.about) && actor.role !== "officeLead")) return refuse("tip.not_found");
  return tip.state === "closed" ? refuse("tip.closed", { number: tip.number }) : undefined;
}

/** Who answers the reporter is who handles the tip; the lead may always. */
function faultOfHandler(tip: Tips, actor: Actor): Refused | undefined {
  if (actor.role === "officeLead" || tip.handlerMembershipId === actor.id) return undefined;
  if (!tip.handlerMembershipId) return refuse("tip.nobody", { number: tip.number });
  return refuse("tip.not_handler", { number: tip.number, name: tip.handlerName ?? "" });
}

/** The tip's new columns with the line of its history. */
function acted(
  tip: Tips,
  { tenantId, actor, receivedAt, newId }: Context,
  act: { readonly kind: TipActs["kind"]; readonly text: string | null },
  set: Partial<Tips>,
): Result<Decision> {
  const line = { tenantId, id: newId(`act ${act.kind}`), tipId: tip.id, about: tip.about };
  const change = insert("tipActs", { ...line, ...act, byName: actor.name, at: receivedAt });
  return ok(decided("tips", tip.id, Object.keys(set).length > 0 ? [update("tips", tip, set), change] : [change]));
}

const handledBy = ({ actor, receivedAt }: Context) => ({
  ...{ handlerMembershipId: actor.id, handlerName: actor.name, handlerSince: receivedAt },
});

const office = ["officer", "officeLead"] as const;

const take = defineCommand({
  name: "tip.take",
  label: { zh: "接手线索", en: "Take a tip" },
  by: office,
  args: z.object({ tipId: z.uuid() }),
  needs: (args) => ({ tip: one("tips", { id: args.tipId }) }),
  decide: ({ tip }, _, context) => {
    const fault = faultOfOpen(tip, context.actor);
    if (fault || !tip) return fault ?? refuse("tip.not_found");
    if (tip.handlerMembershipId === context.actor.id) return refuse("tip.yours", { number: tip.number });
    return acted(tip, context, { kind: "taken", text: null }, handledBy(context));
  },
});

const triage = defineCommand({
  name: "tip.triage",
  label: { zh: "分办线索", en: "Assign a tip" },
  by: office,
  args: z.object({
    tipId: z.uuid(),
    enterpriseId: z.uuid(),
    siteId: z.uuid().nullish(),
    note: optionalText(500),
  }),
  needs: (args) => ({
    tip: one("tips", { id: args.tipId }),
    enterprise: one("enterprises", { id: args.enterpriseId }),
    site: one("sites", { id: args.siteId ?? undefined }),
  }),
  decide: ({ tip, enterprise, site }, { siteId, note }, context) => {
    const fault = faultOfOpen(tip, context.actor);
    if (fault || !tip) return fault ?? refuse("tip.not_found");
    if (isComplaint(tip.about)) return refuse("tip.complaint_no_enterprise", { number: tip.number });
    if (!enterprise) return refuse("enterprise.not_found");
    if (siteId && site?.enterpriseId !== enterprise.id) return refuse("tip.site_elsewhere");
    return acted(
      tip,
      context,
      { kind: "triaged", text: [enterprise.name, note].filter(Boolean).join("：") },
      {
        ...{ state: "assigned", enterpriseId: enterprise.id, siteId: siteId ?? null },
        ...{ communityId: site?.communityId ?? enterprise.communityId, ...handledBy(context) },
      },
    );
  },
});

const answer = defineCommand({
  name: "tip.answer",
  label: { zh: "答复反映人", en: "Answer the reporter" },
  by: office,
  args: z.object({ tipId: z.uuid(), text: text(1000) }),
  needs: (args) => ({ tip: one("tips", { id: args.tipId }) }),
  decide: ({ tip }, args, context) => {
    const fault = faultOfOpen(tip, context.actor);
    if (fault || !tip) return fault ?? refuse("tip.not_found");
    const handler = faultOfHandler(tip, context.actor);
    if (handler) return handler;
    const takes = tip.handlerMembershipId ? {} : handledBy(context);
    return acted(tip, context, { kind: "answered", text: args.text }, takes);
  },
});

const close = defineCommand({
  name: "tip.close",
  label: { zh: "办结线索", en: "Close a tip" },
  by: office,
  args: z.object({ tipId: z.uuid(), outcome: z.enum(tipOutcomes), text: text(1000) }),
  needs: (args) => ({ tip: one("tips", { id: args.tipId }) }),
  decide: ({ tip }, { outcome, text: words }, context) => {
    const fault = faultOfOpen(tip, context.actor);
    if (fault || !tip) return fault ?? refuse("tip.not_found");
    const handler = faultOfHandler(tip, context.actor);
    if (handler) return handler;
    if (outcome === "confirmed" && !isComplaint(tip.about) && !tip.enterpriseId)
      return refuse("tip.confirm_needs_enterprise");
    const set: Partial<Tips> = { state: "closed", outcome, closedAt: context.receivedAt };
    return acted(tip, context, { kind: "closed", text: words }, set);
  },
});

const setTerms = defineCommand({
  name: "tip.setTerms",
  label: { zh: "设定线索办理期限", en: "Set the terms of tips" },
  by: ["officeLead"],
  args: z.object({ triageWorkingDays: z.int().min(1).max(60), answerWorkingDays: z.int().min(1).max(60) }),
  needs: () => ({ terms: one("tipTerms", {}) }),
  decide: ({ terms }, args, { tenantId }) => {
    if (args.triageWorkingDays > args.answerWorkingDays) return refuse("tip.terms_reversed");
    const change = terms ? update("tipTerms", terms, args) : insert("tipTerms", { tenantId, ...args });
    return ok(decided("tipTerms", tenantId, [change]));
  },
});

export const tipCommands: readonly AnyCommand[] = [report, take, triage, answer, close, setTerms];
