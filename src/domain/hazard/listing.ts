// 挂牌督办 and 摘牌 (R18): a confirmed major hazard with a treatment plan is listed by the office, and delisted once it is closed,
// which only a passed re-inspection with its photo does.
import type { Decision } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { actOn, type Hanging } from "./act.ts";
import type { ListArgs } from "./args.ts";
import { guard } from "./guard.ts";
import type { Hazard } from "./statuses.ts";

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
}

interface Listing extends State {
  readonly plans: readonly Row<"treatmentPlans">[];
}

export function listForSupervision(state: Listing, args: ListArgs, context: Context): Result<Decision> {
  const allowed = guard("listing.list", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const { number } = hazard;
  if (hazard.listed) return refuse("listing.already", { number });
  if (hazard.severity !== "major") return refuse("listing.only_major", { number });
  if (state.plans.length === 0) return refuse("listing.needs_plan", { number });
  return ok(actOn(hazard, transition, { set: { listed: true }, note: args.reason }, state, context));
}

export function delist(state: State, args: ListArgs, context: Context): Result<Decision> {
  const allowed = guard("listing.delist", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  if (!hazard.listed) return refuse("listing.none", { number: hazard.number });
  const data = { closedOn: hazard.closedOn, closedHow: hazard.closedHow };
  return ok(actOn(hazard, transition, { set: { listed: false }, note: args.reason, data }, state, context));
}
