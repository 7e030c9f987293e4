// The enterprise says it has rectified, takes that back, or the agency finds the proof wanting at its desk.
import { roleScope } from "../access/roles.ts";
import { dayOf, type Instant } from "../calendar/local-date.ts";
import { reinspectionDueOn, schemeForClock } from "../calendar/rectification-deadline.ts";
import type { Decision } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { expectPhoto } from "../visit/photo-slot.ts";
import { actedAt, actOn, type Hanging } from "./act.ts";
import type { RejectArgs, SubmitArgs, WithdrawArgs } from "./args.ts";
import { guard } from "./guard.ts";
import { nextRoundClock } from "./next-round.ts";
import type { Hazard } from "./statuses.ts";

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
}
interface StateWithSchemes extends State {
  readonly schemes: readonly Row<"schemes">[];
}

/** Meets the enterprise's deadline by the server's receipt; recorded for it by another, by when that one acted. */
export function submitRectification(state: StateWithSchemes, args: SubmitArgs, context: Context): Result<Decision> {
  const allowed = guard("rectification.submit", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const submittedAt = actedAt(context);
  const reinspectionDue = agencyDue(state.schemes, submittedAt, context);
  if (!reinspectionDue.ok) return reinspectionDue;
  const act = {
    set: { submittedAt, reinspectionDue: reinspectionDue.value },
    note: args.text,
    data: {
      ...(args.fiveFixes ? { fiveFixes: args.fiveFixes } : {}),
      photos: args.photos.map((photo) => photo.slotId),
    },
    onBehalf: isOnBehalf(context),
    beside: args.photos.map((photo) =>
      expectPhoto(photo, "rectification", { ...hazard, visitId: null, hazardId: hazard.id }),
    ),
  };
  return ok(actOn(hazard, transition, act, state, context));
}

/** The enterprise's clock was never stopped: after the due date a withdrawn hazard is overdue at once. */
export function withdrawRectification(state: State, args: WithdrawArgs, context: Context): Result<Decision> {
  const allowed = guard("rectification.withdraw", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const act = {
    set: { submittedAt: null, reinspectionDue: null },
    note: args.reason,
    onBehalf: isOnBehalf(context),
  };
  return ok(actOn(hazard, transition, act, state, context));
}

export function rejectRectification(state: StateWithSchemes, args: RejectArgs, context: Context): Result<Decision> {
  const allowed = guard("rectification.reject", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const clock = nextRoundClock(state.schemes, args, context);
  if (!clock.ok) return clock;
  const { hazard, transition } = allowed.value;
  const act = { set: clock.value, note: args.reason, data: { due: clock.value.rectificationDue } };
  return ok(actOn(hazard, transition, act, state, context));
}

/** The agency's due date: the scheme's working days from the day of `from`. */
export function agencyDue(schemes: readonly Row<"schemes">[], from: Instant, context: Context): Result<string> {
  const scheme = schemeForClock(schemes, dayOf(from));
  if (!scheme) return refuse("hazard.no_scheme", { day: dayOf(from) });
  return ok(reinspectionDueOn(dayOf(from), scheme.reinspectionWorkingDays, context.calendar));
}

function isOnBehalf(context: Context): boolean {
  return roleScope[context.actor.role] !== "enterprise";
}
