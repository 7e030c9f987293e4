// A hazard that never was one. Voided only when the office and the agency's lead have both confirmed; either may keep it.
import { roleScope } from "../access/roles.ts";
import type { Decision } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { actOn, type Hanging, noVoid } from "./act.ts";
import type { ConfirmVoidArgs, ProposeVoidArgs } from "./args.ts";
import { guard } from "./guard.ts";
import type { Hazard } from "./statuses.ts";

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
}

export function proposeVoid(state: State, args: ProposeVoidArgs, context: Context): Result<Decision> {
  const allowed = guard("hazard.proposeVoid", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  if (hazard.voidProposed) return refuse("void.already_proposed", { number: hazard.number });
  const act = { set: { ...noVoid, voidProposed: true }, note: args.reason };
  return ok(actOn(hazard, transition, act, state, context));
}

export function confirmVoid(state: State, args: ConfirmVoidArgs, context: Context): Result<Decision> {
  const confirmed = confirmation(context);
  const after = { ...(state.hazard ?? noVoid), ...confirmed };
  const both = after.voidConfirmedByOffice && after.voidConfirmedByAgency;
  const agreed = both ? "second" : "first";
  const allowed = guard("hazard.confirmVoid", state.hazard, args, context, args.agree ? agreed : "keep");
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  if (!hazard.voidProposed) return refuse("void.none_proposed", { number: hazard.number });
  if (args.agree && isConfirmed(hazard, context)) return refuse("void.already_confirmed", { number: hazard.number });
  const act = { set: args.agree ? confirmed : noVoid, note: args.reason, data: { agree: args.agree } };
  return ok(actOn(hazard, transition, act, state, context));
}

function isOfAgency(context: Context): boolean {
  return roleScope[context.actor.role] === "agency";
}

function confirmation(context: Context): Partial<Hazard> {
  return isOfAgency(context) ? { voidConfirmedByAgency: true } : { voidConfirmedByOffice: true };
}

function isConfirmed(hazard: Hazard, context: Context): boolean {
  return isOfAgency(context) ? hazard.voidConfirmedByAgency : hazard.voidConfirmedByOffice;
}
