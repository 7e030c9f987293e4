// What starts the enterprise's clock: the on-site record served, or the enterprise's own acknowledgement.
// The due date is fixed once and the earlier of the two counts (design §2 "Whose clock").
import { dayOf, type Instant } from "../calendar/local-date.ts";
import { rectificationDueOn } from "../calendar/rectification-deadline.ts";
import type { Change, Decision } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { actedAt, actLine, actOn, type Hanging } from "./act.ts";
import type { AcknowledgeArgs } from "./args.ts";
import { guard } from "./guard.ts";
import type { Hazard } from "./statuses.ts";
import { findTransition } from "./transitions.ts";

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
}

export function acknowledge(state: State, args: AcknowledgeArgs, context: Context): Result<Decision> {
  const allowed = guard("hazard.acknowledge", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  if (hazard.acknowledgedAt) {
    return refuse("hazard.already_acknowledged", { number: hazard.number, by: hazard.acknowledgedBy ?? "" });
  }
  const at = actedAt(context);
  const set = { acknowledgedAt: at, acknowledgedBy: context.actor.name, ...startClock(hazard, at) };
  return ok(actOn(hazard, transition, { set, data: dueData(set) }, state, context));
}

/**
 * The part of `onSiteRecord.serve` that falls to one hazard: the columns to set and the line of its timeline.
 * Serving again (a corrected record) never moves the date. A recorded refusal to sign serves all the same.
 */
export function serveHazard(
  hazard: Hazard,
  servedAt: Instant,
  context: Context,
): { readonly set: Partial<Hazard>; readonly act: Change } {
  const first = hazard.servedAt === null || servedAt < hazard.servedAt;
  const set = { ...(first ? { servedAt } : {}), ...startClock(hazard, servedAt) };
  const act = actLine(hazard, context, {
    command: "onSiteRecord.serve",
    step: findTransition("onSiteRecord.serve", hazard.status)?.step ?? null,
    statusAfter: hazard.status,
    note: null,
    data: dueData(set),
    visitId: hazard.visitId,
    onBehalf: false,
  });
  return { set, act };
}

/**
 * Fixes the due date where there is none. Where the acknowledgement came to the server first although the record had
 * been served before it, the earlier counts; once a new round or an extension has set another date, nothing moves it.
 */
function startClock(hazard: Hazard, at: Instant): Partial<Hazard> {
  if (hazard.status === "closed" || hazard.status === "voided") return {};
  const startedOn = dayOf(at);
  const stillFirst = hazard.round === 1 && hazard.deadlineRule !== "extension";
  const isEarlier = hazard.clockStartedOn !== null && startedOn < hazard.clockStartedOn;
  if (hazard.clockStartedOn !== null && !(stillFirst && isEarlier)) return {};
  return { clockStartedOn: startedOn, rectificationDue: rectificationDueOn(startedOn, hazard.deadlineDays) };
}

function dueData(set: Partial<Hazard>): Readonly<Record<string, unknown>> {
  return set.rectificationDue ? { due: set.rectificationDue } : {};
}
