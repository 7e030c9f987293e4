// The commands around enforcement's door. Who may and when is the hazard's table (`hazard/transitions.ts`).
import { hazardNeeds, headOf } from "../hazard/commands.ts";
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import * as args from "./args.ts";
import { conclude } from "./conclude.ts";
import { delegatedCommands } from "./delegated-commands.ts";
import { decideReferral, proposeReferral, receiveReferral, returnReferral } from "./referral.ts";

export const enforcementCommands: readonly AnyCommand[] = [
  ...delegatedCommands,
  defineCommand({
    ...headOf("referral.propose"),
    args: args.proposeReferralArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => proposeReferral(state, given, context),
  }),
  defineCommand({
    ...headOf("referral.decide"),
    args: args.decideReferralArgs,
    needs: (given) => ({
      ...hazardNeeds(given),
      delegated: one("delegatedItems", { id: given.delegatedItemId ?? undefined }),
    }),
    decide: (state, given, context) => decideReferral(state, given, context),
  }),
  defineCommand({
    ...headOf("referral.receive"),
    args: args.receiveReferralArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => receiveReferral(state, given, context),
  }),
  defineCommand({
    ...headOf("referral.return"),
    args: args.returnReferralArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => returnReferral(state, given, context),
  }),
  defineCommand({
    ...headOf("enforcement.conclude"),
    args: args.concludeArgs,
    needs: (given, { tenantId }) => ({ ...hazardNeeds(given), schemes: many("schemes", { tenantId }) }),
    decide: (state, given, context) => conclude(state, given, context),
  }),
];
