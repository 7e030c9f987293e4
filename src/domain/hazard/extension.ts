// R12: more time on request, with steps taken, time needed, reason and interim protection; the office answers with a reason.
import { dayOf, daysBetween } from "../calendar/local-date.ts";
import { type Decision, insert, update } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import { lastDecided } from "../kernel/last-decided.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { wallColumnsOf } from "../kernel/wall-columns.ts";
import { expectPhoto } from "../visit/photo-slot.ts";
import { actedAt, actOn, type Hanging } from "./act.ts";
import type { DecideExtensionArgs, RequestExtensionArgs } from "./args.ts";
import { guard } from "./guard.ts";
import type { Hazard } from "./statuses.ts";

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
}

export function requestExtension(state: State, args: RequestExtensionArgs, context: Context): Result<Decision> {
  const allowed = guard("extension.request", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  if (hazard.extensionPending) return refuse("extension.already_asked", { number: hazard.number });
  if (!hazard.rectificationDue) return refuse("extension.no_due_date", { number: hazard.number });
  const row = insert("extensions", {
    ...wallColumnsOf(hazard),
    id: args.extensionId,
    hazardId: hazard.id,
    stepsTaken: args.stepsTaken,
    daysNeeded: args.daysNeeded,
    reason: args.reason,
    interimProtection: args.interimProtection,
    askedByName: context.actor.name,
    askedAt: actedAt(context),
    state: "asked",
    grantedUntil: null,
    decidedByName: null,
    decidedAt: null,
    decisionReason: null,
  });
  const of = { ...hazard, visitId: null, hazardId: hazard.id };
  const photos = args.photos.map((photo) => expectPhoto(photo, "extension", of));
  const act = {
    set: { extensionPending: true },
    note: args.reason,
    data: { extension: args.extensionId, daysNeeded: args.daysNeeded },
    beside: [row, ...photos],
  };
  return ok(actOn(hazard, transition, act, state, context));
}

export function decideExtension(state: State, args: DecideExtensionArgs, context: Context): Result<Decision> {
  const allowed = guard("extension.decide", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const asked = state.extensions.find((row) => row.state === "asked");
  if (!hazard.extensionPending || !asked) {
    const answered = lastDecided(state.extensions);
    if (!answered) return refuse("extension.none_asked", { number: hazard.number });
    return refuse("extension.decided", { number: hazard.number, byName: answered.byName, day: answered.day });
  }
  const until = grantedUntil(hazard, args, context);
  if (!until.ok) return until;
  const answer = {
    decidedByName: context.actor.name,
    decidedAt: actedAt(context),
    decisionReason: args.reason,
    state: until.value ? ("granted" as const) : ("declined" as const),
    grantedUntil: until.value,
  };
  const act = {
    set: { extensionPending: false, ...(until.value ? extendedTo(hazard, until.value, args.reason) : {}) },
    note: args.reason,
    data: { extension: asked.id, outcome: args.outcome, due: until.value },
    beside: [update("extensions", asked, answer)],
  };
  return ok(actOn(hazard, transition, act, state, context));
}

function grantedUntil(hazard: Hazard, args: DecideExtensionArgs, context: Context): Result<string | null> {
  if (args.outcome === "decline") return ok(null);
  const due = hazard.rectificationDue ?? "";
  if (!args.grantedUntil) return refuse("extension.needs_date", { number: hazard.number, due });
  if (args.grantedUntil <= due) return refuse("extension.not_later", { until: args.grantedUntil, due });
  const today = dayOf(actedAt(context));
  if (args.grantedUntil < today) return refuse("extension.in_the_past", { until: args.grantedUntil, today });
  return ok(args.grantedUntil);
}

/** The clock's first day stays; the days and their rule are what was granted. */
function extendedTo(hazard: Hazard, until: string, reason: string): Partial<Hazard> {
  const days = hazard.clockStartedOn ? daysBetween(hazard.clockStartedOn, until) : hazard.deadlineDays;
  return { rectificationDue: until, deadlineRule: "extension", deadlineDays: days, deadlineReason: reason };
}
