// 回头复查: the expert looks again on site. Passing without a submission is normal: owners fix things and never touch
// the phone. After enforcement it is the final re-inspection, which closes or sends the hazard back there.
import { dayOf } from "../calendar/local-date.ts";
import { newReferral } from "../enforcement/referral-row.ts";
import { getReferralState } from "../enforcement/transitions.ts";
import type { Change, Decision } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result } from "../kernel/result.ts";
import { expectPhoto } from "../visit/photo-slot.ts";
import { actedAt, actOn, type Hanging } from "./act.ts";
import type { FailArgs, PassArgs } from "./args.ts";
import { type ReinspectionCommand, refusedByOther } from "./contradiction.ts";
import { type Allowed, guard, saysOrder } from "./guard.ts";
import { nextRoundClock } from "./next-round.ts";
import { isOwnStartedVisit } from "./own-started-visit.ts";
import type { Hazard } from "./statuses.ts";

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
  readonly visit: Row<"visits"> | undefined;
  readonly acts: readonly Row<"hazardActs">[];
  readonly schemes: readonly Row<"schemes">[];
}

export function passReinspection(state: State, args: PassArgs, context: Context): Result<Decision> {
  const allowed = mayReinspect("reinspection.pass", state, args, args.note, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const isFinal = hazard.status === "awaitingFinalReinspection";
  const act = {
    set: {
      closedOn: dayOf(actedAt(context)),
      closedHow: isFinal ? ("finalReinspection" as const) : ("reinspected" as const),
    },
    note: args.note,
    visitId: args.visitId,
    beside: photosOf(hazard, args),
  };
  return ok(actOn(hazard, transition, act, state, context));
}

export function failReinspection(state: State, args: FailArgs, context: Context): Result<Decision> {
  const allowed = mayReinspect("reinspection.fail", state, args, args.reason, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const failedRounds = hazard.failedRounds + 1;
  const base = { note: args.reason, visitId: args.visitId };
  if (transition.to === "referred") {
    const beside = [...photosOf(hazard, args), ...referredAgain(hazard, state, args.reason, context)];
    const act = { ...base, set: { failedRounds, reinspectionDue: null }, beside };
    return ok(actOn(hazard, transition, act, state, context));
  }
  const clock = nextRoundClock(state.schemes, args, context);
  if (!clock.ok) return clock;
  const set = { ...clock.value, failedRounds };
  const act = { ...base, set, data: { due: set.rectificationDue, failedRounds }, beside: photosOf(hazard, args) };
  return ok(actOn(hazard, transition, act, state, context));
}

function mayReinspect(
  command: ReinspectionCommand,
  state: State,
  args: PassArgs | FailArgs,
  reason: string | null,
  context: Context,
): Result<Allowed> {
  const { hazard } = state;
  const visitStarted = hazard !== undefined && isOwnStartedVisit(state.visit, hazard.siteId, context);
  if (hazard && visitStarted && isWholeAnswer(command, args)) {
    const contradicted = refusedByOther(command, hazard, state.acts, reason, context);
    if (contradicted) return contradicted;
  }
  return guard(command, hazard, { ...args, visitStarted }, context);
}

/** Only an answer that would have counted can contradict another: a pass with its photo, and no words of order. */
function isWholeAnswer(command: ReinspectionCommand, args: PassArgs | FailArgs): boolean {
  return !saysOrder(args) && (command === "reinspection.fail" || args.photos.length > 0);
}

function photosOf(hazard: Hazard, args: PassArgs | FailArgs): readonly Change[] {
  const of = { ...hazard, visitId: args.visitId, hazardId: hazard.id };
  return args.photos.map((photo) => expectPhoto(photo, "reinspection", of));
}

/** The hazard is back at enforcement's door on the same ground; the first result stays as it was reported. */
function referredAgain(hazard: Hazard, hanging: Hanging, reason: string, context: Context): readonly Change[] {
  const last = hanging.referrals
    .filter((row) => row.state === "concluded")
    .toSorted((a, b) => (b.concludedAt ?? "").localeCompare(a.concludedAt ?? ""))[0];
  if (!last) return [];
  const again = newReferral(hazard, {
    id: context.newId("referral"),
    state: getReferralState("reinspection.fail"),
    ground: last.ground,
    reason,
    proposedByName: context.actor.name,
    proposedAt: actedAt(context),
    caseNumber: last.caseNumber,
    delegatedItemId: last.delegatedItemId,
    delegatedWords: last.delegatedWords,
  });
  return [again];
}
