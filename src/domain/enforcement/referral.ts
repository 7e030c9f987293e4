// 提请执法 and 移送: proposed on the enterprise's own account only, decided by a person of the office, taken or returned
// by those who enforce. An overdue hazard never punishes by itself.
import { dayOf } from "../calendar/local-date.ts";
import { actedAt, actOn, type Hanging } from "../hazard/act.ts";
import { isEnterpriseOverdue } from "../hazard/due.ts";
import { guard } from "../hazard/guard.ts";
import type { Hazard } from "../hazard/statuses.ts";
import { type Decision, update } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import { lastDecided } from "../kernel/last-decided.ts";
import { ok, type Refused, type Result, refuse } from "../kernel/result.ts";
import { expectPhoto } from "../visit/photo-slot.ts";
import type { DecideReferralArgs, ProposeReferralArgs, ReceiveReferralArgs, ReturnReferralArgs } from "./args.ts";
import { type DelegatedItem, delegatedWords, refusedDelegation } from "./delegated.ts";
import { newReferral } from "./referral-row.ts";
import { failedRoundsForReferral } from "./statuses.ts";
import { findReferral, getReferralState } from "./transitions.ts";

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
}

export function proposeReferral(state: State, args: ProposeReferralArgs, context: Context): Result<Decision> {
  const allowed = guard("referral.propose", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  if (hazard.referralProposed) return refuse("referral.already_proposed", { number: hazard.number });
  const groundless = refusedGround(hazard, args, context);
  if (groundless) return groundless;
  const { refusal } = args;
  const row = newReferral(hazard, {
    id: args.referralId,
    state: getReferralState("referral.propose"),
    ground: args.ground,
    reason: args.reason,
    proposedByName: context.actor.name,
    proposedAt: actedAt(context),
    caseNumber: null,
    ...(refusal
      ? { refusedWhat: refusal.what ?? "rectification", refusedBy: refusal.by, refusedWords: refusal.words }
      : {}),
  });
  const photos = (refusal?.photos ?? []).map((photo) =>
    expectPhoto(photo, "refusal", { ...hazard, visitId: null, hazardId: hazard.id }),
  );
  const refused = hazard.refusedByEnterprise || args.ground === "refusal";
  const act = {
    set: { referralProposed: true, refusedByEnterprise: refused },
    note: args.reason,
    data: {
      referral: args.referralId,
      ground: args.ground,
      ...(refusal ? { refusal: { by: refusal.by, words: refusal.words } } : {}),
    },
    beside: [row, ...photos],
  };
  return ok(actOn(hazard, transition, act, state, context));
}

/** Only the enterprise's own account counts; the agency's delay never does. */
function refusedGround(hazard: Hazard, args: ProposeReferralArgs, context: Context): Refused | undefined {
  switch (args.ground) {
    case "overdue":
      if (isEnterpriseOverdue(hazard, dayOf(actedAt(context)))) return undefined;
      return refuse("referral.not_overdue", { number: hazard.number, due: hazard.rectificationDue ?? "" });
    case "refusal":
      if (hazard.refusedByEnterprise || (args.refusal && context.actor.role === "expert")) return undefined;
      return refuse("referral.no_refusal", { number: hazard.number });
    case "threeFailedRounds":
      if (hazard.failedRounds >= failedRoundsForReferral) return undefined;
      return refuse("referral.too_few_rounds", { number: hazard.number, failed: hazard.failedRounds });
    default:
      return args.ground satisfies never;
  }
}

interface DecideState extends State {
  readonly delegated: DelegatedItem | undefined;
}

export function decideReferral(state: DecideState, args: DecideReferralArgs, context: Context): Result<Decision> {
  if (state.hazard && !state.hazard.referralProposed) {
    const answered = lastDecided(state.referrals);
    const { number } = state.hazard;
    if (answered) return refuse("referral.decided", { number, byName: answered.byName, day: answered.day });
  }
  const allowed = guard("referral.decide", state.hazard, args, context, args.outcome);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const referral = findReferral(state.referrals, "referral.decide");
  if (!hazard.referralProposed || !referral) return refuse("referral.none_proposed", { number: hazard.number });
  const refers = args.outcome === "refer";
  if (refers && args.delegatedItemId) {
    const outside = refusedDelegation(state.delegated, context.today);
    if (outside) return outside;
  }
  const own = refers ? state.delegated : undefined;
  const answer = {
    state: getReferralState("referral.decide", args.outcome),
    delegatedItemId: own?.id ?? null,
    delegatedWords: own ? delegatedWords(own) : null,
    decidedByName: context.actor.name,
    decidedAt: actedAt(context),
    decisionReason: args.reason,
  };
  const act = {
    set: { referralProposed: false },
    note: args.reason,
    data: { referral: referral.id, outcome: args.outcome, ground: referral.ground, delegated: answer.delegatedWords },
    beside: [update("referrals", referral, answer)],
  };
  return ok(actOn(hazard, transition, act, state, context));
}

export function receiveReferral(state: State, args: ReceiveReferralArgs, context: Context): Result<Decision> {
  const allowed = guard("referral.receive", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const referral = findReferral(state.referrals, "referral.receive");
  if (!referral) return refuse("referral.already_received", { number: hazard.number });
  const receipt = {
    state: getReferralState("referral.receive"),
    receivedByName: context.actor.name,
    receivedAt: actedAt(context),
    caseNumber: args.caseNumber ?? referral.caseNumber,
  };
  const act = {
    set: {},
    data: { referral: referral.id, caseNumber: receipt.caseNumber },
    beside: [update("referrals", referral, receipt)],
  };
  return ok(actOn(hazard, transition, act, state, context));
}

/** Back to the enterprise with the reason; its own due date stands as it was. */
export function returnReferral(state: State, args: ReturnReferralArgs, context: Context): Result<Decision> {
  const allowed = guard("referral.return", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const referral = findReferral(state.referrals, "referral.return");
  if (!referral) return refuse("referral.none_open", { number: hazard.number });
  const answer = { state: getReferralState("referral.return"), returnedReason: args.reason };
  const act = {
    set: {},
    note: args.reason,
    data: { referral: referral.id },
    beside: [update("referrals", referral, answer)],
  };
  return ok(actOn(hazard, transition, act, state, context));
}
