// An open objection, or two re-inspections that contradict each other. The hazard counts as open until the agency's lead
// has settled it; the reason is shown to both sides.
import type { Decision } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { actOn, type Hanging } from "./act.ts";
import type { RaiseContestArgs, SettleContestArgs } from "./args.ts";
import { guard } from "./guard.ts";
import { nextRoundClock } from "./next-round.ts";
import type { Hazard } from "./statuses.ts";

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
}

export function raiseContest(state: State, args: RaiseContestArgs, context: Context): Result<Decision> {
  const allowed = guard("contest.raise", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  if (hazard.contested) return refuse("contest.already_open", { number: hazard.number });
  const act = { set: { contested: true, contestReason: args.reason }, note: args.reason };
  return ok(actOn(hazard, transition, act, state, context));
}

interface StateWithSchemes extends State {
  readonly schemes: readonly Row<"schemes">[];
}

export function settleContest(state: StateWithSchemes, args: SettleContestArgs, context: Context): Result<Decision> {
  const allowed = guard("contest.settle", state.hazard, args, context, args.outcome);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  if (!hazard.contested) return refuse("contest.none_open", { number: hazard.number });
  const outcome = outcomeOf(state.schemes, args, context);
  if (!outcome.ok) return outcome;
  const act = {
    set: { contested: false, ...outcome.value },
    note: args.reason,
    data: { outcome: args.outcome, contestReason: hazard.contestReason },
  };
  return ok(actOn(hazard, transition, act, state, context));
}

/** An objection that is right proposes the void, and the lead who says so has confirmed it for the agency. */
function outcomeOf(
  schemes: readonly Row<"schemes">[],
  args: SettleContestArgs,
  context: Context,
): Result<Partial<Hazard>> {
  if (args.outcome === "stands") return ok({});
  if (args.outcome === "proposeVoid") return ok({ voidProposed: true, voidConfirmedByAgency: true });
  const clock = nextRoundClock(schemes, args, context);
  return clock.ok ? ok({ ...clock.value, closedOn: null, closedHow: null }) : clock;
}
