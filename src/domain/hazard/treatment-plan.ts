// treatment.plan: R13's five fixes 五落实 for a major hazard, entered by the enterprise, or by the agency as advice. A later
// plan stands beside the earlier ones; the newest counts, and the enterprise's own before any advice.

import { roleScope } from "../access/roles.ts";
import { dayOf } from "../calendar/local-date.ts";
import { type Decision, insert } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { wallColumnsOf } from "../kernel/wall-columns.ts";
import { actedAt, actOn, type Hanging } from "./act.ts";
import type { TreatmentPlanArgs } from "./args.ts";
import { guard } from "./guard.ts";
import type { Hazard } from "./statuses.ts";

export type TreatmentPlan = Row<"treatmentPlans">;

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
}

export function planTreatment(state: State, args: TreatmentPlanArgs, context: Context): Result<Decision> {
  const { hazardId, ...fiveFixes } = args;
  const planId = context.newId("plan");
  const allowed = guard("treatment.plan", state.hazard, { hazardId, treatment: fiveFixes }, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  if (hazard.severity === "general") return refuse("treatment.only_major", { number: hazard.number });
  const at = actedAt(context);
  const today = dayOf(at);
  if (args.finishOn < today) return refuse("treatment.in_the_past", { finishOn: args.finishOn, today });
  const origin = roleScope[context.actor.role] === "enterprise" ? "enterprise" : "agencyAdvice";
  const row = insert("treatmentPlans", {
    ...wallColumnsOf(hazard),
    id: planId,
    hazardId: hazard.id,
    origin,
    ...fiveFixes,
    enteredByName: context.actor.name,
    enteredAt: at,
  });
  const act = { set: {}, note: args.measures, data: { plan: planId, origin }, beside: [row] };
  return ok(actOn(hazard, transition, act, state, context));
}

/** The plan that counts: the enterprise's newest, or where it made none the agency's newest advice. */
export function standingPlan<P extends Pick<TreatmentPlan, "origin" | "enteredAt">>(
  plans: readonly P[],
): P | undefined {
  const newestFirst = plans.toSorted((one, other) => other.enteredAt.localeCompare(one.enteredAt));
  return newestFirst.find((plan) => plan.origin === "enterprise") ?? newestFirst[0];
}
