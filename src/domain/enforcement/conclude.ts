// enforcement.conclude: the result line, with the foreign document's number. Then the expert looks once more; Bihuan
// itself prints no order and computes no fine (design §2 "What the law adds").

import { actedAt, actOn, type Hanging } from "../hazard/act.ts";
import { guard } from "../hazard/guard.ts";
import { agencyDue } from "../hazard/rectification.ts";
import type { Hazard } from "../hazard/statuses.ts";
import { type Decision, update } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Refused, type Result, refuse } from "../kernel/result.ts";
import type { ConcludeArgs } from "./args.ts";
import { resultKindLabels } from "./labels.ts";
import { documentedResults } from "./statuses.ts";
import { findReferral, getReferralState } from "./transitions.ts";

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
  readonly schemes: readonly Row<"schemes">[];
}

export function conclude(state: State, args: ConcludeArgs, context: Context): Result<Decision> {
  const allowed = guard("enforcement.conclude", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const referral = findReferral(state.referrals, "enforcement.conclude");
  if (!referral) return refuse("referral.none_open", { number: hazard.number });
  const incomplete = refusedDocument(args, context);
  if (incomplete) return incomplete;
  const concludedAt = actedAt(context);
  const due = agencyDue(state.schemes, concludedAt, context);
  if (!due.ok) return due;
  const result = {
    state: getReferralState("enforcement.conclude"),
    resultKind: args.resultKind,
    resultDocumentNumber: args.documentNumber,
    resultOn: args.on,
    resultOfficers: officersOf(args),
    resultNote: args.note,
    concludedAt,
  };
  const act = {
    set: { reinspectionDue: due.value },
    note: args.note,
    data: { referral: referral.id, resultKind: args.resultKind, documentNumber: args.documentNumber, on: args.on },
    beside: [update("referrals", referral, result)],
  };
  return ok(actOn(hazard, transition, act, state, context));
}

/** An order or penalty is a numbered document of two certified officers (行政处罚法 2021 第42条), dated no later than today. */
function refusedDocument(args: ConcludeArgs, context: Context): Refused | undefined {
  if (args.on > context.today) return refuse("enforcement.in_the_future", { on: args.on, today: context.today });
  if (!documentedResults.includes(args.resultKind)) return undefined;
  const { zh, en } = resultKindLabels[args.resultKind];
  if (!args.documentNumber) return refuse("enforcement.needs_number", { kindZh: zh, kindEn: en });
  if (new Set(args.officers).size < 2) return refuse("enforcement.needs_two_officers", { kindZh: zh, kindEn: en });
  if (new Set(args.certificates ?? []).size < args.officers.length) {
    return refuse("enforcement.needs_certificates", { kindZh: zh, kindEn: en });
  }
  return undefined;
}

/** 郑队（证号X）、冯队员（证号Y）, as it is read beside the result. */
function officersOf({ officers, certificates }: ConcludeArgs): string {
  return officers
    .map((officer, index) => (certificates?.[index] ? `${officer}（证号${certificates[index]}）` : officer))
    .join("、");
}
