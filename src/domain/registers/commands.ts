// Commands on an enterprise's registers. The enterprise keeps them itself, by its link too; community and office enter on its
// behalf, and the entry says so. Entering a newer one of a series puts the older to rest. Nothing is deleted: it is struck out.
import { z } from "zod";
import { type Role, roleScope } from "../access/roles.ts";
import { localDateSchema, spokenDay } from "../calendar/local-date.ts";
import { type Change, decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, many, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Refused, type Result, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import { expectPhoto, photosSchema } from "../visit/photo-slot.ts";
import { nextDue, nextDueSchema } from "./due.ts";
import { isRegisterKind, type RegisterKind, registerKindRules, registerKinds } from "./kinds.ts";

type Entry = Row<"registerEntries">;

export const registerKeepers = [
  "enterprisePrincipal",
  "enterpriseStaff",
  "linkHolder",
  "communityOfficer",
  "officer",
  "officeLead",
] as const satisfies readonly Role[];

const contentSchema = z.object({
  variety: text(40),
  subject: text(120),
  number: optionalText(80),
  headcount: z.int().min(0).max(100_000).nullish(),
  happenedOn: localDateSchema.nullish(),
  note: optionalText(1000),
  next: nextDueSchema,
  photos: photosSchema.optional(),
});
type Content = z.output<typeof contentSchema>;

const enter = defineCommand({
  name: "register.enter",
  label: { zh: "记一条台账", en: "Enter in a register" },
  by: registerKeepers,
  args: contentSchema.extend({ entryId: z.uuid(), enterpriseId: z.uuid(), kind: z.enum(registerKinds) }),
  needs: (args, { actor }) => ({
    known: one("registerEntries", { id: args.entryId }),
    enterprise: one("enterprises", { id: args.enterpriseId }),
    link: one("accessLinks", { id: actor.linkId }),
    standing: many("registerEntries", { enterpriseId: args.enterpriseId, kind: args.kind, state: "standing" }),
  }),
  decide: ({ known, enterprise, link, standing }, args, context) => {
    if (known) return refuse("register.known");
    if (!enterprise) return refuse("register.enterprise_not_found");
    const passedOn = refusedLink(link, context);
    if (passedOn) return passedOn;
    const content = contentColumns(args.kind, args, context);
    if (!content.ok) return content;
    const { tenantId, id: enterpriseId, agencyId, communityId } = enterprise;
    const bare: Entry = {
      ...{ tenantId, id: args.entryId, enterpriseId, agencyId, madeByAgencyId: null, communityId },
      ...{ kind: args.kind, ...content.value, photoSlotIds: slotIds([], args.photos), state: "standing" },
      ...enteredBy(context),
      ...{ correctedAt: null, correctedByName: null, correctedReason: null },
      ...{ struckAt: null, struckByName: null, struckReason: null },
    };
    const series = seriesOf(bare, standing);
    const row: Entry = { ...bare, state: series.isNewest ? "standing" : "renewed" };
    const older = series.isNewest
      ? series.others.map((one) => update("registerEntries", one, { state: "renewed" }))
      : [];
    return ok(
      decided("registerEntries", row.id, [insert("registerEntries", row), ...older, ...slots(row, args.photos)]),
    );
  },
});

const correct = defineCommand({
  name: "register.correct",
  label: { zh: "改一条台账", en: "Correct an entry" },
  by: registerKeepers,
  args: contentSchema.extend({ entryId: z.uuid(), reason: text(500) }),
  needs: (args, { actor }) => ({
    row: one("registerEntries", { id: args.entryId }),
    link: one("accessLinks", { id: actor.linkId }),
  }),
  decide: ({ row, link }, args, context) => {
    const refused = refusedRow(row, link, context);
    if (refused) return refused;
    if (!row || !isRegisterKind(row.kind)) return refuse("register.not_found");
    const content = contentColumns(row.kind, args, context);
    if (!content.ok) return content;
    const set = {
      ...content.value,
      photoSlotIds: slotIds(z.array(z.string()).parse(JSON.parse(row.photoSlotIds)), args.photos),
      ...{ correctedAt: context.receivedAt, correctedByName: context.actor.name, correctedReason: args.reason },
    };
    return ok(decided("registerEntries", row.id, [update("registerEntries", row, set), ...slots(row, args.photos)]));
  },
});

const strike = defineCommand({
  name: "register.strike",
  label: { zh: "划掉一条台账", en: "Strike an entry out" },
  by: registerKeepers,
  args: z.object({ entryId: z.uuid(), reason: text(500) }),
  needs: (args, { actor }) => ({
    row: one("registerEntries", { id: args.entryId }),
    link: one("accessLinks", { id: actor.linkId }),
  }),
  decide: ({ row, link }, { reason }, context) => {
    const refused = refusedRow(row, link, context);
    if (refused) return refused;
    if (!row) return refuse("register.not_found");
    const { actor, receivedAt } = context;
    const set = { state: "struck", struckAt: receivedAt, struckByName: actor.name, struckReason: reason } as const;
    return ok(decided("registerEntries", row.id, [update("registerEntries", row, set)]));
  },
});

/** A link passed on to a colleague is for its hazards; the registers stay with whoever holds the first. */
function refusedLink(link: Row<"accessLinks"> | undefined, { actor }: Context): Refused | undefined {
  if (actor.kind !== "link") return undefined;
  return link && link.parentId === null ? undefined : refuse("register.passed_on");
}

function refusedRow(row: Entry | undefined, link: Row<"accessLinks"> | undefined, context: Context) {
  if (!row) return refuse("register.not_found");
  if (row.state === "struck") return refuse("register.struck", { byName: row.struckByName ?? "" });
  return refusedLink(link, context);
}

function contentColumns(kind: RegisterKind, args: Content, { today, calendar }: Context): Result<ContentColumns> {
  const rule = registerKindRules[kind];
  const { variety, subject, number, note } = args;
  const happenedOn = args.happenedOn ?? null;
  if (!rule.varieties.some(({ key }) => key === variety)) return refuse("register.variety", { kind: rule.label.zh });
  if (happenedOn && happenedOn > today) {
    return refuse("register.in_future", { what: rule.happenedOn.zh, day: spokenDay(happenedOn, today) });
  }
  const due = nextDue(kind, args.next, happenedOn, calendar);
  if (!due.ok) return due;
  return ok({ variety, subject, number, note, headcount: args.headcount ?? null, happenedOn, ...due.value });
}

type ContentColumns = Pick<
  Entry,
  "variety" | "subject" | "number" | "note" | "headcount" | "happenedOn" | "dueOn" | "dueSource" | "dueTerm"
>;

function enteredBy({ actor, receivedAt }: Context) {
  return {
    enteredAt: receivedAt,
    enteredByName: actor.name,
    enteredByRole: actor.role,
    onBehalf: roleScope[actor.role] !== "enterprise",
  };
}

/** The entries this one takes the place of, or, being older than one of them, comes behind. */
function seriesOf(row: Entry, standing: readonly Entry[]) {
  const isRegister = isRegisterKind(row.kind) ? registerKindRules[row.kind].series : "subject";
  const others = standing.filter(
    (one) => one.variety === row.variety && (isRegister === "variety" || one.subject === row.subject),
  );
  const dayOfEntry = (one: Entry) => one.happenedOn ?? one.dueOn ?? "";
  return { others, isNewest: others.every((one) => dayOfEntry(one) <= dayOfEntry(row)) };
}

function slotIds(before: readonly string[], photos: Content["photos"]): string {
  return JSON.stringify([...before, ...(photos ?? []).map(({ slotId }) => slotId)]);
}

function slots(row: Entry, photos: Content["photos"]): readonly Change[] {
  return (photos ?? []).map((photo) => expectPhoto(photo, "register", row));
}

export const registerCommands: readonly AnyCommand[] = [enter, correct, strike];
